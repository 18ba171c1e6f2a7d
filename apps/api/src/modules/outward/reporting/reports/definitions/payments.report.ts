import { channel, COLLECTOR, count, DAYS, oneOf, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

const LIST = {
  link: '/payments?business_date_from={first_day}&business_date_to={last_day}&bank_id={collector_id}&channel={channel}&status=POSTED',
};

export const PAYMENTS_REPORT: ReportDefinition = {
  key: 'payments',
  group: 'RECEIPTS',
  title: words(
    'Penerimaan per hari atau bulan, penerima dan kanal',
    'Receipts per day or month, collector and channel',
  ),
  about: words(
    'Pembayaran menurut tanggal buku, tanpa yang dibatalkan dan tanpa biaya admin bank.',
    'Payments by business date, without those reversed and without the fee the bank keeps.',
  ),
  permission: 'payment.read',
  parameters: [
    ...DAYS,
    oneOf('unit', 'Per', 'Per', { DAY: words('Hari', 'Day'), MONTH: words('Bulan', 'Month') }),
    COLLECTOR,
  ],
  columns: [
    text('business_date', 'Tanggal buku', 'Business date'),
    text('bank', 'Penerima', 'Collector'),
    channel('channel', 'Kanal', 'Channel'),
    count('payments', 'Pembayaran', 'Payments', LIST),
    rupiah('amount', 'Jumlah', 'Amount', LIST),
  ],
  hidden: ['first_day', 'last_day', 'collector_id'],
  sql: `SELECT CASE WHEN :unit = 'MONTH' THEN to_char(p.business_date, 'YYYY-MM') ELSE p.business_date::text END AS business_date, i.name AS bank,
      p.channel, min(p.business_date) AS first_day, max(p.business_date) AS last_day, i.id AS collector_id,
      sum(p.payments)::bigint AS payments, sum(p.amount)::bigint AS amount
    FROM penerimaan_harian p JOIN penerima i ON i.id = p.collector_id
    WHERE p.business_date BETWEEN :from::date AND :to::date AND (:collector IS NULL OR i.id = :collector::bigint)
    GROUP BY 1, i.id, i.name, p.channel ORDER BY 1, i.name, i.id, p.channel`,
  chart: { by: 'business_date', of: ['amount'] },
  layout: 'PORTRAIT',
};
