import { joinPlace, REGION_THEN } from '../../../../water/customers';
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
  sql: `SELECT CASE :by WHEN 'PERIOD' THEN b.period WHEN 'CATEGORY' THEN t.code || ' ' || t.name ELSE w.code || ' ' || w.name END AS heading,
      count(*) AS sheets, sum(b.usage_m3)::bigint AS usage_m3, sum(b.water_amount)::bigint AS water, sum(b.principal)::bigint AS total
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN wilayah w ON w.id = ${REGION_THEN}
      JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
    WHERE b.period BETWEEN :from AND :to AND b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
      AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
    GROUP BY 1 ORDER BY 1`,
  longest: { periods: 24 },
  chart: { by: 'heading', of: ['usage_m3'] },
  layout: 'PORTRAIT',
};
