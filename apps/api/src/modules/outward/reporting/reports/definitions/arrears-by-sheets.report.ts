import { OWED_PENALTY } from '../../../../water/penalty';
import { count, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { SHEET_BUCKETS } from './sheet-buckets';

const LATE = `b.state = 'ISSUED' AND b.due_date < :today::date
        AND (:region IS NULL OR b.customer_id IN (SELECT c.id FROM pelanggan c WHERE c.region_id = :region::bigint))`;

export const ARREARS_BY_SHEETS_REPORT: ReportDefinition = {
  key: 'arrears-by-sheets',
  group: 'ARREARS',
  title: words('Tunggakan menurut jumlah lembar', 'Arrears by number of bills'),
  about: words(
    'Pelanggan menurut banyaknya rekening yang lewat jatuh tempo hari ini; yang menunggak lebih dari 12 lembar perlu ditinjau untuk penghapusan.',
    'Customers by how many of their bills are past due today; those with more than 12 are to be looked at for a write-off.',
  ),
  permission: 'bill.read',
  parameters: [REGION],
  columns: [
    text('sheets', 'Lembar', 'Bills each'),
    count('customers', 'Pelanggan', 'Customers'),
    count('bills', 'Rekening', 'Bills'),
    rupiah('principal', 'Pokok', 'Principal'),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: '/reports/collection-list?sheets={bucket?}&region={region?}',
  hidden: ['bucket'],
  // First people, in the order of an index that carries what they owe; penalties, which few have, for themselves; and only how
  // many people are late with so many bills is held against the classes.
  sql: `WITH late AS (
      SELECT b.customer_id, count(*) AS bills, sum(b.principal)::bigint AS principal
      FROM tagihan b WHERE ${LATE} GROUP BY b.customer_id
    ), penalties AS (
      SELECT b.customer_id, sum(${OWED_PENALTY})::bigint AS penalty
      FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE ${LATE} GROUP BY b.customer_id
    ), many AS (
      SELECT l.bills, count(*) AS customers, sum(l.principal)::bigint AS principal, coalesce(sum(p.penalty), 0)::bigint AS penalty
      FROM late l LEFT JOIN penalties p ON p.customer_id = l.customer_id GROUP BY l.bills
    )
    SELECT k.sheets, k.bucket, coalesce(sum(m.customers), 0)::bigint AS customers,
      coalesce(sum(m.customers * m.bills), 0)::bigint AS bills, coalesce(sum(m.principal), 0)::bigint AS principal,
      coalesce(sum(m.penalty), 0)::bigint AS penalty, coalesce(sum(m.principal + m.penalty), 0)::bigint AS amount
    FROM (VALUES ${SHEET_BUCKETS}) AS k (place, bucket, sheets, least, most)
    LEFT JOIN many m ON m.bills BETWEEN k.least AND k.most
    GROUP BY k.place, k.bucket, k.sheets ORDER BY k.place`,
  chart: { by: 'sheets', of: ['amount'] },
  layout: 'PORTRAIT',
};
