import type { Client } from 'pg';

/*
 * A utility of many customers as its office sees it: every list filled, with the rare among the frequent. Set-based, and
 * without triggers and checks of references: rows that agree with each other where lists and sums join them; of journals
 * only those of issuing, without lines. For plans and times, never for laws.
 */

const OFFICE = `
  INSERT INTO wilayah (id, code, name) SELECT n, lpad(n::text, 2, '0'), 'Kecamatan ' || n FROM generate_series(1, 20) n;
  INSERT INTO rute (id, region_id, code, name) SELECT n, 1 + n % 20, lpad(n::text, 4, '0'), 'Rute ' || n FROM generate_series(1, 200) n;
  INSERT INTO tarif (id, code, name, kelompok) SELECT n, 'T' || n, 'Golongan ' || n, 'II' FROM generate_series(1, 8) n;
  INSERT INTO tarif_versi (id, tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
    SELECT n, n, 1, 'ACTIVE', 'Kepbup', '2022-01', 'NONE' FROM generate_series(1, 8) n;
  INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate) SELECT n, 1, 0, NULL, 2500 FROM generate_series(1, 8) n;
  INSERT INTO tarif_biaya (version_id, seq, code, label, amount) SELECT n, 1, 'BEBAN_TETAP', 'Abonemen', 10000 FROM generate_series(1, 8) n;
  INSERT INTO penerima (id, kind, series, name, account, admin_fee)
    SELECT 1000 + n, 'BANK', 'BANK' || n, 'Bank ' || n, '1130', 2500 FROM generate_series(1, 5) n;
  INSERT INTO bank_integration (id, code, name, environment) SELECT 1000 + n, 'BANK' || n, 'Bank ' || n, 'LIVE' FROM generate_series(1, 5) n;
`;

/** $1 customers. One in fifty is sealed, one in five hundred gone; the last region has one in two thousand. */
const CUSTOMERS = `
  INSERT INTO pelanggan (id, customer_number, name, address, phone, region_id, route_id, tariff_id, state, registered_at, activated_at)
    SELECT n, lpad((1 + r % 20)::text, 2, '0') || lpad(n::text, 10, '0'),
      (ARRAY['Budi', 'Siti', 'Ahmad', 'Nurhayati', 'La Ode', 'Wa Ode', 'Yusuf', 'Fatimah', 'Hendrik', 'Maria'])[1 + r % 10] || ' '
        || initcap(translate(lpad((r / 10 % 10000)::text, 4, '0'), '0123456789', 'abdegilnru')),
      'Jalan Ahmad Yani No. ' || n, '0812' || lpad(n::text, 8, '0'),
      CASE WHEN n % 2000 = 0 THEN 20 ELSE 1 + r % 19 END, 1 + r % 200, CASE WHEN n % 1000 = 0 THEN 8 ELSE 1 + r % 7 END,
      CASE WHEN n % 500 = 0 THEN 'NONAKTIF' WHEN n % 50 = 0 THEN 'SEGEL' WHEN n % 777 = 0 THEN 'CALON' ELSE 'AKTIF' END,
      timestamptz '2020-01-01' + n * interval '1 minute', timestamptz '2020-01-02' + n * interval '1 minute'
    FROM (SELECT n, (n::bigint * 7919 % 1000003)::int AS r FROM generate_series(1, $1) n) s;
  INSERT INTO meter (id, customer_id, serial, digits, size_mm, installed_on, installed_stand)
    SELECT n, n, 'MTR' || n, 5, 15, '2020-01-01', 0 FROM generate_series(1, $1) n;
`;

/** $1 customers, $2 months until the present one, whose readings are partly open and whose bills are mostly unpaid. */
const MONTHS = `
  CREATE TEMP TABLE month AS
    SELECT m, to_char(date '2026-01-01' - ($2 - m) * interval '1 month', 'YYYY-MM') AS period,
      (date '2026-01-01' - ($2 - m) * interval '1 month')::date AS day, m = $2 AS present
    FROM generate_series(1, $2) m;
  CREATE TEMP TABLE due AS
    SELECT (m - 1) * $1 + n AS id, n, m, period, day, present, (n::bigint * 7919 % 1000003)::int AS r
    FROM month, generate_series(1, $1) n;
  INSERT INTO meter_reading (id, client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method,
      condition_code, severity, status, read_at, received_at, created_at)
    SELECT id, md5(id::text)::uuid, n, n, period, m * 20, m * 20 + 20, 20, 'ACTUAL', 'NORMAL',
      CASE WHEN r % 100 = 0 THEN 'ERROR' WHEN r % 20 = 0 THEN 'WARNING' ELSE 'OK' END,
      CASE WHEN present AND r % 50 = 0 THEN 'RECORDED' WHEN present AND r % 333 = 0 THEN 'REREAD' ELSE 'VERIFIED' END,
      day + id * interval '1 second' / $1 * 86400 * 20, day + interval '20 days', day + interval '20 days' FROM due;
  INSERT INTO tagihan (id, bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand,
      current_stand, usage_m3, water_amount, fixed_amount, principal, state, due_date, issued_at, issue_run_id, created_at, paid_by, paid_at)
    SELECT d.id, c.customer_number || replace(d.period, '-', ''), d.n, d.period, d.id, c.tariff_id, 15, d.m * 20, d.m * 20 + 20, 20,
      50000, 10000, 60000, CASE WHEN d.id % 5000 = 0 THEN 'CANCELLED' WHEN paid THEN 'PAID' ELSE 'ISSUED' END,
      d.day + 50, d.day + interval '30 days', d.m, d.day + interval '30 days',
      CASE WHEN paid AND d.id % 5000 <> 0 THEN d.id END, CASE WHEN paid AND d.id % 5000 <> 0 THEN d.day + interval '40 days' END
    FROM (SELECT *, CASE WHEN present THEN r / 200 % 5 = 0 ELSE r % 100 > 2 END AS paid FROM due) d JOIN pelanggan c ON c.id = d.n;
  INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    SELECT id, 'bill.issued', 'tagihan', id, issued_at::date, issued_at FROM tagihan ORDER BY id;
  INSERT INTO denda (bill_id, amount, waived, assessed_on) SELECT id, 10000, 0, due_date + 1 FROM tagihan WHERE state = 'ISSUED' AND period < '2025-12';
  INSERT INTO denda_rincian (bill_id, policy_id, as_of, amount, cumulative, trace, journal_id)
    SELECT bill_id, 1, assessed_on, amount, amount, '', bill_id FROM denda;
  INSERT INTO penetapan (id, period, status, total, issued, amount, created_at) SELECT m, period, 'DONE', $1, $1, $1 * 60000::bigint, day FROM month;
`;

/** A payment for each paid bill, in the order of their days; the rarest bank and channel take one in a thousand. */
const MONEY = `
  INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
      paid_at, posted_at, business_date, request_id)
    SELECT b.id, 'PAYMENT', 1001 + CASE WHEN b.id % 1000 = 0 THEN 4 ELSE b.id % 4 END, 'REF-' || b.id, b.customer_id,
      CASE WHEN b.id % 1000 = 7 THEN 'EDC' ELSE (ARRAY['TELLER', 'ATM', 'MOBILE', 'VA', 'QRIS'])[1 + b.id % 5] END, 60000, 0, 2500, 60000,
      at, at, at::date, md5('q' || b.id)
    FROM tagihan b JOIN month m ON m.period = b.period
      CROSS JOIN LATERAL (SELECT m.day + interval '30 days' + (b.id % 20000) * interval '1 minute' AS at) t
    WHERE b.state = 'PAID' ORDER BY t.at, b.id;
  INSERT INTO pembayaran (kind, collector_id, reversal_of, reversal_reference, customer_id, channel, bill_amount, stamp_duty,
      admin_fee, amount, paid_at, posted_at, business_date)
    OVERRIDING USER VALUE SELECT 'REVERSAL', collector_id, id, 'REV-' || id, customer_id, channel, 60000, 0, 2500, 60000, posted_at, posted_at, business_date
    FROM pembayaran WHERE id % 2500 = 1 AND kind = 'PAYMENT';
  INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, amount) SELECT id, 'BILL', id, 60000, 60000 FROM pembayaran WHERE kind = 'PAYMENT';
  INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT 'BANK', row_number() OVER (ORDER BY posted_at, id), 'BANK-' || lpad(id::text, 9, '0'), id, md5(id::text), posted_at
    FROM pembayaran WHERE kind = 'PAYMENT';
  INSERT INTO kasus (id, kind, status, customer_id, payment_id, amount, source_key, opened_at, detail)
    SELECT id, CASE WHEN id % 35 = 0 THEN 'UNKNOWN_TARGET' ELSE 'DOUBLE_PAYMENT' END, CASE WHEN id % 28 = 0 THEN 'OPEN' ELSE 'RESOLVED' END,
      customer_id, id, 60000, 'pembayaran:' || id, posted_at, jsonb_build_object('bank_reference', bank_reference)
    FROM pembayaran WHERE kind = 'PAYMENT' AND id % 7 = 0;
`;

/** What machines and people leave behind: calls, messages, requests, activity. */
const LOGS = `
  INSERT INTO payment_transaction (bank_id, received_at, method, request_target, request_id, request_timestamp, http_status, code, replayed, bank_reference, latency_us, snap_partner_id)
    SELECT collector_id, posted_at, 'POST', '/api/v1/payment/' || CASE WHEN id % 3 = 0 THEN 'verify' ELSE 'process' END, md5('q' || id), '2026-01-01T00:00:00Z',
      CASE WHEN id % 1000 = 0 THEN 409 ELSE 200 END, CASE WHEN id % 1000 = 0 THEN 'payment.duplicate' END, id % 2000 = 0, bank_reference, 4000 + id % 1000,
      CASE WHEN id % 1500 = 0 THEN 1 END
    FROM pembayaran WHERE kind = 'PAYMENT' ORDER BY posted_at, id;
  INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id, request_id)
    SELECT posted_at, 'BANK', collector_id, 'payment.posted', 'pembayaran', id, request_id FROM pembayaran WHERE kind = 'PAYMENT'
    UNION ALL SELECT posted_at, 'USER', 1 + id % 5, CASE WHEN id % 5000 = 5 THEN 'tariff.proposed' ELSE 'reading.verified' END, 'meter_reading', id, md5('u' || id)
      FROM pembayaran WHERE kind = 'PAYMENT' AND id % 5 = 0 ORDER BY 1, 6;
  INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, received_at, payment_id)
    SELECT collector_id, 'E' || id, 'NATIVE', jsonb_build_object('bank_reference', bank_reference, 'virtual_account_number', '88' || lpad(id::text, 14, '0')),
      CASE WHEN id % 1000 = 3 THEN 'PARKED' WHEN id % 3000 = 13 THEN 'DEAD' ELSE 'PROCESSED' END, posted_at, id
    FROM pembayaran WHERE kind = 'PAYMENT' AND id % 5 = 3 ORDER BY posted_at, id;
  INSERT INTO outbound_call (bank_id, service, external_id, state, http_status, response_code, started_at, latency_us)
    SELECT collector_id, CASE WHEN id % 2000 = 3 THEN 'qris.generate' ELSE 'va.create' END, 'X' || id, CASE WHEN id % 1000 = 3 THEN 'FAILED' ELSE 'DONE' END,
      200, '2002700', posted_at, 30000 FROM pembayaran WHERE kind = 'PAYMENT' AND id % 5 = 3 ORDER BY posted_at, id;
  INSERT INTO riwayat_pelanggan (customer_id, at, field, before, after) SELECT id, registered_at, 'name', 'Lama', name FROM pelanggan;
  INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, status, made_by, made_at, decided_by, decided_at, decision_note)
    SELECT CASE WHEN id % 20 = 0 THEN 'payment_reversal' ELSE 'penalty_waiver' END, 'pembayaran', id, 'Permintaan ' || id, '{}',
      CASE WHEN id % 50 = 0 THEN 'PENDING' ELSE 'APPROVED' END, 1 + id % 5, posted_at, CASE WHEN id % 50 <> 0 THEN 6 END, posted_at, 'ya'
    FROM pembayaran WHERE kind = 'PAYMENT' AND id % 10 = 0;
  INSERT INTO notifikasi (kind, role, data, created_at)
    SELECT 'approval.requested', CASE WHEN id % 2 = 0 THEN 'SUPER_ADMIN' ELSE 'KEUANGAN' END, '{"made_by": "1"}', made_at FROM persetujuan;
`;

/** What counters, sellers and the reconciliation leave behind: a shift a day of each drawer, every fourth payment matched. */
const ROOMS = `
  INSERT INTO penerima (id, kind, series, name, account) SELECT 2000 + n, 'COUNTER', 'LOKET' || n, 'Loket ' || n, '1140' FROM generate_series(1, 20) n;
  INSERT INTO loket_kas (id, code, name) SELECT 2000 + n, 'LOKET' || n, 'Loket ' || n FROM generate_series(1, 20) n;
  INSERT INTO shift_kas (drawer_id, cashier_id, state, business_date, opened_at, opening_count, opening_pieces, closing_count, closing_pieces,
      expected, difference, counted_at, closed_at)
    SELECT 2000 + n, 1 + n % 5, 'CLOSED', d::date, d + interval '8 hours', 0, '[]', 100000, '[]', 100000, 0, d + interval '16 hours', d + interval '17 hours'
    FROM generate_series(date '2026-01-01' - $2 * interval '1 month', '2025-12-31', interval '1 day') d, generate_series(1, 20) n ORDER BY d, n;
  INSERT INTO rekonsiliasi (collector_id, settlement_date, windows)
    SELECT DISTINCT collector_id, business_date, '[]'::jsonb FROM pembayaran WHERE kind = 'PAYMENT' ORDER BY 2, 1;
  INSERT INTO berkas_rekonsiliasi (id, collector_id, settlement_date, file_name, sha256, file, line_count, credit_total, debit_total, uploaded_at)
    SELECT id, collector_id, settlement_date, 'rekening-' || id || '.csv', lpad(to_hex(id), 64, '0'), '{}', 1000, 60000000, 0,
      settlement_date + interval '1 day' FROM rekonsiliasi;
  INSERT INTO berkas_rekonsiliasi_baris (id, file_id, line, raw, direction, amount, sen, kind, reference, bank_reference, text)
    SELECT p.id, r.id, row_number() OVER (PARTITION BY r.id ORDER BY p.id), p.bank_reference, 'CREDIT', 60000, 0, 'PAYMENT', p.bank_reference, p.bank_reference, 'Setoran'
    FROM pembayaran p JOIN rekonsiliasi r ON r.collector_id = p.collector_id AND r.settlement_date = p.business_date
    WHERE p.kind = 'PAYMENT' AND p.id % 4 = 0;
  INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, payment_id, line_id, our_amount, bank_amount)
    SELECT l.file_id, CASE WHEN l.id % 2000 = 0 THEN 'OUR_ONLY' ELSE 'MATCHED' END, 'REFERENCE', CASE WHEN l.id % 2000 = 0 THEN 'OPEN' ELSE 'MATCHED' END,
      l.id, l.id, 60000, 60000 FROM berkas_rekonsiliasi_baris l ORDER BY l.id;
  INSERT INTO transactions (collector_id, ref_id, fingerprint, service_id, supplier_id, supplier_ref, customer_name, principal, admin_fee, cost, status,
      answer, created_at, finished_at)
    SELECT collector_id, 'JUAL-' || id, md5(id::text), CASE WHEN id % 2000 = 10 THEN 12 ELSE 1 + id % 4 END, 1, 'PMS-' || id, 'Budi Pembeli ' || id, 20000, 2500, 19000,
      CASE WHEN id % 2500 = 0 THEN 'REFUNDED' ELSE 'SUCCESS' END, '{}', posted_at, posted_at
    FROM pembayaran WHERE kind = 'PAYMENT' AND id % 10 = 0 ORDER BY posted_at, id;
  INSERT INTO niat_bayar (id, token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at, closed_at, payment_id)
    SELECT id, md5('n' || id), customer_id, collector_id, CASE WHEN id % 2000 = 5 THEN 'QRIS' ELSE 'VA' END, ARRAY[id], 60000, 0, 2500, 62500,
      CASE WHEN id % 50 = 5 THEN 'EXPIRED' ELSE 'PAID' END, posted_at, posted_at + interval '1 day', posted_at, CASE WHEN id % 50 <> 5 THEN id END
    FROM pembayaran WHERE kind = 'PAYMENT' AND id % 10 = 5 ORDER BY posted_at, id;
  INSERT INTO va_transaction (intent_id, bank_id, trx_id, partner_service_id, customer_no, virtual_account_number, bank_state, created_at)
    SELECT id, bank_id, 'T' || id, '88', id::text, '88' || lpad(id::text, 14, '0'), CASE WHEN status = 'EXPIRED' THEN 'CANCELLED' ELSE 'DONE' END, created_at FROM niat_bayar WHERE method = 'VA';
  -- Sealed as they would be by now: what is left unsealed is sealed while somebody measures something else.
  INSERT INTO audit_seal (seq, log_id, previous_hash, hash)
    SELECT row_number() OVER (ORDER BY id), id, '\\x00', decode(md5(id::text), 'hex') FROM log_aktivitas;
  UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1);
`;

const IDENTITIES = [
  'pelanggan',
  'meter',
  'meter_reading',
  'tagihan',
  'jurnal',
  'pembayaran',
  'kasus',
  'penetapan',
  'berkas_rekonsiliasi',
  'berkas_rekonsiliasi_baris',
  'niat_bayar',
];

/** @param owner a connection that may turn triggers off, to a migrated database without customers */
export async function plantGrowingBooks(owner: Client, customers: number, months: number): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query("SET work_mem = '128MB'");
  await owner.query('BEGIN');
  // Reversals are numbered behind all payments.
  await owner.query(
    `SELECT setval(pg_get_serial_sequence('pembayaran', 'id'), ${String(customers * months + 1)})`,
  );
  for (const part of [OFFICE, CUSTOMERS, MONTHS, MONEY, LOGS, ROOMS])
    await owner.query(part.replaceAll('$1', String(customers)).replaceAll('$2', String(months)));
  for (const table of IDENTITIES)
    await owner.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) + 1 FROM ${table}))`,
    );
  await owner.query('DROP TABLE month, due');
  await owner.query('COMMIT');
  // No trigger counted them.
  await owner.query('SELECT jumlah_susun()');
  await owner.query("SET session_replication_role = 'origin'");
  await owner.query('VACUUM ANALYZE');
}
