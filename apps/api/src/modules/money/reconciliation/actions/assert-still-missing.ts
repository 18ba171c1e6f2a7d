import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { LockedDay } from '../days/lock-day';
import type { ReconciliationItem } from '../entities/reconciliation-item.entity';

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
 * Money that was not here when the day was matched may have come since, by the bank's own call: posted for its line as well,
 * it would be here twice. A run finds no such item, so that refusing it is never the last word.
 * @throws Problem reconciliation.item_outdated
 */
export async function assertStillMissing(tx: Tx, item: MissingItem, day: LockedDay): Promise<void> {
  if (item.type !== 'AT_BANK_NOT_HERE' || day.statement !== 'BANK' || item.bank_amount <= 0) return;
  const [come] = await tx.query(PAYMENT_OF_LINE, [item.line_id, day.collector_id]);
  if (come !== undefined) throw new Problem('reconciliation.item_outdated');
}
