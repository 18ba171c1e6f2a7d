import { average, choice, count, PERIODS, REGION, rupiah, text, volume, words } from '../columns';
import type { ReportDefinition } from '../report';

export const USAGE_REPORT: ReportDefinition = {
  key: 'usage',
  group: 'BILLING',
  title: words('Pemakaian dan harga rata-rata', 'Usage and average price'),
  about: words(
    'Air yang ditagih dan harganya; harga rata-rata adalah harga air dibagi m³, tanpa beban tetap.',
    'Water that was billed and its price; the average price is water charges for each m³, without fixed charges.',
  ),
  permission: 'bill.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      PERIOD: words('Periode', 'Period'),
      CATEGORY: words('Golongan', 'Category'),
      REGION: words('Wilayah', 'Region'),
    }),
    ...PERIODS,
    REGION,
  ],
  columns: [
    text('heading', 'Uraian', 'What'),
    count('sheets', 'Lembar', 'Bills'),
    volume('usage_m3', 'm³', 'm³'),
    rupiah('water', 'Harga air', 'Water'),
    rupiah('total', 'Total', 'Total'),
    average('mean_m3', 'm³/lembar', 'm³ per bill', { of: 'usage_m3', per: 'sheets' }),
    average('price', 'Harga rata-rata/m³', 'Average price per m³', { of: 'water', per: 'usage_m3' }),
    average('each', 'Rata-rata rekening', 'Average bill', { of: 'total', per: 'sheets' }),
  ],
  opens: '/reports/bill-register?from={first}&to={last}&part=ISSUED&region={region_id?}&tariff={tariff_id?}',
  hidden: ['region_id', 'tariff_id', 'first', 'last'],
  sql: `SELECT CASE :by WHEN 'PERIOD' THEN u.period WHEN 'CATEGORY' THEN t.code || ' ' || t.name ELSE w.code || ' ' || w.name END AS heading,
      coalesce(CASE :by WHEN 'REGION' THEN min(w.id) END, :region::bigint) AS region_id, CASE :by WHEN 'CATEGORY' THEN min(t.id) END AS tariff_id,
      min(CASE :by WHEN 'PERIOD' THEN u.period ELSE :from END) AS first, max(CASE :by WHEN 'PERIOD' THEN u.period ELSE :to END) AS last,
      sum(u.bills)::bigint AS sheets, sum(u.usage_m3)::bigint AS usage_m3, sum(u.water_amount)::bigint AS water, sum(u.amount)::bigint AS total
    FROM pemakaian_air u JOIN wilayah w ON w.id = u.region_id JOIN tarif t ON t.id = u.tariff_id
    WHERE u.period BETWEEN :from AND :to AND (:region IS NULL OR u.region_id = :region::bigint)
    GROUP BY 1 HAVING sum(u.bills) <> 0 ORDER BY 1`,
  longest: { periods: 24 },
  chart: { by: 'heading', of: ['usage_m3'] },
  layout: 'PORTRAIT',
};
