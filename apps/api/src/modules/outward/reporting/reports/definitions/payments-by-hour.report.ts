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
  sql: `SELECT to_char(p.posted_at AT TIME ZONE :zone, 'HH24') AS hour, p.channel, count(*) AS payments, sum(p.amount)::bigint AS amount
    FROM pembayaran p LEFT JOIN pelanggan c ON c.id = p.customer_id
    WHERE p.kind = 'PAYMENT' AND p.business_date = :day::date AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
      AND (:region IS NULL OR c.region_id = :region::bigint)
    GROUP BY 1, 2 ORDER BY 1, 2`,
  groupBy: 'hour',
  chart: { by: 'hour', of: ['amount'] },
  layout: 'PORTRAIT',
};
