import { formatRupiah, journalOf, type StatementKind } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { movementAmount, MOVEMENT_NAME, MOVEMENT_REFERENCE } from '../matching/movement-sources';
import type { Adjustment } from './adjustment';

interface Chosen {
  readonly reference: string | null;
  readonly name: string | null;
  readonly amount: number;
}

const CHOSEN = `
  SELECT coalesce(w.receipt_number, p.bank_reference) AS reference, k.name, p.amount
  FROM pembayaran p LEFT JOIN kwitansi w ON w.payment_id = p.id LEFT JOIN pelanggan k ON k.id = p.customer_id
  WHERE p.id = ANY ($1::bigint[])
  UNION ALL
  SELECT ${MOVEMENT_REFERENCE}, ${MOVEMENT_NAME}, ${movementAmount('d.statement')}
  FROM (SELECT $3::text AS statement) d, jurnal j WHERE j.id = ANY ($2::bigint[])`;

/** In place of numbers only the database knows, what the second person reads: what was chosen, and the letter of the claim. */
export async function toldChoice(
  tx: Tx,
  { payment_ids: ids, claim_id: claimId }: Adjustment,
  statement: StatementKind,
): Promise<{ readonly chosen?: readonly string[]; readonly claim_letter?: string }> {
  const movements = ids.flatMap((id) => journalOf(id) ?? []);
  const chosen =
    ids.length === 0
      ? []
      : await tx.query<Chosen & object>(CHOSEN, [ids.filter((id) => id > 0), movements, statement]);
  const letter = claimId === null ? null : await letterOf(tx, claimId);
  return {
    ...(chosen.length > 0 && { chosen: chosen.map(said) }),
    ...(letter !== null && { claim_letter: letter }),
  };
}

async function letterOf(tx: Tx, claimId: number): Promise<string | null> {
  const [claim] = await tx.query<{ letter_number: string | null }>(
    'SELECT letter_number FROM rekonsiliasi_detail WHERE id = $1',
    [claimId],
  );
  return claim?.letter_number ?? null;
}

function said({ reference, name, amount }: Chosen): string {
  return [reference, name, formatRupiah(amount)].filter((part) => part !== null).join(' · ');
}
