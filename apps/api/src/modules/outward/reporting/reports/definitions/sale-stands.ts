/**
 * How a sale `t` stands, as the list of sales says it (`x.state`): a water bill of ours is sold by its payment, and once that
 * is reversed the money went back, although the sale itself ended in SUCCESS. A join behind `transactions t`.
 */
export const SALE_STANDS = `LEFT JOIN pembayaran rv ON rv.reversal_of = t.payment_id
    CROSS JOIN LATERAL (SELECT CASE WHEN rv.id IS NOT NULL THEN 'REFUNDED' WHEN t.status IN ('SUCCESS', 'FAILED', 'REFUNDED') THEN t.status
      ELSE 'PENDING' END AS state) x`;
