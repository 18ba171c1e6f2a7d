import type { ReportDefinition } from '../report';

export const COUNTER_SERVICES_REPORT: ReportDefinition = {
  key: 'counter-services',
  title: { id: 'Penjualan PPOB loket per layanan', en: 'PPOB sales of counters per service' },
  about: {
    id: 'Layanan yang dijual tunai di loket menurut hari penjualan, tanpa yang uangnya sudah dikembalikan.',
    en: 'Services sold for cash at counters by day of sale, without those whose money was handed back.',
  },
  permission: 'counter.read',
  parameters: [
    { name: 'from', title: { id: 'Dari tanggal', en: 'From' }, kind: 'DATE' },
    { name: 'to', title: { id: 'Sampai tanggal', en: 'To' }, kind: 'DATE' },
  ],
  columns: [
    { key: 'business_date', title: { id: 'Tanggal buku', en: 'Business date' }, cell: 'DATE' },
    { key: 'drawer', title: { id: 'Loket', en: 'Counter' }, cell: 'TEXT' },
    { key: 'service', title: { id: 'Layanan', en: 'Service' }, cell: 'TEXT' },
    { key: 'sales', title: { id: 'Penjualan', en: 'Sales' }, cell: 'COUNT' },
    { key: 'waiting', title: { id: 'Belum selesai', en: 'Not over' }, cell: 'COUNT' },
    { key: 'principal', title: { id: 'Pokok', en: 'Principal' }, cell: 'RUPIAH' },
    { key: 'fee', title: { id: 'Biaya admin', en: 'Fee' }, cell: 'RUPIAH' },
    { key: 'total', title: { id: 'Total', en: 'Total' }, cell: 'RUPIAH' },
  ],
  // A sale is held by a journal of its own day; PDAM for a customer of ours is a payment of that day.
  sql: `SELECT j.business_date, k.name AS drawer, v.name AS service, count(*)::int AS sales,
      count(*) FILTER (WHERE t.status <> 'SUCCESS')::int AS waiting, sum(t.principal)::bigint AS principal,
      sum(t.admin_fee)::bigint AS fee, sum(t.principal + t.admin_fee)::bigint AS total
    FROM transactions t JOIN services v ON v.id = t.service_id JOIN shift_kas s ON s.id = t.shift_id JOIN loket_kas k ON k.id = s.drawer_id
    JOIN jurnal j ON (j.entity_type = 'transactions' AND j.entity_id = t.id AND j.event = 'sale.held')
      OR (j.entity_type = 'pembayaran' AND j.entity_id = t.payment_id)
    WHERE $1::date IS NOT NULL AND j.business_date BETWEEN $2 AND $3 AND t.status <> 'REFUNDED'
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  layout: 'PORTRAIT',
};
