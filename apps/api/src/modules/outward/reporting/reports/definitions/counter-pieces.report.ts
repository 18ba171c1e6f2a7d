import type { ReportDefinition } from '../report';

export const COUNTER_PIECES_REPORT: ReportDefinition = {
  key: 'counter-pieces',
  title: { id: 'Rincian pecahan penutupan loket', en: 'Notes and coins at the closing of counters' },
  about: {
    id: 'Lembar dan keping yang dihitung saat shift ditutup, per loket dan hari buku.',
    en: 'Notes and coins counted when shifts were closed, per counter and business date.',
  },
  permission: 'counter.read',
  parameters: [
    { name: 'from', title: { id: 'Dari tanggal', en: 'From' }, kind: 'DATE' },
    { name: 'to', title: { id: 'Sampai tanggal', en: 'To' }, kind: 'DATE' },
  ],
  columns: [
    { key: 'business_date', title: { id: 'Tanggal buku', en: 'Business date' }, cell: 'DATE' },
    { key: 'drawer', title: { id: 'Loket', en: 'Counter' }, cell: 'TEXT' },
    { key: 'cashier', title: { id: 'Kasir', en: 'Cashier' }, cell: 'TEXT' },
    { key: 'denomination', title: { id: 'Pecahan', en: 'Note or coin' }, cell: 'IDENTIFIER' },
    { key: 'pieces', title: { id: 'Lembar/keping', en: 'Pieces' }, cell: 'COUNT' },
    { key: 'amount', title: { id: 'Jumlah', en: 'Amount' }, cell: 'RUPIAH' },
  ],
  sql: `SELECT s.business_date, k.name AS drawer, u.name AS cashier, c.denomination::text AS denomination, sum(c.pieces)::int AS pieces,
      sum(c.denomination * c.pieces)::bigint AS amount
    FROM shift_kas s JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id
    CROSS JOIN LATERAL jsonb_to_recordset(s.closing_pieces) AS c (denomination bigint, pieces bigint)
    WHERE $1::date IS NOT NULL AND s.business_date BETWEEN $2 AND $3 AND s.state = 'CLOSED' AND c.pieces > 0
    GROUP BY s.business_date, k.name, u.name, c.denomination ORDER BY 1, 2, 3, c.denomination DESC`,
  layout: 'PORTRAIT',
};
