import { OWED_PENALTY } from '../../../../water/penalty';
import { count, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { SHEET_BUCKETS } from './sheet-buckets';

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
  sql: `WITH late AS (
      SELECT b.customer_id, count(*) AS bills, sum(b.principal) AS principal, sum(${OWED_PENALTY}) AS penalty
      FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id
      WHERE b.state = 'ISSUED' AND b.due_date < :today::date
        AND (:region IS NULL OR b.customer_id IN (SELECT c.id FROM pelanggan c WHERE c.region_id = :region::bigint))
      GROUP BY b.customer_id)
    SELECT k.sheets, k.bucket, count(l.customer_id) AS customers, coalesce(sum(l.bills), 0)::bigint AS bills,
      coalesce(sum(l.principal), 0)::bigint AS principal, coalesce(sum(l.penalty), 0)::bigint AS penalty,
      coalesce(sum(l.principal + l.penalty), 0)::bigint AS amount
    FROM (VALUES ${SHEET_BUCKETS}) AS k (place, bucket, sheets, least, most)
    LEFT JOIN late l ON l.bills BETWEEN k.least AND k.most
    GROUP BY k.place, k.bucket, k.sheets ORDER BY k.place`,
  chart: { by: 'sheets', of: ['amount'] },
  layout: 'PORTRAIT',
};
