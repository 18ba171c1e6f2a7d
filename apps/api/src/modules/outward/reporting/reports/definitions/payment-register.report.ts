import { joinPlace, REGION_THEN } from '../../../../water/customers';
import {
  channel,
  CHANNEL,
  COLLECTOR,
  DAYS,
  identifier,
  moment,
  oneOf,
  REGION,
  rupiah,
  text,
  words,
} from '../columns';
import type { ReportDefinition } from '../report';

const HOURS = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => {
    const name = String(hour).padStart(2, '0');
    return [name, words(`${name}.00–${name}.59`, `${name}:00–${name}:59`)];
  }),
);

export const PAYMENT_REGISTER_REPORT: ReportDefinition = {
  key: 'payment-register',
  group: 'RECEIPTS',
  title: words('Register pembayaran', 'Register of payments'),
  about: words(
    'Setiap pembayaran menurut tanggal buku dan jam dibukukan, tanpa yang dibatalkan. Jumlah adalah tanpa biaya admin bank.',
    'Each payment by business date and the hour it was booked, without those reversed. The amount is without the fee the bank keeps.',
  ),
  permission: 'payment.read',
  parameters: [...DAYS, oneOf('hour', 'Jam', 'Hour', HOURS), COLLECTOR, CHANNEL, REGION],
  columns: [
    moment('posted_at', 'Dibukukan', 'Booked'),
    identifier('receipt', 'No. kwitansi', 'Receipt no.', { link: '/payments/{payment_id}' }),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('bank', 'Penerima', 'Collector'),
    channel('channel', 'Kanal', 'Channel'),
    identifier('bank_reference', 'Referensi', 'Reference'),
    rupiah('bills', 'Rekening dan denda', 'Bills and penalties'),
    rupiah('stamp_duty', 'Meterai', 'Stamp duty'),
    rupiah('amount', 'Jumlah', 'Amount'),
    rupiah('admin_fee', 'Admin', 'Fee'),
  ],
  opens: '/payments/{payment_id}',
  hidden: ['payment_id', 'customer_id'],
  sql: `SELECT p.posted_at, p.id AS payment_id, k.receipt_number AS receipt, q.id AS customer_id, q.customer_number, q.name, i.name AS bank, p.channel,
      p.bank_reference, p.bill_amount AS bills, p.stamp_duty, p.amount, p.admin_fee
    FROM pembayaran p JOIN penerima i ON i.id = p.collector_id LEFT JOIN pelanggan q ON q.id = p.customer_id LEFT JOIN kwitansi k ON k.payment_id = p.id
    WHERE p.kind = 'PAYMENT' AND p.business_date BETWEEN :from::date AND :to::date AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
      AND (:hour IS NULL OR to_char(p.posted_at AT TIME ZONE :zone, 'HH24') = :hour)
      AND (:collector IS NULL OR p.collector_id = :collector::bigint) AND (:channel IS NULL OR p.channel = :channel)
      AND (:region IS NULL OR :region::bigint = (SELECT ${REGION_THEN} FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id
        JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} WHERE a.payment_id = p.id AND a.kind = 'BILL' ORDER BY b.period, b.id LIMIT 1))
    ORDER BY p.posted_at, p.id`,
  numbered: true,
  longest: { days: 31 },
  layout: 'LANDSCAPE',
};
