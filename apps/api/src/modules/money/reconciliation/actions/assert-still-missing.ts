import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { lockReference } from '../../payment';
import type { LockedDay } from '../days/lock-day';
import type { ReconciliationItem } from '../entities/reconciliation-item.entity';
import type { StoredLine } from '../entities/stored-line.entity';
import { namedMovements } from '../matching/movements';

type MissingItem = RowOf<ReconciliationItem, 'type' | 'bankAmount' | 'lineId'>;

/** By what a line names a payment for the law: its references, and that of a call of the bank that we accepted. */
const PAYMENT_OF_LINE = `
  SELECT 1 FROM berkas_rekonsiliasi_baris l CROSS JOIN LATERAL (
    SELECT l.reference UNION ALL SELECT l.bank_reference
    UNION ALL SELECT t.bank_reference FROM payment_transaction t
      WHERE t.bank_id = $2 AND t.request_id = l.request_id AND t.http_status = 200) named (reference)
  JOIN pembayaran p ON p.collector_id = $2 AND p.kind = 'PAYMENT' AND p.bank_reference = named.reference
  WHERE l.id = $1 LIMIT 1`;

/**
 * Money that was not here when the day was matched may have come since, by the bank's own call, or because somebody entered the
 * slip it came or went with: booked for its line as well, it would be here twice. A run finds no such item, so that refusing it
 * is never the last word.
 * @throws Problem reconciliation.item_outdated
 */
export async function assertStillMissing(tx: Tx, item: MissingItem, day: LockedDay): Promise<void> {
  if (item.type !== 'AT_BANK_NOT_HERE' || day.statement !== 'BANK') return;
  const references = await namesOf(tx, item);
  if ((await isPaid(tx, item, day, references)) || (await isMoved(tx, item, day, references)))
    throw new Problem('reconciliation.item_outdated');
}

async function namesOf(tx: Tx, item: MissingItem): Promise<readonly string[]> {
  const [line] = await tx.query<RowOf<StoredLine, 'reference' | 'bankReference'>>(
    'SELECT reference, bank_reference FROM berkas_rekonsiliasi_baris WHERE id = $1',
    [item.line_id],
  );
  const names = [line?.reference, line?.bank_reference].filter((one) => typeof one === 'string');
  return [...new Set(names)].sort();
}

async function isPaid(
  tx: Tx,
  item: MissingItem,
  day: LockedDay,
  references: readonly string[],
): Promise<boolean> {
  if (item.bank_amount <= 0) return false;
  // Whoever books money of this name just now is waited for, and is seen by the statement that begins afterwards.
  for (const reference of references) await lockReference(tx, day.collector_id, reference);
  const [come] = await tx.query(PAYMENT_OF_LINE, [item.line_id, day.collector_id]);
  return come !== undefined;
}

/** By a movement of our account that nothing stands for yet: in the same direction, or the line would still be alone. */
async function isMoved(
  tx: Tx,
  item: MissingItem,
  day: LockedDay,
  references: readonly string[],
): Promise<boolean> {
  const named = await namedMovements(tx, day, references);
  return named.some(({ takeable, amount }) => takeable && Math.sign(amount) === Math.sign(item.bank_amount));
}
