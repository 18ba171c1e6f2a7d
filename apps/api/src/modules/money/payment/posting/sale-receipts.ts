import type { BusinessDate, SaleChannel } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { receiptSeries } from './postings';
import { receiptToken } from './receipt-link';

/** A sale of a product of others, which has no payment of ours but a number in the same series. */
export interface SaleReceipt {
  readonly saleId: number;
  readonly collectorId: number;
  /** How its collector's numbers begin. */
  readonly series: string;
  readonly channel: SaleChannel;
  readonly businessDate: BusinessDate;
  readonly issuedAt: Date;
}

/** The next number of the series, behind all other locks. @returns the receipt number */
export async function issueSaleReceipt(tx: Tx, receipt: SaleReceipt): Promise<string> {
  const series = receiptSeries(receipt.series, receipt.channel, receipt.businessDate);
  const row = await tx.one<{ receipt_number: string }>(
    `WITH counter AS (
       INSERT INTO kwitansi_seri AS s (series, collector_id, channel, business_date, last_number) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number AS number
     )
     INSERT INTO kwitansi (series, number, receipt_number, sale_id, token, issued_at)
     SELECT $1, number, $1 || '-' || lpad(number::text, greatest(6, length(number::text)), '0'), $5, $6, $7 FROM counter
     RETURNING receipt_number`,
    [
      series,
      receipt.collectorId,
      receipt.channel,
      receipt.businessDate,
      receipt.saleId,
      receiptToken(),
      receipt.issuedAt,
    ],
  );
  return row.receipt_number;
}
