import type { Tx } from '../../../../platform/database';
import type { LockedDay } from '../days/lock-day';

/**
 * What the law would match by its reference anyway, joined by the database: one line and one payment that agree in
 * everything and that nothing else in the file could be about. A property holds it against the law (`matchDay`); whatever
 * is doubtful is left to the law.
 */
const EXACT = `
  WITH clean AS (
    -- A reference that stands once: the least of its values is its value.
    SELECT l.reference, min(l.id) AS id, min(l.amount) AS amount, min(l.customer_number) AS customer_number, min(l.va_number) AS va_number
    FROM berkas_rekonsiliasi_baris l WHERE l.file_id = $3 AND l.reference IS NOT NULL GROUP BY l.reference
    HAVING count(*) = 1 AND bool_and(l.kind = 'PAYMENT' AND l.direction = 'CREDIT' AND l.booked_on IS NOT DISTINCT FROM $4 AND l.sen = 0)
  ), ours AS (
    SELECT p.id, p.bank_reference, p.request_id, p.amount, c.customer_number
    FROM jsonb_to_recordset($5::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
    JOIN pembayaran p ON p.collector_id = $2 AND p.posted_at >= w."from" AND p.posted_at < w."to" AND p.channel = w.channel
    LEFT JOIN pelanggan c ON c.id = p.customer_id
    WHERE p.kind = 'PAYMENT'
  )
  INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, payment_id, line_id, our_amount, bank_amount, received, cleared)
  SELECT $1, 'MATCHED', 'REFERENCE', 'MATCHED', p.id, l.id, p.amount, l.amount, l.amount, p.amount
  FROM clean l JOIN ours p ON p.bank_reference = l.reference AND p.amount = l.amount
  WHERE (p.customer_number IS NULL OR CASE WHEN l.customer_number IS NOT NULL THEN l.customer_number = p.customer_number
           ELSE l.va_number IS NULL OR l.va_number LIKE '%' || p.customer_number END)
    AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.posted_id = p.id)
    -- What was decided about a line of this file stands in this day, also when the line was carried to another.
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND d.line_id = l.id)
    AND NOT EXISTS (SELECT FROM berkas_rekonsiliasi_baris m WHERE m.file_id = $3 AND m.bank_reference = p.bank_reference AND m.id <> l.id)
    AND NOT EXISTS (SELECT FROM berkas_rekonsiliasi_baris m WHERE m.file_id = $3 AND m.request_id = p.request_id AND m.id <> l.id)
  -- Of a payment that another item has, the law says more.
  ON CONFLICT (payment_id) WHERE payment_id IS NOT NULL AND NOT carried DO NOTHING`;

/** From so many lines on, what is looked up one by one is joined as a whole. */
const MANY = 5_000;

/** @returns how many were matched */
export async function matchExactly(tx: Tx, day: LockedDay): Promise<number> {
  const [file] = await tx.query<{ many: boolean }>(
    'SELECT line_count > $2 AS many FROM berkas_rekonsiliasi WHERE id = $1',
    [day.file_id, MANY],
  );
  // Lines that were stored a moment ago have no statistics: a million are planned for as if they were a few hundred.
  // And what would be sorted to be grouped and merged is hashed: references compare slowly, as words of a language.
  if (file?.many === true)
    await tx.query(
      'SET LOCAL enable_nestloop = off; SET LOCAL enable_sort = off; SET LOCAL enable_mergejoin = off',
    );
  const matched = await tx.execute(EXACT, [
    day.id,
    day.collector_id,
    day.file_id,
    day.settlement_date,
    JSON.stringify(day.windows),
  ]);
  if (file?.many === true)
    await tx.query(
      'SET LOCAL enable_nestloop = on; SET LOCAL enable_sort = on; SET LOCAL enable_mergejoin = on',
    );
  return matched;
}
