import type { PurchaseState } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

/** One step of a sale, as its timeline shows it. */
export async function writeStep(
  tx: Tx,
  saleId: number,
  status: PurchaseState,
  at: Date,
  message: string | null,
): Promise<void> {
  await tx.query(
    'INSERT INTO transaction_states (transaction_id, status, at, message) VALUES ($1, $2, $3, $4)',
    [saleId, status, at, message === '' ? null : message],
  );
}
