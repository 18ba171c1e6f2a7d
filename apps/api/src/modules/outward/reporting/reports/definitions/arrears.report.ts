import type { ReportDefinition } from '../report';

const late = (from: number, to: number | null) =>
  `coalesce(sum(b.principal + coalesce(d.amount - d.waived, 0)) FILTER (WHERE $1::date - b.due_date >= ${String(from)}${
    to === null ? '' : ` AND $1::date - b.due_date <= ${String(to)}`
  }), 0)::bigint`;

export const ARREARS_REPORT: ReportDefinition = {
  key: 'arrears',
  title: { id: 'Umur tunggakan per wilayah', en: 'Age of arrears per region' },
  about: {
    id: 'Rekening terbit yang lewat jatuh tempo hari ini, pokok dan denda, menurut lamanya terlambat.',
    en: 'Issued bills past their due day today, principal and penalty, by how long they are late.',
  },
  permission: 'bill.read',
  parameters: [],
  columns: [
    { key: 'region', title: { id: 'Wilayah', en: 'Region' }, cell: 'TEXT' },
    { key: 'customers', title: { id: 'Pelanggan', en: 'Customers' }, cell: 'COUNT' },
    { key: 'bills', title: { id: 'Rekening', en: 'Bills' }, cell: 'COUNT' },
    { key: 'to_30', title: { id: '1–30 hari', en: '1–30 days' }, cell: 'RUPIAH' },
    { key: 'to_60', title: { id: '31–60 hari', en: '31–60 days' }, cell: 'RUPIAH' },
    { key: 'to_90', title: { id: '61–90 hari', en: '61–90 days' }, cell: 'RUPIAH' },
    { key: 'beyond', title: { id: 'Lebih dari 90 hari', en: 'Over 90 days' }, cell: 'RUPIAH' },
    { key: 'amount', title: { id: 'Jumlah', en: 'Amount' }, cell: 'RUPIAH' },
  ],
  sql: `SELECT w.name AS region, count(DISTINCT b.customer_id) AS customers, count(*) AS bills, ${late(1, 30)} AS to_30,
      ${late(31, 60)} AS to_60, ${late(61, 90)} AS to_90, ${late(91, null)} AS beyond, ${late(1, null)} AS amount
    FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id
      JOIN wilayah w ON w.id = c.region_id
    WHERE b.state = 'ISSUED' AND b.due_date < $1::date GROUP BY w.id, w.name ORDER BY w.name, w.id`,
  layout: 'LANDSCAPE',
};
