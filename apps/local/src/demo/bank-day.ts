import { channelCode, formatRfc3339, type SettlementRow } from '@tirtapay/bank-protocol';
import { addDays, endOfBusinessDay, type BusinessDate } from '@tirtapay/domain';
import type { Database } from '../../../api/src/platform/database';

/** A payment at a bank, as the books have it and as the bank's file says it. */
export interface BankPayment {
  readonly channel: string;
  readonly paidAt: string;
  readonly row: SettlementRow;
}

interface Row {
  readonly reference: string;
  readonly customer_no: string;
  readonly periods: string[];
  readonly amount: number;
  readonly fee: number;
  readonly channel: string;
  readonly posted_at: Date;
}

/** What a bank took on a day, by the books; the oldest first. */
export async function bankDay(
  database: Database,
  code: string,
  date: BusinessDate,
  zone: string,
): Promise<BankPayment[]> {
  const rows = await database.read<Row>(
    `SELECT p.bank_reference AS reference, c.customer_number AS customer_no, p.amount, p.admin_fee AS fee, p.channel, p.posted_at,
       array(SELECT to_char(to_date(b.period, 'YYYY-MM'), 'YYYYMM') FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id
         WHERE a.payment_id = p.id ORDER BY 1) AS periods
     FROM penerima k JOIN pembayaran p ON p.collector_id = k.id JOIN pelanggan c ON c.id = p.customer_id
     WHERE k.series = $1 AND k.kind = 'BANK' AND p.kind = 'PAYMENT' AND p.posted_at >= $2 AND p.posted_at < $3
     ORDER BY p.posted_at, p.id`,
    [code, new Date(endOfBusinessDay(addDays(date, -1), zone)), new Date(endOfBusinessDay(date, zone))],
  );
  return rows.map((row) => {
    const paidAt = formatRfc3339(row.posted_at.getTime());
    return {
      channel: row.channel,
      paidAt,
      row: {
        date: paidAt.slice(0, 10).replaceAll('-', ''),
        time: paidAt.slice(11, 19).replaceAll(':', ''),
        reference: row.reference,
        paymentRequestId: '',
        customerNo: row.customer_no,
        periods: row.periods,
        sheets: Math.max(row.periods.length, 1),
        amount: row.amount,
        fee: row.fee,
        channel: channelCode(row.channel),
        status: '00',
      },
    };
  });
}
