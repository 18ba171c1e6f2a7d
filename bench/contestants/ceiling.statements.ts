import { BANK_ID } from '../support/dataset';

/*
 * The product's rows of many payments, by hand: no law, no refusals, one bank, one bill each. Reading takes the same
 * locks in the same order; what is read is sent at once, because nothing here depends on what came before.
 */

const BANK = String(BANK_ID);

export const LOCK_REFERENCES = `
  SELECT count(pg_try_advisory_xact_lock(reference_lock_key(${BANK}, r))) FROM unnest($1::text[]) AS r`;
export const READ_REFERENCES = `
  SELECT bank_reference, answer FROM bank_reference WHERE collector_id = ${BANK} AND bank_reference = ANY ($1)`;
export const LOCK_CUSTOMERS = `
  SELECT id FROM pelanggan WHERE customer_number = ANY ($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;
export const LOCK_BILLS = `
  SELECT b.id FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
  WHERE c.customer_number = ANY ($1) AND b.state = 'ISSUED' ORDER BY b.id FOR NO KEY UPDATE OF b SKIP LOCKED`;
export const READ_BILLS = `
  SELECT b.id, b.bill_number, b.customer_id, b.period, b.principal, coalesce(d.amount - d.waived, 0) AS penalty,
    nextval(pg_get_serial_sequence('pembayaran', 'id')) AS payment_id, nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id
  FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN denda d ON d.bill_id = b.id
  WHERE c.customer_number = ANY ($1) AND b.state = 'ISSUED' ORDER BY b.id`;

export const WRITE = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::timestamptz[], $8::text[])
      AS p (id, journal_id, reference, customer_id, bill_id, amount, paid_at, request_id)
  ), payment AS (
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
      paid_at, posted_at, business_date, request_id)
    SELECT id, 'PAYMENT', ${BANK}, reference, customer_id, 'TELLER', amount, 0, $9, amount, paid_at, $10, $11, request_id FROM input
  ), claimed AS (
    UPDATE tagihan t SET state = 'PAID', paid_by = p.id, paid_at = $10 FROM input p WHERE t.id = p.bill_id AND t.state = 'ISSUED'
  ), allocated AS (
    INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount)
    SELECT id, 'BILL', bill_id, amount, 0, 0, amount FROM input
  ), journal AS (
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    SELECT journal_id, 'payment.posted', 'pembayaran', id, $11, $10 FROM input
  ), lines AS (
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
    SELECT journal_id, '1130', amount, 0, ${BANK}, customer_id, NULL::bigint FROM input
    UNION ALL SELECT journal_id, '1210', 0, amount, NULL, customer_id, bill_id FROM input
  ), audit AS (
    INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, after)
    SELECT $10, 'BANK', ${BANK}, 'payment.posted', 'pembayaran', id, request_id, '127.0.0.1',
      jsonb_build_object('bank_reference', reference, 'amount', amount, 'channel', 'TELLER', 'bills', ARRAY[bill_id]) FROM input
  )
  INSERT INTO outbox (topic, entity_id, payload, created_at, next_attempt_at, delivered_at)
  SELECT 'payment.posted', id, jsonb_build_object('payment_id', id, 'customer_id', customer_id, 'bill_ids', ARRAY[bill_id]), $10, clock_timestamp(), clock_timestamp()
  FROM input`;

export const RECEIPTS = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[]) WITH ORDINALITY
      AS r (payment_id, token, reference, fingerprint, answer, n)
  ), counter AS (
    INSERT INTO kwitansi_seri AS s (series, collector_id, channel, business_date, last_number)
    VALUES ($1, ${BANK}, 'TELLER', $2, cardinality($4::bigint[]))
    ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + excluded.last_number RETURNING last_number
  ), receipt AS (
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT $1, number, $1 || '-' || lpad(number::text, 6, '0'), payment_id, token, $3
    FROM (SELECT input.*, (last_number - cardinality($4::bigint[]) + n)::int AS number FROM input, counter) numbered
    RETURNING payment_id, receipt_number
  )
  INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
  SELECT ${BANK}, reference, 'POSTED', fingerprint, payment_id, replace(answer, '{receipt_number}', receipt_number), $3
  FROM input JOIN receipt USING (payment_id) RETURNING bank_reference, answer`;

export const ADMIT = `
  WITH rate AS (
    INSERT INTO bank_rate AS r (bank_id, second, calls) VALUES (${BANK}, $1, $2)
    ON CONFLICT (bank_id, second) DO UPDATE SET calls = r.calls + excluded.calls
  )
  INSERT INTO bank_nonce (key_id, request_id, seen_at) SELECT 1, id, $3 FROM unnest($4::text[]) AS id
  ON CONFLICT DO NOTHING RETURNING request_id`;

export const LOG_CALLS = `
  INSERT INTO payment_transaction (bank_id, key_id, received_at, method, request_target, request_id, request_timestamp, ip,
    http_status, replayed, bank_reference, latency_us, request_body, response_body, string_to_sign)
  SELECT ${BANK}, 1, received_at, 'POST', target, request_id, at, '127.0.0.1', 200, false, reference, latency, request, response, signed
  FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[])
    AS c (received_at, target, request_id, at, reference, latency, request, response, signed)`;
