import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import type { BankState, ClosedReason, CheckoutRecord } from './checkout-record';

/** Whoever changes a checkout locks its customer first, as posting does: they wait for each other, never deadlock. */
export async function lockCustomer(tx: Tx, customerId: number): Promise<void> {
  await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [customerId]);
}

/**
 * Ends an open checkout under the customer's lock; the bank is asked next to close its account or code.
 * @returns false when it was no longer open
 */
export async function closeCheckout(
  tx: Tx,
  id: number,
  reason: Exclude<ClosedReason, 'PAID_ELSEWHERE'>,
  at: Date,
  /** What a person gives as the reason. */
  note?: string,
): Promise<boolean> {
  const closed = await tx.execute(
    `UPDATE niat_bayar SET status = $2, closed_reason = $3, closed_at = $4, checks = 0, next_check_at = $4
     WHERE id = $1 AND status = 'PENDING'`,
    [id, reason === 'EXPIRED' ? 'EXPIRED' : 'CANCELLED', reason, at],
  );
  if (closed === 0) return false;
  await writeAudit(tx, {
    action: reason === 'EXPIRED' ? 'intent.expired' : 'intent.cancelled',
    entityType: 'niat_bayar',
    entityId: id,
    after: note === undefined ? { reason } : { reason, note },
  });
  return true;
}

interface Writer {
  write(sql: string, values: readonly unknown[]): Promise<unknown[]>;
}

const SET_BANK_STATE = {
  VA: "UPDATE va_transaction SET bank_state = $2 WHERE intent_id = $1 AND bank_state <> 'CANCELLED'",
  QRIS: "UPDATE qris_transaction SET bank_state = $2 WHERE intent_id = $1 AND bank_state <> 'CANCELLED'",
} as const;

/** What is known of the account or code at the bank. A cancelled one stays cancelled. */
export async function setBankState(
  database: Writer,
  checkout: Pick<CheckoutRecord, 'id' | 'method'>,
  state: BankState,
): Promise<void> {
  await database.write(SET_BANK_STATE[checkout.method], [checkout.id, state]);
}

export interface ShownCode {
  readonly referenceNo: string;
  readonly payload: string;
  readonly merchantName: string | null;
  readonly nmid: string | null;
}

export async function keepCode(database: Writer, checkoutId: number, code: ShownCode): Promise<void> {
  await database.write(
    `UPDATE qris_transaction SET reference_no = $2, payload = $3, merchant_name = $4, nmid = $5, bank_state = 'DONE'
     WHERE intent_id = $1 AND bank_state <> 'CANCELLED'`,
    [checkoutId, code.referenceNo, code.payload, code.merchantName, code.nmid],
  );
}
