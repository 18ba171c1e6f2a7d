import type { Law } from '../../../../platform/invariants';
import { shiftCashOf } from './shift-cash';

/** libs/domain/src/counter, once more for the books: what must lie in a drawer while a shift is there. */
const IN_SHIFT =
  '(cash.collected - cash.reversed + cash.sold - cash.handed_back + cash.floats - cash.deposits)';

/** What moved while no shift was open, since the one before (or ever). */
const BETWEEN = (drawer: string, before: string) =>
  `coalesce((SELECT sum(m.amount) FROM mutasi_loket m WHERE m.drawer_id = ${drawer} AND m.shift_id IS NULL
     AND m.after_shift_id IS NOT DISTINCT FROM ${before}), 0)`;

export const COUNTER_LAWS: readonly Law[] = [
  {
    id: 'I60',
    title:
      'what the books have in a drawer is what its shift began with and took, or what was left in it since',
    sql: `SELECT coalesce(d.id, books.collector_id) AS drawer_id, books.net AS ledger, d.expected FROM (
            SELECT k.id, CASE WHEN live.id IS NOT NULL THEN live.opening_count + ${IN_SHIFT}
                ELSE coalesce(last.closing_count, 0) + ${BETWEEN('k.id', 'last.id')} END AS expected
            FROM loket_kas k
            LEFT JOIN shift_kas live ON live.drawer_id = k.id AND live.state <> 'CLOSED'
            LEFT JOIN LATERAL (SELECT s.id, s.closing_count FROM shift_kas s WHERE s.drawer_id = k.id AND s.state = 'CLOSED'
                               ORDER BY s.id DESC LIMIT 1) last ON true
            LEFT JOIN LATERAL ${shiftCashOf('live.id')} cash ON true) d
          FULL JOIN (SELECT collector_id, sum(debit - credit) AS net FROM jurnal_baris WHERE account = '1140' GROUP BY 1) books
            ON books.collector_id = d.id
          WHERE coalesce(books.net, 0) <> coalesce(d.expected, 0) OR (d.id IS NULL AND books.net <> 0)`,
  },
  {
    id: 'I61',
    title:
      'a shift begins with what was left in its drawer, and ends with what it took and its explained difference',
    sql: `SELECT s.id AS shift_id, 'opening' AS what, s.opening_count AS counted,
              coalesce(before.closing_count, 0) + ${BETWEEN('s.drawer_id', 'before.id')} AS expected
          FROM shift_kas s
          LEFT JOIN LATERAL (SELECT b.id, b.closing_count FROM shift_kas b WHERE b.drawer_id = s.drawer_id AND b.id < s.id
                             ORDER BY b.id DESC LIMIT 1) before ON true
          WHERE s.opening_count <> coalesce(before.closing_count, 0) + ${BETWEEN('s.drawer_id', 'before.id')}
          UNION ALL
          SELECT s.id, 'closing', s.closing_count, s.opening_count + ${IN_SHIFT} + coalesce(d.amount, 0)
          FROM shift_kas s
          CROSS JOIN LATERAL ${shiftCashOf('s.id')} cash
          LEFT JOIN LATERAL (SELECT sum(m.amount) AS amount FROM mutasi_loket m WHERE m.shift_id = s.id AND m.kind = 'DIFFERENCE') d ON true
          WHERE (s.state = 'CLOSED' AND (s.closing_count <> s.opening_count + ${IN_SHIFT} + coalesce(d.amount, 0)
                 OR s.difference <> coalesce(d.amount, 0)))
             OR (s.state <> 'CLOSED' AND d.amount IS NOT NULL)`,
  },
  {
    id: 'I62',
    title: 'cash is taken and paid back in a shift of its own drawer, while it was open',
    sql: `SELECT m.what, m.id, m.at, s.id AS shift_id, s.drawer_id, m.collector_id FROM (
            SELECT 'payment' AS what, p.id, p.posted_at AS at, p.shift_id, p.collector_id FROM pembayaran p
              JOIN penerima c ON c.id = p.collector_id WHERE c.kind = 'COUNTER' OR p.shift_id IS NOT NULL
            UNION ALL
            SELECT 'sale', t.id, t.created_at, t.shift_id, t.collector_id FROM transactions t
              JOIN penerima c ON c.id = t.collector_id WHERE c.kind = 'COUNTER' OR t.shift_id IS NOT NULL
            UNION ALL
            SELECT 'handed back', t.id, t.finished_at, t.handed_back_in, t.collector_id FROM transactions t
              JOIN penerima c ON c.id = t.collector_id WHERE c.kind = 'COUNTER' AND t.status = 'REFUNDED'
            UNION ALL
            SELECT 'move', m.id, m.moved_at, m.shift_id, m.drawer_id FROM mutasi_loket m WHERE m.shift_id IS NOT NULL) m
          LEFT JOIN shift_kas s ON s.id = m.shift_id
          WHERE s.id IS NULL OR s.drawer_id <> m.collector_id OR m.at < s.opened_at OR m.at > coalesce(s.closed_at, 'infinity')`,
  },
  {
    id: 'I63',
    title: 'a basket has all its water bills or is none, and cash at a counter belongs to a basket',
    sql: `SELECT k.id::text AS basket, k.water_lines, w.lines, k.water_amount, w.amount FROM keranjang_loket k
          CROSS JOIN LATERAL (SELECT count(*) AS lines, coalesce(sum(p.amount + p.admin_fee), 0) AS amount FROM pembayaran p
            WHERE p.kind = 'PAYMENT' AND p.shift_id = k.shift_id AND p.bank_reference ~ ('^' || k.id || '/[0-9]+$')) w
          WHERE w.lines <> k.water_lines OR w.amount <> k.water_amount
          UNION ALL
          SELECT p.bank_reference, NULL, NULL, NULL, p.amount FROM pembayaran p JOIN penerima c ON c.id = p.collector_id AND c.kind = 'COUNTER'
          WHERE p.kind = 'PAYMENT' AND NOT EXISTS (SELECT FROM keranjang_loket k
            WHERE k.shift_id = p.shift_id AND k.id::text = split_part(p.bank_reference, '/', 1))
          UNION ALL
          SELECT t.ref_id, NULL, NULL, NULL, t.principal + t.admin_fee FROM transactions t
          WHERE t.shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM keranjang_loket k
            WHERE k.shift_id = t.shift_id AND k.id::text = split_part(t.ref_id, '/', 1))`,
  },
];
