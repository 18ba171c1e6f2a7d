import { createHash } from 'node:crypto';
import type { Clock } from '../../../../api/src/platform/clock';
import type { Tx } from '../../../../api/src/platform/database';
import type { DemoBasket, DemoShift } from '../plan/counter-month';
import { DEMO_DRAWER } from '../plan/demo-counter';

/** What a basket holds of the plan is a line or two, and all of it is in the books by now: one statement reads it off them. */
const BASKETS = `
  INSERT INTO keranjang_loket (id, shift_id, fingerprint, water_lines, sale_lines, water_amount, cash_given, created_at, taken, change,
    answer, finished_at)
  SELECT b.id, coalesce(w.shift_id, s.shift_id), b.fingerprint, (w.id IS NOT NULL)::int, (s.id IS NOT NULL)::int,
    coalesce(w.total, 0), b.given, b.at, x.taken, b.given - x.taken,
    json_build_object('id', b.id, 'shift_id', coalesce(w.shift_id, s.shift_id), 'status', 'DONE', 'created_at', b.at_text,
      'water', CASE WHEN w.id IS NULL THEN '[]'::json ELSE json_build_array(json_build_object('payment_id', w.id,
        'receipt_number', w.receipt_number, 'receipt_token', w.token, 'customer_number', w.customer_number, 'customer_name', w.name,
        'bill_numbers', w.bill_numbers, 'total_amount', w.total)) END,
      'sales', CASE WHEN s.id IS NULL THEN '[]'::json ELSE json_build_array(json_build_object('sale_id', s.id,
        'service_code', s.service_code, 'customer_name', s.customer_name, 'status', s.status, 'total_amount', s.total, 'code', s.code,
        'receipt_number', s.receipt_number, 'message', s.message, 'refused', NULL)) END,
      'cash_given', b.given, 'taken', x.taken, 'change', b.given - x.taken)::text, b.at
  FROM unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[]) AS b (id, given, at, at_text, fingerprint)
  LEFT JOIN LATERAL (
    SELECT p.id, p.shift_id, p.amount + p.admin_fee AS total, k.receipt_number, k.token, c.customer_number, c.name,
      ARRAY(SELECT t.bill_number FROM pembayaran_alokasi a JOIN tagihan t ON t.id = a.bill_id WHERE a.payment_id = p.id
            ORDER BY t.due_date, t.bill_number) AS bill_numbers
    FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id JOIN pelanggan c ON c.id = p.customer_id
    WHERE p.collector_id = $1 AND p.bank_reference = b.id || '/1') w ON true
  LEFT JOIN LATERAL (
    SELECT t.id, t.shift_id, t.principal + t.admin_fee AS total, v.code AS service_code, t.customer_name, t.status, t.code, t.message,
      (SELECT k.receipt_number FROM kwitansi k WHERE k.sale_id = t.id) AS receipt_number
    FROM transactions t JOIN services v ON v.id = t.service_id WHERE t.collector_id = $1 AND t.ref_id = b.id || '/p1') s ON true
  CROSS JOIN LATERAL (SELECT coalesce(w.total, 0) + CASE WHEN s.status = 'REFUNDED' THEN 0 ELSE coalesce(s.total, 0) END AS taken) x`;

/** The baskets of the month, once their payments and sales are written. */
export async function writeBaskets(tx: Tx, clock: Clock, shifts: readonly DemoShift[]): Promise<void> {
  const baskets = shifts.flatMap((shift) => shift.baskets);
  const of = <T>(read: (basket: DemoBasket) => T): T[] => baskets.map(read);
  const drawer = await tx.one<{ id: number }>('SELECT id FROM loket_kas WHERE code = $1', [DEMO_DRAWER.code]);
  await tx.query(BASKETS, [
    drawer.id,
    of(({ id }) => id),
    of(({ given }) => given),
    of(({ at }) => new Date(at)),
    of(({ at }) => clock.text(at)),
    of(({ id }) => createHash('sha256').update(id).digest('hex')),
  ]);
}
