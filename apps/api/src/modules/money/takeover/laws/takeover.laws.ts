import type { Law } from '../../../../platform/invariants';

/** What was taken over, against the bills and the books. */
export const TAKEOVER_LAWS: readonly Law[] = [
  {
    id: 'I76',
    title: 'a balance taken over is one bill of its customer, month and amount, and its file adds up to them',
    sql: `SELECT t.id AS balance_id, b.bill_number, t.principal + t.penalty AS balance, b.other_amount AS billed
          FROM pengambilalihan_tunggakan t
          JOIN pengambilalihan f ON f.id = t.batch_id
          LEFT JOIN tagihan b ON b.id = t.bill_id
          WHERE (t.bill_id IS NOT NULL) <> (f.state IN ('IMPORTED', 'UNDOING', 'UNDONE'))
             OR (b.kind, b.customer_id, b.period, b.other_amount, b.previous_stand, b.current_stand)
                IS DISTINCT FROM (CASE WHEN t.bill_id IS NOT NULL THEN 'OPENING' END, CASE WHEN t.bill_id IS NOT NULL THEN t.customer_id END,
                  CASE WHEN t.bill_id IS NOT NULL THEN t.period END, CASE WHEN t.bill_id IS NOT NULL THEN t.principal + t.penalty END,
                  CASE WHEN t.bill_id IS NOT NULL THEN t.previous_stand END, CASE WHEN t.bill_id IS NOT NULL THEN t.current_stand END)
          UNION ALL
          SELECT f.id, f.file_name, f.amount, coalesce(sums.amount, 0)
          FROM pengambilalihan f
          LEFT JOIN (SELECT batch_id, sum(principal + penalty) AS amount, count(*) AS rows FROM pengambilalihan_tunggakan GROUP BY 1) sums
            ON sums.batch_id = f.id
          WHERE f.kind = 'ARREARS' AND f.state NOT IN ('CHECKED', 'FAILED')
            AND (f.amount <> coalesce(sums.amount, 0) OR f.rows_read <> coalesce(sums.rows, 0))`,
  },
  {
    id: 'I77',
    title:
      'an opening balance in the books comes of a file that was taken over, and is gone when that was taken back',
    // A bill that a correction made anew has the number of the one it replaces.
    sql: `SELECT b.id AS bill_id, b.bill_number, b.state, coalesce(books.net, 0) AS opening
          FROM tagihan b
          LEFT JOIN (SELECT bill_id, sum(credit - debit) AS net FROM jurnal_baris WHERE account = '3900' AND bill_id IS NOT NULL GROUP BY 1) books
            ON books.bill_id = b.id
          LEFT JOIN LATERAL (SELECT f.state FROM pengambilalihan_tunggakan t JOIN pengambilalihan f ON f.id = t.batch_id
            JOIN tagihan o ON o.id = t.bill_id WHERE o.bill_number = b.bill_number ORDER BY t.id DESC LIMIT 1) origin ON true
          WHERE b.kind = 'OPENING' AND b.state <> 'DRAFT'
            AND (origin.state IS NULL OR (origin.state = 'UNDONE' AND (b.state <> 'CANCELLED' OR coalesce(books.net, 0) <> 0)))
          UNION ALL
          SELECT l.bill_id, NULL, NULL, sum(l.credit - l.debit) FROM jurnal_baris l LEFT JOIN tagihan b ON b.id = l.bill_id
          WHERE l.account = '3900' AND b.kind IS DISTINCT FROM 'OPENING' GROUP BY l.bill_id`,
  },
  {
    id: 'I78',
    title: 'whoever was taken over and taken back is closed, without a number, a meter or an earlier number',
    sql: `SELECT p.id AS customer_id, p.customer_number, p.state
          FROM (SELECT DISTINCT ON (t.customer_id) t.customer_id, f.state FROM pengambilalihan_pelanggan t
                JOIN pengambilalihan f ON f.id = t.batch_id ORDER BY t.customer_id, t.batch_id DESC) last
          JOIN pelanggan p ON p.id = last.customer_id
          WHERE last.state = 'UNDONE' AND (p.state <> 'NONAKTIF' OR p.customer_number NOT LIKE '00%'
            OR EXISTS (SELECT FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL)
            OR EXISTS (SELECT FROM pelanggan_alias a WHERE a.customer_id = p.id))`,
  },
];
