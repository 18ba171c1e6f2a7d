import { count, date, DAYS, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

/** LPP of the counters. */
export const COUNTER_RECEIPTS_REPORT: ReportDefinition = {
  key: 'counter-receipts',
  group: 'COUNTER',
  title: words('LPP loket per kasir', 'Receipts per counter and cashier'),
  about: words(
    'Rekening air yang dibayar tunai di loket menurut tanggal buku; pembatalan dikurangkan pada hari uang dikembalikan.',
    'Water bills paid in cash at counters by business date; a reversal is taken off on the day the money went back.',
  ),
  permission: 'counter.read',
  parameters: DAYS,
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    text('drawer', 'Loket', 'Counter'),
    text('cashier', 'Kasir', 'Cashier'),
    count('payments', 'Pembayaran', 'Payments'),
    count('sheets', 'Lembar', 'Sheets'),
    rupiah('bills', 'Rekening dan denda', 'Bills and penalties'),
    rupiah('stamp_duty', 'Bea meterai', 'Stamp duty'),
    rupiah('fee', 'Biaya loket', 'Counter fee'),
    rupiah('reversed', 'Dibatalkan', 'Reversed'),
    rupiah('net', 'Diterima', 'Received'),
  ],
  opens: '/shifts?from={business_date}&to={business_date}&drawer_id={drawer_id}',
  hidden: ['drawer_id'],
  sql: `SELECT p.business_date, k.id AS drawer_id, k.name AS drawer, u.name AS cashier,
      count(*) FILTER (WHERE p.kind = 'PAYMENT')::int AS payments,
      coalesce(sum((SELECT count(*) FROM pembayaran_alokasi a WHERE a.payment_id = p.id AND a.kind = 'BILL'))
        FILTER (WHERE p.kind = 'PAYMENT'), 0)::int AS sheets,
      coalesce(sum(p.bill_amount) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS bills,
      coalesce(sum(p.stamp_duty) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS stamp_duty,
      coalesce(sum(p.admin_fee) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS fee,
      coalesce(sum(p.amount + p.admin_fee) FILTER (WHERE p.kind = 'REVERSAL'), 0)::bigint AS reversed,
      sum(CASE p.kind WHEN 'REVERSAL' THEN -1 ELSE 1 END * (p.amount + p.admin_fee))::bigint AS net
    FROM pembayaran p JOIN shift_kas s ON s.id = p.shift_id JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id
    WHERE p.business_date BETWEEN :from::date AND :to::date
    GROUP BY 1, k.id, k.name, u.id, u.name ORDER BY 1, k.name, k.id, u.name, u.id`,
  layout: 'LANDSCAPE',
};
