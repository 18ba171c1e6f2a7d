import type { HeldKind, ToldFinding } from '@tirtapay/domain';
import type { Tx, RowOf } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import type { Case } from '../../../ground/cases';

/** Held money that goes back, to the customer or to the bank: two people. */
export const PAY_OUT_APPROVAL = 'refund';
/** Whether money a bank named otherwise is the money that is booked: two people. */
export const TOLD_MONEY_APPROVAL = 'told_money';

/** How the money of a case is held: what a correction gave back is credit; of a payment as credit of a customer, in suspense, or not at all (any more). */
export function heldAs(alias: string): string {
  return `(CASE WHEN ${alias}.kind = 'BILL_CORRECTED' THEN 'CREDIT' ELSE
    (SELECT a.kind FROM pembayaran_alokasi a WHERE a.payment_id = ${alias}.payment_id AND a.kind IN ('CREDIT', 'SUSPENSE')
      AND a.released_by IS NULL AND ${alias}.source_key = 'pembayaran:' || a.payment_id) END)`;
}

/** Credit: what its movements have left. Suspense: all of it until the case is resolved. */
export const REMAINING = `(CASE ${heldAs('k')}
    WHEN 'CREDIT' THEN (SELECT coalesce(sum(s.amount), 0) FROM saldo_pelanggan s WHERE s.case_id = k.id)
    WHEN 'SUSPENSE' THEN CASE WHEN k.status = 'OPEN' THEN k.amount ELSE 0 END
    ELSE 0 END)::bigint`;

export type LockedCase = RowOf<Case, 'id' | 'kind' | 'status' | 'resolution' | 'customerId' | 'paymentId'> & {
  readonly collector_id: number | null;
  readonly held_kind: HeldKind | null;
  readonly remaining: number;
};

/**
 * Two people have found that money with two names is one, and it turns out to be two: nothing was booked by that finding, so
 * two people may find the other. The way back of the other finding is the reversal of what it booked.
 */
export function mayBePutRight(found: { readonly kind: string; readonly resolution: string | null }): boolean {
  return found.kind === 'TWO_NAMES' && found.resolution === ('SAME_MONEY' satisfies ToldFinding);
}

/**
 * Takes the case for a decision, after its customer as everywhere.
 * @param finding what two people are to find of it, when that is what is decided
 * @throws Problem case.not_found, case.resolved
 */
export async function lockCase(tx: Tx, id: number, finding?: ToldFinding): Promise<LockedCase> {
  await tx.query(
    'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM kasus WHERE id = $1) FOR NO KEY UPDATE',
    [id],
  );
  await tx.query('SELECT FROM kasus WHERE id = $1 FOR UPDATE', [id]);
  const [locked] = await tx.query<LockedCase & Record<string, unknown>>(
    `SELECT k.id, k.kind, k.status, k.resolution, k.customer_id, k.payment_id, p.collector_id, ${heldAs('k')} AS held_kind, ${REMAINING} AS remaining
     FROM kasus k LEFT JOIN pembayaran p ON p.id = k.payment_id WHERE k.id = $1`,
    [id],
  );
  if (locked === undefined) throw new Problem('case.not_found');
  if (locked.status === 'RESOLVED' && !(finding === 'OTHER_MONEY' && mayBePutRight(locked)))
    throw new Problem('case.resolved');
  return locked;
}

/** What may go back to somebody is used for nothing else meanwhile. @throws Problem approval.pending */
export async function assertNothingPending(tx: Tx, caseId: number): Promise<void> {
  const pending = await tx.query(
    "SELECT FROM persetujuan WHERE kind = $2 AND entity_type = 'kasus' AND entity_id = $1 AND status = 'PENDING'",
    [caseId, PAY_OUT_APPROVAL],
  );
  if (pending.length > 0) throw new Problem('approval.pending');
}

/** A decision that does not fit the case. */
export function notApplicable(message: Sentence): Problem {
  return new Problem('request.invalid', {
    errors: [{ pointer: '/resolution', code: 'not_applicable', message }],
  });
}
