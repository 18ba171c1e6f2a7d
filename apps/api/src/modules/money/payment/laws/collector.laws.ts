import type { Law } from '../../../../platform/invariants';

export const COLLECTOR_LAWS: readonly Law[] = [
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
    title:
      'suspense is the money of open cases nobody could be named for; stamp duty is what receipts bear less what was handed over',
    sql: `SELECT '2120' AS account, books.net AS ledger, held.amount AS expected
          FROM (SELECT coalesce(sum(credit - debit), 0) AS net FROM jurnal_baris WHERE account = '2120') books,
               (SELECT coalesce(sum(a.amount), 0) AS amount FROM pembayaran_alokasi a
                JOIN kasus k ON k.source_key = 'pembayaran:' || a.payment_id AND k.status = 'OPEN'
                WHERE a.kind = 'SUSPENSE' AND a.released_by IS NULL) held
          WHERE books.net <> held.amount
          UNION ALL
          SELECT '2130', books.net, duty.amount
          FROM (SELECT coalesce(sum(credit - debit), 0) AS net FROM jurnal_baris WHERE account = '2130') books,
               (SELECT coalesce(sum(CASE kind WHEN 'REVERSAL' THEN -stamp_duty ELSE stamp_duty END), 0)
                  - (SELECT coalesce(sum(amount), 0) FROM setoran_meterai) AS amount
                FROM pembayaran) duty
          WHERE books.net <> duty.amount`,
  },
];
