import { count, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { ARREARS_BY_NUMBER } from './arrears-of-customers';
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
  // How many people are late with so many bills, then those held against the classes.
  sql: `WITH many AS (
      SELECT t.sheets AS bills, sum(t.customers) AS customers, sum(t.principal)::bigint AS principal, sum(t.penalty)::bigint AS penalty
      FROM ${ARREARS_BY_NUMBER} t GROUP BY t.sheets
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
