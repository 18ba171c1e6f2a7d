import { balance, count, date, DAYS, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const COUNTER_PIECES_REPORT: ReportDefinition = {
  key: 'counter-pieces',
  group: 'COUNTER',
  title: words('Rincian pecahan penutupan loket', 'Notes and coins at the closing of counters'),
  about: words(
    'Lembar dan keping yang dihitung saat shift ditutup, per loket dan hari buku.',
    'Notes and coins counted when shifts were closed, per counter and business date.',
  ),
  permission: 'counter.read',
  parameters: DAYS,
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    text('drawer', 'Loket', 'Counter'),
    text('cashier', 'Kasir', 'Cashier'),
    // How much one of them is: several kinds add up to nothing.
    balance('denomination', 'Pecahan', 'Note or coin'),
    count('pieces', 'Lembar/keping', 'Pieces'),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: '/shifts?from={business_date}&to={business_date}&drawer_id={drawer_id}',
  hidden: ['drawer_id'],
  sql: `SELECT s.business_date, k.id AS drawer_id, k.name AS drawer, u.name AS cashier, c.denomination, sum(c.pieces)::int AS pieces,
      sum(c.denomination * c.pieces)::bigint AS amount
    FROM shift_kas s JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id
    CROSS JOIN LATERAL jsonb_to_recordset(s.closing_pieces) AS c (denomination bigint, pieces bigint)
    WHERE s.business_date BETWEEN :from::date AND :to::date AND s.state = 'CLOSED' AND c.pieces > 0
    GROUP BY s.business_date, k.id, k.name, u.id, u.name, c.denomination ORDER BY 1, k.name, k.id, u.name, u.id, c.denomination DESC`,
  layout: 'PORTRAIT',
};
