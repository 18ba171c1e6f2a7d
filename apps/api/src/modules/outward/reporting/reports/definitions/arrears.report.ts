import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { LATE_AGES, type LateAge } from '../../bills/late-ages';
import { count, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

function late(age: LateAge): string {
  const [from, to] = LATE_AGES[age];
  return `coalesce(sum(l.amount) FILTER (WHERE l.days >= ${String(from)}${
    to === null ? '' : ` AND l.days <= ${String(to)}`
  }), 0)::bigint`;
}

/** The bills an amount is of. */
const ofAge = (age: LateAge) => ({
  link: `/bills?late=${encodeURIComponent(age)}&region_id={region_id?}`,
});

const LATE = "b.state = 'ISSUED' AND b.due_date < :today::date";

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
    count('bills', 'Rekening', 'Bills'),
    rupiah('to_30', '1–30 hari', '1–30 days', ofAge('1-30')),
    rupiah('to_60', '31–60 hari', '31–60 days', ofAge('31-60')),
    rupiah('to_90', '61–90 hari', '61–90 days', ofAge('61-90')),
    rupiah('to_180', '91–180 hari', '91–180 days', ofAge('91-180')),
    rupiah('to_365', '181–365 hari', '181–365 days', ofAge('181-365')),
    rupiah('beyond', 'Lebih dari 365 hari', 'Over 365 days', ofAge('>365')),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: OVERDUE.link,
  hidden: ['region_id'],
  // Bills and money from the sums that are kept; people, who are counted once each, from the numbers that are kept. Only of the few who have moved it is asked where each of their months lay.
  sql: `WITH late AS (
      SELECT b.region_id, :today::date - b.due_date AS days, b.issued - b.paid AS bills,
        b.issued_amount - b.paid_amount + b.penalty_amount - b.penalty_paid - b.waived_open AS amount
      FROM rekening_periode b WHERE b.due_date < :today::date
    ), moved AS MATERIALIZED (
      SELECT DISTINCT b.customer_id, c.region_id AS lives, ${REGION_THEN} AS region_id
      FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')}
      WHERE ${LATE} AND EXISTS (SELECT FROM riwayat_letak m WHERE m.customer_id = b.customer_id)
    ), people AS (
      SELECT region_id, sum(customers)::bigint AS customers FROM (
        SELECT n.region_id, n.customers FROM tunggakan_lembar_kini(:today::date) n
        UNION ALL SELECT m.lives, -1 FROM (SELECT DISTINCT customer_id, lives FROM moved) m
        UNION ALL SELECT m.region_id, 1 FROM moved m
      ) late_people GROUP BY region_id
    )
    SELECT w.id AS region_id, w.name AS region, p.customers, sum(l.bills)::bigint AS bills, ${late('1-30')} AS to_30,
      ${late('31-60')} AS to_60, ${late('61-90')} AS to_90, ${late('91-180')} AS to_180, ${late('181-365')} AS to_365,
      ${late('>365')} AS beyond, coalesce(sum(l.amount), 0)::bigint AS amount
    FROM late l JOIN people p ON p.region_id = l.region_id JOIN wilayah w ON w.id = l.region_id
    GROUP BY w.id, w.name, p.customers ORDER BY w.name, w.id`,
  layout: 'LANDSCAPE',
};
