import type { Law } from '../../../../platform/invariants';

/** Nothing moves the account of a bank but collecting and giving back; what reconciliation settles is subtracted here. */
const COLLECTED = `SELECT c.id, c.account, sum(CASE p.kind WHEN 'REVERSAL' THEN -1 ELSE 1 END
         * (p.amount + CASE c.kind WHEN 'BANK' THEN 0 ELSE p.admin_fee END)) AS amount
       FROM pembayaran p JOIN penerima c ON c.id = p.collector_id
       WHERE p.kind <> 'CREDIT_APPLIED' GROUP BY c.id`;

export const COLLECTOR_LAWS: readonly Law[] = [
  {
    id: 'I33',
    title: 'what a bank owes us is what it collected and did not give back',
    sql: `SELECT coalesce(books.account, due.account) AS account, coalesce(books.collector_id, due.id) AS collector_id,
                 books.net AS ledger, due.amount AS collected
          FROM (SELECT account, collector_id, sum(debit - credit) AS net FROM jurnal_baris
                WHERE account = '1130' GROUP BY 1, 2) books
          FULL JOIN (SELECT * FROM (${COLLECTED}) all_of_them WHERE account = '1130') due
            ON due.id = books.collector_id AND due.account = books.account
          WHERE coalesce(books.net, 0) <> coalesce(due.amount, 0)`,
  },
  {
    id: 'I34',
    title: 'a partner never collects beyond the deposit',
    sql: `SELECT collector_id, sum(credit - debit) AS deposit FROM jurnal_baris WHERE account = '2140'
          GROUP BY collector_id HAVING sum(credit - debit) < 0`,
  },
  {
    id: 'I35',
    title: 'cash at bank moves only by the events that name it, since collecting has clearing accounts',
    sql: `SELECT l.id AS line_id, j.id AS journal_id, j.event, l.account FROM jurnal_baris l
          JOIN jurnal j ON j.id = l.journal_id
          JOIN akun a ON a.code = l.account AND j.event <> ALL (a.events)
          WHERE j.id > (SELECT coalesce(max(cleared_after), 0) FROM penerima)`,
  },
  {
    id: 'I36',
    title: 'suspense is the money of open cases nobody could be named for; stamp duty is what receipts bear',
    sql: `SELECT '2120' AS account, books.net AS ledger, held.amount AS expected
          FROM (SELECT coalesce(sum(credit - debit), 0) AS net FROM jurnal_baris WHERE account = '2120') books,
               (SELECT coalesce(sum(a.amount), 0) AS amount FROM pembayaran_alokasi a
                JOIN kasus k ON k.source_key = 'pembayaran:' || a.payment_id AND k.status = 'OPEN'
                WHERE a.kind = 'SUSPENSE' AND a.released_by IS NULL) held
          WHERE books.net <> held.amount
          UNION ALL
          SELECT '2130', books.net, duty.amount
          FROM (SELECT coalesce(sum(credit - debit), 0) AS net FROM jurnal_baris WHERE account = '2130') books,
               (SELECT coalesce(sum(CASE kind WHEN 'REVERSAL' THEN -stamp_duty ELSE stamp_duty END), 0) AS amount
                FROM pembayaran) duty
          WHERE books.net <> duty.amount`,
  },
];
