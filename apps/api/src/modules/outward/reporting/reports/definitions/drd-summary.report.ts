import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { average, choice, count, PERIODS, rupiah, text, volume, words } from '../columns';
import type { ReportDefinition } from '../report';

const LIST = {
  link: '/bills?kind=WATER&period={one_period}&state=ISSUED,PAID,REPLACED_BY&region_id={region_id?}&tariff_id={tariff_id?}',
};

export const DRD_SUMMARY_REPORT: ReportDefinition = {
  key: 'drd-summary',
  group: 'BILLING',
  title: words('Ikhtisar DRD', 'Summary of the DRD'),
  about: words(
    'Rekening air yang ditetapkan, dijumlahkan menurut golongan, wilayah atau periode; rata-rata adalah m³ per sambungan yang ditagih.',
    'Water bills issued, added up by category, region or period; the average is m³ for each connection that was billed.',
  ),
  permission: 'bill.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      CATEGORY: words('Golongan', 'Category'),
      REGION: words('Wilayah', 'Region'),
      PERIOD: words('Periode', 'Period'),
    }),
    ...PERIODS,
  ],
  columns: [
    text('heading', 'Uraian', 'What'),
    count('customers', 'Jml SL', 'Connections'),
    count('sheets', 'Lembar', 'Bills', LIST),
    volume('usage_m3', 'm³', 'm³'),
    rupiah('water', 'Harga air', 'Water'),
    rupiah('fixed', 'Beban tetap', 'Fixed'),
    rupiah('other', 'Koreksi', 'Corrections'),
    rupiah('total', 'Total', 'Total', LIST),
    average('mean_m3', 'm³/lembar', 'm³ per bill', { of: 'usage_m3', per: 'sheets' }),
  ],
  hidden: ['region_id', 'tariff_id', 'one_period'],
  sql: `SELECT CASE :by WHEN 'CATEGORY' THEN t.code || ' ' || t.name WHEN 'REGION' THEN w.code || ' ' || w.name ELSE b.period END AS heading,
      CASE :by WHEN 'REGION' THEN min(w.id) END AS region_id, CASE :by WHEN 'CATEGORY' THEN min(t.id) END AS tariff_id,
      CASE WHEN min(b.period) = max(b.period) THEN min(b.period) END AS one_period,
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
