import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { channel, count, DAY, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const PAYMENTS_BY_HOUR_REPORT: ReportDefinition = {
  key: 'payments-by-hour',
  group: 'RECEIPTS',
  title: words('Penerimaan per jam dan kanal', 'Receipts per hour and channel'),
  about: words(
    'Pembayaran satu tanggal buku menurut jam dibukukan, tanpa yang dibatalkan dan tanpa biaya admin bank.',
    'Payments of one business date by the hour they were booked, without those reversed and without the fee the bank keeps.',
  ),
  permission: 'payment.read',
  parameters: [DAY, REGION],
  columns: [
    text('hour', 'Jam', 'Hour'),
    channel('channel', 'Kanal', 'Channel'),
    count('payments', 'Pembayaran', 'Payments'),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: '/reports/payment-register?from={day}&to={day}&hour={hour?}&channel={channel?}&region={region?}',
  sql: `SELECT to_char(p.posted_at AT TIME ZONE :zone, 'HH24') AS hour, p.channel, count(*) AS payments, sum(p.amount)::bigint AS amount
    FROM pembayaran p
    WHERE p.kind = 'PAYMENT' AND p.business_date = :day::date AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
      AND (:region IS NULL OR :region::bigint = (SELECT ${REGION_THEN} FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id
        JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} WHERE a.payment_id = p.id AND a.kind = 'BILL' ORDER BY b.period, b.id LIMIT 1))
    GROUP BY 1, 2 ORDER BY 1, 2`,
  groupBy: 'hour',
  chart: { by: 'hour', of: ['amount'] },
  layout: 'PORTRAIT',
};
