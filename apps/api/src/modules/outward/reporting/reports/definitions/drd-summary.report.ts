import { STATE_NAMES } from '@tirtapay/domain';
import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { average, choice, count, PERIODS, rupiah, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

export const DRD_SUMMARY_REPORT: ReportDefinition = {
  key: 'drd-summary',
  group: 'BILLING',
  title: words('Ikhtisar DRD', 'Summary of the DRD'),
  about: words(
    'Rekening air yang ditetapkan, dijumlahkan menurut golongan, wilayah, periode atau status; rata-rata adalah m³ per lembar.',
    'Water bills issued, added up by category, region, period or state; the average is m³ for each bill.',
  ),
  permission: 'bill.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      CATEGORY: words('Golongan', 'Category'),
      REGION: words('Wilayah', 'Region'),
      PERIOD: words('Periode', 'Period'),
      STATE: words('Status rekening', 'State of the bill'),
    }),
    ...PERIODS,
  ],
  columns: [
    word('heading', 'Uraian', 'What', STATE_NAMES.bill),
    // One connection is billed every month, and may change its category.
    count('customers', 'Jml SL', 'Connections', { whole: 'connections' }),
    count('sheets', 'Lembar', 'Bills'),
    volume('usage_m3', 'm³', 'm³'),
    rupiah('water', 'Harga air', 'Water'),
    rupiah('fixed', 'Beban tetap', 'Fixed'),
    rupiah('other', 'Koreksi', 'Corrections'),
    rupiah('total', 'Total', 'Total'),
    average('mean_m3', 'm³/lembar', 'm³ per bill', { of: 'usage_m3', per: 'sheets' }),
  ],
  opens: '/reports/bill-register?from={first}&to={last}&part={part}&region={region_id?}&tariff={tariff_id?}',
  hidden: ['region_id', 'tariff_id', 'first', 'last', 'part', 'connections'],
  sql: `SELECT CASE :by WHEN 'CATEGORY' THEN t.code || ' ' || t.name WHEN 'REGION' THEN w.code || ' ' || w.name WHEN 'STATE' THEN b.state
        ELSE b.period END AS heading,
      CASE :by WHEN 'REGION' THEN min(w.id) END AS region_id, CASE :by WHEN 'CATEGORY' THEN min(t.id) END AS tariff_id,
      min(CASE :by WHEN 'PERIOD' THEN b.period ELSE :from END) AS first, max(CASE :by WHEN 'PERIOD' THEN b.period ELSE :to END) AS last,
      CASE WHEN :by <> 'STATE' THEN 'ISSUED' WHEN min(b.state) = 'ISSUED' THEN 'OPEN' ELSE min(b.state) END AS part,
      (SELECT count(DISTINCT x.customer_id) FROM tagihan x WHERE x.period BETWEEN :from AND :to AND x.kind = 'WATER'
        AND x.state IN ('ISSUED', 'PAID', 'REPLACED_BY')) AS connections,
      count(DISTINCT b.customer_id) AS customers, count(*) AS sheets, sum(b.usage_m3)::bigint AS usage_m3, sum(b.water_amount)::bigint AS water,
      sum(b.fixed_amount)::bigint AS fixed, sum(b.other_amount)::bigint AS other, sum(b.principal)::bigint AS total
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN wilayah w ON w.id = ${REGION_THEN}
      JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
    WHERE b.period BETWEEN :from AND :to AND b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
    GROUP BY 1 ORDER BY 1`,
  longest: { periods: 12 },
  chart: { by: 'heading', of: ['total'] },
  layout: 'LANDSCAPE',
};
