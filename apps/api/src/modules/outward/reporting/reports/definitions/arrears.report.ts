import { count, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

const late = (from: number, to: number | null) =>
  `coalesce(sum(b.principal + coalesce(d.amount - d.waived, 0)) FILTER (WHERE :today::date - b.due_date >= ${String(from)}${
    to === null ? '' : ` AND :today::date - b.due_date <= ${String(to)}`
  }), 0)::bigint`;

const OVERDUE = { link: '/bills?state=ISSUED&overdue=true&region_id={region_id?}' };

export const ARREARS_REPORT: ReportDefinition = {
  key: 'arrears',
  group: 'ARREARS',
  title: words('Umur tunggakan per wilayah', 'Age of arrears per region'),
  about: words(
    'Rekening terbit yang lewat jatuh tempo hari ini, pokok dan denda, menurut lamanya terlambat.',
    'Issued bills past their due day today, principal and penalty, by how long they are late.',
  ),
  permission: 'bill.read',
  parameters: [],
  columns: [
    text('region', 'Wilayah', 'Region'),
    count('customers', 'Pelanggan', 'Customers'),
    count('bills', 'Rekening', 'Bills', OVERDUE),
    rupiah('to_30', '1–30 hari', '1–30 days'),
    rupiah('to_60', '31–60 hari', '31–60 days'),
    rupiah('to_90', '61–90 hari', '61–90 days'),
    rupiah('beyond', 'Lebih dari 90 hari', 'Over 90 days'),
    rupiah('amount', 'Jumlah', 'Amount', OVERDUE),
  ],
  hidden: ['region_id'],
  sql: `SELECT w.id AS region_id, w.name AS region, count(DISTINCT b.customer_id) AS customers, count(*) AS bills, ${late(1, 30)} AS to_30,
      ${late(31, 60)} AS to_60, ${late(61, 90)} AS to_90, ${late(91, null)} AS beyond, ${late(1, null)} AS amount
    FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id
      JOIN wilayah w ON w.id = c.region_id
    WHERE b.state = 'ISSUED' AND b.due_date < :today::date GROUP BY w.id, w.name ORDER BY w.name, w.id`,
  layout: 'LANDSCAPE',
};
