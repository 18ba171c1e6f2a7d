import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { OWED_PENALTY } from '../../../../water/penalty';
import { choice, count, percent, PERIODS, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

const LISTED = "(:by <> 'POLICY' OR min(k.id) IS NOT NULL) AND (:by <> 'CATEGORY' OR min(t.id) IS NOT NULL)";

export const PENALTY_STATISTICS_REPORT: ReportDefinition = {
  key: 'penalty-statistics',
  group: 'ARREARS',
  title: words(
    'Statistik denda per kebijakan, periode, golongan, atau wilayah',
    'Penalties by policy, period, category or region',
  ),
  about: words(
    'Denda yang dibukukan atas rekening periode yang dipilih: berapa yang dibayar, dihapus, dan masih terutang. Kebijakan ialah yang terakhir menghitung denda rekening itu.',
    'Penalties booked on bills of the chosen periods: how much was paid, waived and is still owed. The policy is the one that assessed the bill last.',
  ),
  permission: 'penalty.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      POLICY: words('Kebijakan', 'Policy'),
      PERIOD: words('Periode', 'Period'),
      CATEGORY: words('Golongan', 'Category'),
      REGION: words('Wilayah', 'Region'),
    }),
    ...PERIODS,
    REGION,
  ],
  columns: [
    text('heading', 'Kelompok', 'Group'),
    count('bills', 'Rekening', 'Bills'),
    rupiah('charged', 'Dikenakan', 'Charged'),
    rupiah('paid', 'Dibayar', 'Paid'),
    rupiah('waived', 'Dihapus', 'Waived'),
    rupiah('owed', 'Terutang', 'Owed'),
    percent('rate', '% dibayar', '% paid', { of: 'paid', per: 'charged' }),
  ],
  opens:
    '/reports/penalty-register?from={first}&to={last}&region={region_id?}&tariff={tariff_id?}&policy={policy_id?}',
  hidden: ['first', 'last', 'region_id', 'tariff_id', 'policy_id'],
  sql: `SELECT CASE :by WHEN 'POLICY' THEN k.name WHEN 'PERIOD' THEN b.period WHEN 'CATEGORY' THEN coalesce(t.code || ' ' || t.name, '-')
        ELSE w.code || ' ' || w.name END AS heading,
      -- Of what has no policy or category there is no list.
      CASE WHEN ${LISTED} THEN min(CASE :by WHEN 'PERIOD' THEN b.period ELSE :from END) END AS first,
      CASE WHEN ${LISTED} THEN max(CASE :by WHEN 'PERIOD' THEN b.period ELSE :to END) END AS last,
      coalesce(CASE :by WHEN 'REGION' THEN min(w.id) END, :region::bigint) AS region_id, CASE :by WHEN 'CATEGORY' THEN min(t.id) END AS tariff_id,
      CASE :by WHEN 'POLICY' THEN min(k.id) END AS policy_id,
      count(*) AS bills, sum(d.amount)::bigint AS charged,
      coalesce(sum(${OWED_PENALTY}) FILTER (WHERE b.state = 'PAID'), 0)::bigint AS paid, sum(d.amount - ${OWED_PENALTY})::bigint AS waived,
      coalesce(sum(${OWED_PENALTY}) FILTER (WHERE b.state = 'ISSUED'), 0)::bigint AS owed
    FROM tagihan b JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')}
      JOIN wilayah w ON w.id = ${REGION_THEN}
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(b.tariff_id, v.tariff_id)
      LEFT JOIN LATERAL (SELECT e.policy_id FROM denda_rincian e WHERE e.bill_id = b.id ORDER BY e.id DESC LIMIT 1) e ON true
      LEFT JOIN (SELECT p.id, p.name || CASE WHEN count(*) OVER (PARTITION BY p.name) > 1 THEN ' (' || p.valid_from || ')' ELSE '' END AS name
        FROM kebijakan_denda p) k ON k.id = e.policy_id
    WHERE b.period BETWEEN :from AND :to AND b.state IN ('ISSUED', 'PAID') AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
    GROUP BY 1, CASE :by WHEN 'POLICY' THEN k.id END ORDER BY 1, min(k.id)`,
  longest: { periods: 24 },
  chart: { by: 'heading', of: ['paid', 'owed'] },
  layout: 'LANDSCAPE',
};
