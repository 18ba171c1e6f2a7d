import type { Law } from '../../../../platform/invariants';

export const RECEIPT_LAWS: readonly Law[] = [
  {
    id: 'I08',
    title: 'every payment and every reversal has a receipt number',
    sql: `SELECT p.id AS payment_id, p.kind FROM pembayaran p LEFT JOIN kwitansi k ON k.payment_id = p.id
          WHERE k.id IS NULL`,
  },
  {
    id: 'I09',
    title: 'receipt numbers have no gap and no duplicate within their series',
    sql: `SELECT series, count(*), min(number), max(number) FROM kwitansi
          GROUP BY series HAVING count(*) <> max(number) OR min(number) <> 1 OR count(*) <> count(DISTINCT number)`,
  },
  {
    id: 'I10',
    title: 'the counter of a series is its last receipt',
    sql: `SELECT coalesce(c.series, r.series) AS series, c.last_number, r.last AS last_receipt
          FROM kwitansi_seri c
          FULL JOIN (SELECT series, max(number) AS last FROM kwitansi GROUP BY series) r ON r.series = c.series
          WHERE c.last_number IS DISTINCT FROM coalesce(r.last, 0)`,
  },
];
