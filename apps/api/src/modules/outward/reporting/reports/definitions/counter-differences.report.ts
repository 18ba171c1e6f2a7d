import type { ReportDefinition } from '../report';

export const COUNTER_DIFFERENCES_REPORT: ReportDefinition = {
  key: 'counter-differences',
  title: { id: 'Penutupan dan selisih kas loket', en: 'Closings and differences of counters' },
  about: {
    id: 'Setiap shift menurut tanggal buku pembukaannya: yang seharusnya ada, yang dihitung, dan selisihnya dengan alasan.',
    en: 'Each shift by the business date it began: what should have been there, what was counted, and the difference with its reason.',
  },
  permission: 'counter.read',
  parameters: [
    { name: 'from', title: { id: 'Dari tanggal', en: 'From' }, kind: 'DATE' },
    { name: 'to', title: { id: 'Sampai tanggal', en: 'To' }, kind: 'DATE' },
  ],
  columns: [
    { key: 'business_date', title: { id: 'Tanggal buku', en: 'Business date' }, cell: 'DATE' },
    { key: 'shift', title: { id: 'Shift', en: 'Shift' }, cell: 'IDENTIFIER' },
    { key: 'drawer', title: { id: 'Loket', en: 'Counter' }, cell: 'TEXT' },
    { key: 'cashier', title: { id: 'Kasir', en: 'Cashier' }, cell: 'TEXT' },
    { key: 'opening', title: { id: 'Modal', en: 'Opening' }, cell: 'RUPIAH' },
    { key: 'expected', title: { id: 'Seharusnya', en: 'Expected' }, cell: 'RUPIAH' },
    { key: 'counted', title: { id: 'Dihitung', en: 'Counted' }, cell: 'RUPIAH' },
    { key: 'difference', title: { id: 'Selisih', en: 'Difference' }, cell: 'RUPIAH' },
    { key: 'reason', title: { id: 'Alasan', en: 'Reason' }, cell: 'TEXT' },
    { key: 'decided_by', title: { id: 'Disetujui', en: 'Agreed by' }, cell: 'TEXT' },
  ],
  sql: `SELECT s.business_date, s.id::text AS shift, k.name AS drawer, u.name AS cashier, s.opening_count AS opening, s.expected,
      s.closing_count AS counted, s.difference, s.reason, d.name AS decided_by
    FROM shift_kas s JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id LEFT JOIN orang d ON d.id = s.decided_by
    WHERE $1::date IS NOT NULL AND s.business_date BETWEEN $2 AND $3 ORDER BY s.business_date, k.name, s.id`,
  layout: 'LANDSCAPE',
};
