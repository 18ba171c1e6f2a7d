import type { ReportDefinition } from '../report';

const late = (from: number, to: number | null) =>
  `coalesce(sum(l.amount) FILTER (WHERE l.days >= ${String(from)}${
    to === null ? '' : ` AND l.days <= ${String(to)}`
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
  // Bills and money from the sums that are kept; people, who are counted once each, from the index of open bills.
  sql: `WITH late AS (
      SELECT b.region_id, $1::date - b.due_date AS days, b.issued - b.paid AS bills,
        b.issued_amount - b.paid_amount + b.penalty_amount - b.penalty_paid - b.waived_open AS amount
      FROM rekening_periode b WHERE b.due_date < $1::date
    ), people AS (
      SELECT c.region_id, count(*) AS customers
      FROM (SELECT customer_id FROM tagihan WHERE state = 'ISSUED' AND due_date < $1::date GROUP BY customer_id) o
        JOIN pelanggan c ON c.id = o.customer_id GROUP BY 1
    )
    SELECT w.name AS region, p.customers, sum(l.bills)::bigint AS bills, ${late(1, 30)} AS to_30,
      ${late(31, 60)} AS to_60, ${late(61, 90)} AS to_90, ${late(91, null)} AS beyond, ${late(1, null)} AS amount
    FROM late l JOIN people p ON p.region_id = l.region_id JOIN wilayah w ON w.id = l.region_id
    GROUP BY w.id, w.name, p.customers ORDER BY w.name, w.id`,
  layout: 'LANDSCAPE',
};
