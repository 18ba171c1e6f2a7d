/** What happened in a shift, newest first; `$1` is the shift. */
export const SHIFT_ENTRIES = `
  SELECT * FROM (
    SELECT CASE p.kind WHEN 'REVERSAL' THEN 'REVERSAL' ELSE 'WATER' END AS kind, p.posted_at AS at,
      CASE p.kind WHEN 'REVERSAL' THEN -1 ELSE 1 END * (p.amount + p.admin_fee) AS amount, p.id AS payment_id, NULL::bigint AS sale_id,
      k.receipt_number, c.customer_number AS subject, c.name,
      EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id) AS undone, NULL AS status
    FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id LEFT JOIN pelanggan c ON c.id = p.customer_id WHERE p.shift_id = $1
    UNION ALL
    SELECT 'SALE', t.created_at, t.principal + t.admin_fee, NULL, t.id, k.receipt_number, s.code, t.customer_name,
      t.status IN ('FAILED', 'REFUNDED'), CASE WHEN t.status IN ('SUCCESS', 'FAILED', 'REFUNDED') THEN t.status ELSE 'PENDING' END
    FROM transactions t JOIN services s ON s.id = t.service_id LEFT JOIN kwitansi k ON k.sale_id = t.id
    WHERE t.shift_id = $1 AND t.payment_id IS NULL
    UNION ALL
    SELECT 'HANDED_BACK', t.finished_at, -(t.principal + t.admin_fee), NULL, t.id, NULL, s.code, t.customer_name, false, t.status
    FROM transactions t JOIN services s ON s.id = t.service_id WHERE t.handed_back_in = $1
    UNION ALL
    SELECT m.kind, m.moved_at, m.amount, NULL, NULL, NULL, m.bank_reference, m.note, false, NULL FROM mutasi_loket m WHERE m.shift_id = $1
    UNION ALL
    SELECT 'NON_CASH', p.posted_at, p.amount + p.admin_fee, p.id, NULL, k.receipt_number, c.customer_number, c.name,
      EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id), NULL
    FROM niat_bayar n JOIN pembayaran p ON p.id = n.payment_id JOIN kwitansi k ON k.payment_id = p.id
    LEFT JOIN pelanggan c ON c.id = p.customer_id WHERE n.shift_id = $1
  ) entry ORDER BY at DESC, coalesce(payment_id, sale_id) DESC`;
