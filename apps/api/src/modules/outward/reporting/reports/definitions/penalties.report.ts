import type { ReportDefinition } from '../report';

export const PENALTIES_REPORT: ReportDefinition = {
  key: 'penalties',
  title: { id: 'Denda per periode dan wilayah', en: 'Penalties per period and region' },
  about: {
    id: 'Denda yang sudah dibukukan atas rekening terbit: yang masih terutang, yang sudah dibayar, dan yang dihapus.',
    en: 'Penalties booked on issued bills: still owed, already paid, and waived.',
  },
  permission: 'penalty.read',
  parameters: [
    { name: 'from', title: { id: 'Dari periode', en: 'From period' }, kind: 'PERIOD' },
    { name: 'to', title: { id: 'Sampai periode', en: 'To period' }, kind: 'PERIOD' },
  ],
  columns: [
    { key: 'period', title: { id: 'Periode', en: 'Period' }, cell: 'PERIOD' },
    { key: 'region', title: { id: 'Wilayah', en: 'Region' }, cell: 'TEXT' },
    { key: 'bills', title: { id: 'Rekening', en: 'Bills' }, cell: 'COUNT' },
    { key: 'owed', title: { id: 'Terutang', en: 'Owed' }, cell: 'RUPIAH' },
    { key: 'paid', title: { id: 'Dibayar', en: 'Paid' }, cell: 'RUPIAH' },
    { key: 'waived', title: { id: 'Dihapus', en: 'Waived' }, cell: 'RUPIAH' },
  ],
  sql: `SELECT b.period, w.name AS region, sum(b.penalties)::bigint AS bills,
      sum(b.penalty_amount - b.penalty_paid - b.waived_open)::bigint AS owed, sum(b.penalty_paid - b.waived_paid)::bigint AS paid,
      sum(b.waived_open + b.waived_paid)::bigint AS waived
    FROM rekening_periode b JOIN wilayah w ON w.id = b.region_id
    WHERE $1::date IS NOT NULL AND b.period BETWEEN $2 AND $3
    GROUP BY b.period, w.id, w.name HAVING sum(b.penalties) > 0 ORDER BY b.period, w.name, w.id`,
  layout: 'LANDSCAPE',
};
