import type { Law } from '../../../../platform/invariants';

export const PAYIN_LAWS: readonly Law[] = [
  {
    id: 'I93',
    title: 'what a partner paid in is what its journal says, and no deposit grew without one',
    sql: `SELECT coalesce(s.journal_id, books.journal_id) AS journal_id, s.collector_id, s.amount, books.amount AS booked
          FROM setoran_mitra s
          FULL JOIN (SELECT j.id AS journal_id, l.collector_id, sum(l.credit - l.debit) AS amount
            FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id AND l.account = '2140'
            WHERE j.event IN ('deposit.topped_up', 'deposit.top_up_reversed') GROUP BY 1, 2) books ON books.journal_id = s.journal_id
          WHERE (s.collector_id, s.amount::numeric) IS DISTINCT FROM (books.collector_id, books.amount)`,
  },
];
