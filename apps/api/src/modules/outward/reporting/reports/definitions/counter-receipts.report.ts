import type { ReportDefinition } from '../report';

/** LPP of the counters. */
export const COUNTER_RECEIPTS_REPORT: ReportDefinition = {
  key: 'counter-receipts',
  title: { id: 'LPP loket per kasir', en: 'Receipts per counter and cashier' },
  about: {
    id: 'Rekening air yang dibayar tunai di loket menurut tanggal buku; pembatalan dikurangkan pada hari uang dikembalikan.',
    en: 'Water bills paid in cash at counters by business date; a reversal is taken off on the day the money went back.',
  },
  permission: 'counter.read',
  parameters: [
    { name: 'from', title: { id: 'Dari tanggal', en: 'From' }, kind: 'DATE' },
    { name: 'to', title: { id: 'Sampai tanggal', en: 'To' }, kind: 'DATE' },
  ],
  columns: [
    { key: 'business_date', title: { id: 'Tanggal buku', en: 'Business date' }, cell: 'DATE' },
    { key: 'drawer', title: { id: 'Loket', en: 'Counter' }, cell: 'TEXT' },
    { key: 'cashier', title: { id: 'Kasir', en: 'Cashier' }, cell: 'TEXT' },
    { key: 'payments', title: { id: 'Pembayaran', en: 'Payments' }, cell: 'COUNT' },
    { key: 'sheets', title: { id: 'Lembar', en: 'Sheets' }, cell: 'COUNT' },
    { key: 'bills', title: { id: 'Rekening dan denda', en: 'Bills and penalties' }, cell: 'RUPIAH' },
    { key: 'stamp_duty', title: { id: 'Bea meterai', en: 'Stamp duty' }, cell: 'RUPIAH' },
    { key: 'fee', title: { id: 'Biaya loket', en: 'Counter fee' }, cell: 'RUPIAH' },
    { key: 'reversed', title: { id: 'Dibatalkan', en: 'Reversed' }, cell: 'RUPIAH' },
    { key: 'net', title: { id: 'Diterima', en: 'Received' }, cell: 'RUPIAH' },
  ],
  sql: `SELECT p.business_date, k.name AS drawer, u.name AS cashier,
      count(*) FILTER (WHERE p.kind = 'PAYMENT')::int AS payments,
      coalesce(sum((SELECT count(*) FROM pembayaran_alokasi a WHERE a.payment_id = p.id AND a.kind = 'BILL'))
        FILTER (WHERE p.kind = 'PAYMENT'), 0)::int AS sheets,
      coalesce(sum(p.bill_amount) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS bills,
      coalesce(sum(p.stamp_duty) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS stamp_duty,
      coalesce(sum(p.admin_fee) FILTER (WHERE p.kind = 'PAYMENT'), 0)::bigint AS fee,
      coalesce(sum(p.amount + p.admin_fee) FILTER (WHERE p.kind = 'REVERSAL'), 0)::bigint AS reversed,
      sum(CASE p.kind WHEN 'REVERSAL' THEN -1 ELSE 1 END * (p.amount + p.admin_fee))::bigint AS net
    FROM pembayaran p JOIN shift_kas s ON s.id = p.shift_id JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id
    WHERE $1::date IS NOT NULL AND p.business_date BETWEEN $2 AND $3
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  layout: 'LANDSCAPE',
};
