import { count, period, PERIODS, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const PENALTIES_REPORT: ReportDefinition = {
  key: 'penalties',
  group: 'ARREARS',
  title: words('Denda dan pemutihan per periode dan wilayah', 'Penalties and waivers per period and region'),
  about: words(
    'Denda yang sudah dibukukan atas rekening terbit: yang masih terutang, yang sudah dibayar, dan yang dihapus.',
    'Penalties booked on issued bills: still owed, already paid, and waived.',
  ),
  permission: 'penalty.read',
  parameters: PERIODS,
  columns: [
    period('period', 'Periode', 'Period'),
    text('region', 'Wilayah', 'Region'),
    count('bills', 'Rekening', 'Bills'),
    rupiah('owed', 'Terutang', 'Owed'),
    rupiah('paid', 'Dibayar', 'Paid'),
    rupiah('waived', 'Dihapus', 'Waived'),
  ],
  opens: '/reports/penalty-register?from={period}&to={period}&region={region_id}',
  hidden: ['region_id'],
  sql: `SELECT b.period, w.id AS region_id, w.name AS region, sum(b.penalties)::bigint AS bills,
      sum(b.penalty_amount - b.penalty_paid - b.waived_open)::bigint AS owed, sum(b.penalty_paid - b.waived_paid)::bigint AS paid,
      sum(b.waived_open + b.waived_paid)::bigint AS waived
    FROM rekening_periode b JOIN wilayah w ON w.id = b.region_id
    WHERE b.period BETWEEN :from AND :to
    GROUP BY b.period, w.id, w.name HAVING sum(b.penalties) > 0 ORDER BY b.period, w.name, w.id`,
  layout: 'LANDSCAPE',
};
