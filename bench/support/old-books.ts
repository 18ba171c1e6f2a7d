import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { SCHEMA } from '../../apps/api/src/house';

/** The schema as it was after so many migrations, as the owner made it. */
export async function migrateTo(ownerUrl: string, count: number): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: SCHEMA.migrations.slice(0, count),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
}

const OFFICE = `
  INSERT INTO akun (code, name, kind) VALUES ('1110', 'Kas di bank', 'ASSET'), ('1210', 'Piutang rekening air', 'ASSET'),
    ('1220', 'Piutang denda', 'ASSET'), ('2110', 'Saldo pelanggan (titipan)', 'LIABILITY'), ('2120', 'Suspense', 'LIABILITY'),
    ('2130', 'Utang bea meterai', 'LIABILITY'), ('4110', 'Pendapatan harga air', 'REVENUE'), ('4120', 'Beban tetap', 'REVENUE'),
    ('4130', 'Pendapatan denda', 'REVENUE'), ('4190', 'Potongan denda', 'CONTRA_REVENUE');
  INSERT INTO bank_integration (code, name, admin_fee) VALUES ('SULTRA', 'Bank Sultra', 2500), ('KEDUA', 'Bank Kedua', 0), ('SALDO', 'Bank Saldo', 1000);
  INSERT INTO wilayah (code, name) VALUES ('01', 'Kota');
  INSERT INTO rute (region_id, code, name) VALUES (1, '0101', 'Rute 0101');
  INSERT INTO tarif (code, name, kelompok) VALUES ('RT1', 'Rumah Tangga 1', 'II');
  INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind) VALUES (1, 1, 'DRAFT', 'Perbup', '2022-01', 'NONE');
  INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate) VALUES (1, 1, 0, 10, 2000), (1, 2, 10, 20, 2500), (1, 3, 20, NULL, 3000);
  INSERT INTO tarif_biaya (version_id, seq, code, label, amount) VALUES (1, 1, 'BEBAN_TETAP', 'Abonemen', 10000);
  UPDATE tarif_versi SET status = 'ACTIVE';
  INSERT INTO kebijakan_denda (name, valid_from, mode, amount) VALUES ('Denda', '2020-01', 'FLAT_PER_BILL', 10000);
`;

/*
 * What became of a customer by the last digit of n: 0 owes; 1–4 paid; 5 paid late, a penalty partly waived, with stamp duty;
 * 6 paid and the bank reversed it; 7 paid without a bill, held as credit; 8 paid by nobody known, returned (18: still open);
 * 9 held as credit, which then paid the bill through the bank it came from.
 */
const EVENTS = `
  CREATE TEMP TABLE book AS
    SELECT n, n AS customer_id, n % 10 AS fate, 1 + n % 2 AS bank_id, CASE n % 10 WHEN 8 THEN NULL ELSE n END AS payer,
      CASE WHEN n % 10 IN (7, 8) THEN 50000 WHEN n % 10 = 5 THEN 76000 ELSE 70000 END AS settled,
      CASE WHEN n % 10 = 5 THEN 10000 ELSE 0 END AS duty, timestamptz '2025-11-05 10:00+08' + n * interval '1 second' AS at,
      n * 10 AS id
    FROM generate_series(1, $1::bigint) AS n;
  CREATE TEMP TABLE movement AS
    SELECT id + 1 AS id, 'PAYMENT' AS kind, id + 2 AS journal_id, 'payment.posted' AS event, book.n, fate, bank_id, payer, settled, duty, at, 2500 AS fee,
      CASE WHEN fate IN (7, 8, 9) THEN 'VA' ELSE 'TELLER' END AS channel, 'REF/' || n AS reference
    FROM book WHERE fate > 0
    UNION ALL SELECT id + 2, 'REVERSAL', id + 3, 'payment.reversed', n, fate, bank_id, payer, settled, duty, at + interval '1 hour', 2500, 'TELLER', NULL
    FROM book WHERE fate = 6
    UNION ALL SELECT id + 3, 'CREDIT_APPLIED', id + 3, 'credit.applied', n, fate, bank_id, payer, settled, duty, at + interval '2 hours', 0, 'VA', NULL
    FROM book WHERE fate = 9;
  CREATE TEMP TABLE numbered AS
    SELECT *, 'S' || bank_id || '-' || channel || '-20251105' AS series,
      row_number() OVER (PARTITION BY bank_id, channel ORDER BY at, id)::int AS number FROM movement;
`;

const BILLS = `
  INSERT INTO pelanggan (id, customer_number, name, address, region_id, route_id, tariff_id, state, registered_at)
    SELECT n, lpad(n::text, 12, '0'), 'Pelanggan ' || n, 'Jl. Melati', 1, 1, 1, 'AKTIF', at FROM book;
  INSERT INTO meter (id, customer_id, serial, digits, size_mm, installed_on, installed_stand) SELECT n, n, 'M' || n, 5, 15, '2020-01-01', 0 FROM book;
  INSERT INTO meter_reading (id, client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method, condition_code, severity, status, read_at)
    SELECT n, gen_random_uuid(), n, n, '2025-10', 0, 25, 25, 'ACTUAL', 'NORMAL', 'OK', 'VERIFIED', at FROM book;
  INSERT INTO tagihan (id, bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand, current_stand, usage_m3,
      water_amount, fixed_amount, principal, state, due_date, issued_at)
    SELECT n, lpad(n::text, 12, '0') || '202510', n, '2025-10', n, 1, 15, 0, 25, 25, 60000, 10000, 70000, 'ISSUED', '2025-11-20', at FROM book;
  INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
    SELECT n, l.* FROM book, (VALUES (1, 'WATER_BLOCK', 'BLOK_1', 'Blok 1', 10, 'm3', 2000, 20000, ''), (2, 'WATER_BLOCK', 'BLOK_2', 'Blok 2', 10, 'm3', 2500, 25000, ''),
      (3, 'WATER_BLOCK', 'BLOK_3', 'Blok 3', 5, 'm3', 3000, 15000, ''), (4, 'FIXED', 'BEBAN_TETAP', 'Abonemen', 1, 'bulan', 10000, 10000, '')) AS l;
  INSERT INTO denda (bill_id, amount, waived, assessed_on) SELECT n, 10000, 4000, '2025-11-21' FROM book WHERE fate = 5;
`;

const JOURNALS = `
  INSERT INTO jurnal (id, event, entity_type, entity_id, business_date)
    SELECT id + 1, 'bill.issued', 'tagihan', n, date '2025-11-01' FROM book
    UNION ALL SELECT id + 4, 'penalty.accrued', 'tagihan', n, '2025-11-21' FROM book WHERE fate = 5
    UNION ALL SELECT journal_id, event, 'pembayaran', id, '2025-11-05' FROM movement
    UNION ALL SELECT id + 5, 'case.returned', 'kasus', n, '2025-11-06' FROM book WHERE fate = 8 AND n % 20 = 8;
  INSERT INTO denda_rincian (bill_id, policy_id, as_of, amount, cumulative, trace, journal_id)
    SELECT n, 1, '2025-11-21', 10000, 10000, '', id + 4 FROM book WHERE fate = 5;
  INSERT INTO jurnal_baris (journal_id, account, debit, credit, bank_id, customer_id, bill_id)
    SELECT id + 1, account, debit, credit, NULL::bigint, n, n FROM book, (VALUES ('1210', 70000, 0), ('4110', 0, 60000), ('4120', 0, 10000)) AS l (account, debit, credit)
    UNION ALL SELECT id + 4, account, debit, credit, NULL, n, n FROM book, (VALUES ('1220', 10000, 0), ('4130', 0, 10000)) AS l (account, debit, credit) WHERE fate = 5
    UNION ALL SELECT m.journal_id, l.account, CASE m.kind WHEN 'REVERSAL' THEN credit ELSE debit END, CASE m.kind WHEN 'REVERSAL' THEN debit ELSE credit END,
        CASE WHEN l.account IN ('1110', '2120') THEN m.bank_id END, m.payer, CASE WHEN l.account IN ('1210', '1220', '4190') THEN m.n END
      FROM movement m CROSS JOIN LATERAL (VALUES
        (CASE m.kind WHEN 'CREDIT_APPLIED' THEN '2110' ELSE '1110' END, m.settled + m.duty, 0),
        ('1210', 0, CASE WHEN m.kind = 'CREDIT_APPLIED' OR m.fate < 7 THEN 70000 ELSE 0 END),
        ('1220', 0, CASE WHEN m.fate = 5 THEN 10000 ELSE 0 END), ('4190', CASE WHEN m.fate = 5 THEN 4000 ELSE 0 END, 0),
        ('2130', 0, m.duty),
        ('2110', 0, CASE WHEN m.kind = 'PAYMENT' AND m.fate IN (7, 9) THEN m.settled ELSE 0 END),
        ('2120', 0, CASE WHEN m.fate = 8 THEN m.settled ELSE 0 END)) AS l (account, debit, credit)
      WHERE l.debit > 0 OR l.credit > 0
    UNION ALL SELECT id + 5, account, debit, credit, bank_id, NULL, NULL
      FROM book, (VALUES ('2120', 50000, 0), ('1110', 0, 50000)) AS l (account, debit, credit) WHERE fate = 8 AND n % 20 = 8;
`;

const MONEY = `
  INSERT INTO pembayaran (id, kind, bank_id, bank_reference, reversal_of, reversal_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee,
      amount, paid_at, posted_at, business_date)
    SELECT id, kind, bank_id, reference, CASE kind WHEN 'REVERSAL' THEN id - 1 END, CASE kind WHEN 'REVERSAL' THEN 'REV/' || n END, payer, channel,
      CASE WHEN kind = 'CREDIT_APPLIED' OR fate < 7 THEN settled ELSE 0 END, duty, fee, settled + duty, at, at, '2025-11-05' FROM movement ORDER BY at;
  INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount, released_by)
    SELECT id, CASE WHEN kind = 'CREDIT_APPLIED' OR fate < 7 THEN 'BILL' WHEN fate = 8 THEN 'SUSPENSE' ELSE 'CREDIT' END,
      CASE WHEN kind = 'CREDIT_APPLIED' OR fate < 7 THEN n END, CASE WHEN kind = 'CREDIT_APPLIED' OR fate < 7 THEN 70000 ELSE 0 END,
      CASE WHEN fate = 5 THEN 10000 ELSE 0 END, CASE WHEN fate = 5 THEN 4000 ELSE 0 END, settled, CASE fate WHEN 6 THEN id + 1 END
    FROM movement WHERE kind <> 'REVERSAL'
    UNION ALL SELECT id, 'STAMP_DUTY', NULL, 0, 0, 0, duty, NULL FROM movement WHERE duty > 0;
  UPDATE tagihan b SET state = 'PAID', paid_by = m.id, paid_at = m.at FROM movement m
    WHERE m.n = b.id AND (m.kind = 'CREDIT_APPLIED' OR m.fate < 6);
  INSERT INTO kasus (id, kind, status, customer_id, payment_id, amount, source_key, opened_at, resolution)
    SELECT n, CASE fate WHEN 8 THEN 'UNKNOWN_TARGET' ELSE 'AMOUNT_DIFFERS' END, CASE WHEN fate = 9 OR n % 20 = 8 THEN 'RESOLVED' ELSE 'OPEN' END, payer,
      id, settled, 'pembayaran:' || id, at, CASE WHEN fate = 9 THEN 'APPLY' WHEN n % 20 = 8 THEN 'RETURN' END
    FROM movement WHERE fate > 6 AND kind = 'PAYMENT';
  INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
    SELECT n, CASE kind WHEN 'PAYMENT' THEN settled ELSE -settled END, CASE kind WHEN 'PAYMENT' THEN 'payment.held' ELSE 'credit.applied' END, id, n,
      journal_id, at FROM movement WHERE fate IN (7, 9);
  INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT series, number, series || '-' || lpad(number::text, 6, '0'), id, md5(id::text), at FROM numbered;
  INSERT INTO kwitansi_seri (series, bank_id, channel, business_date, last_number)
    SELECT series, min(bank_id), min(channel), '2025-11-05', max(number) FROM numbered GROUP BY 1;
  INSERT INTO bank_reference (bank_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
    SELECT bank_id, reference, 'POSTED', 'f', id, jsonb_build_object('receipt_number', series || '-' || lpad(number::text, 6, '0'),
      'total_amount', settled + duty + fee)::text, at FROM numbered WHERE kind = 'PAYMENT'
    UNION ALL SELECT 1, 'NEVER', 'TOMBSTONE', NULL, NULL, NULL, '2025-11-05';
  INSERT INTO bank_reversal (bank_id, reversal_reference, bank_reference, reversal_id, answer, created_at)
    SELECT bank_id, 'REV/' || n, 'REF/' || n, id, '{}', at FROM movement WHERE kind = 'REVERSAL';
  INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id) SELECT at, 'BANK', bank_id, event, 'pembayaran', id FROM movement ORDER BY id;
  INSERT INTO outbox (topic, entity_id, payload, delivered_at) SELECT event, id, '{}', at FROM movement;
  SELECT setval(pg_get_serial_sequence(t, 'id'), (SELECT max(id) + 10 FROM book))
    FROM unnest(ARRAY['pelanggan', 'meter', 'meter_reading', 'tagihan', 'jurnal', 'pembayaran', 'kasus']) AS t;
  DROP TABLE book, movement, numbered;
`;

/**
 * Books as they were kept before there were collectors: one bill a customer and every kind of payment, with two banks
 * that took money and one that took none. About as many payments as customers.
 * @param owner a connection to a schema of fourteen migrations
 */
export async function plantOldBooks(owner: Client, customers: number): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(OFFICE);
  await owner.query(EVENTS.replaceAll('$1', String(customers)));
  for (const part of [BILLS, JOURNALS, MONEY]) await owner.query(part);
  await owner.query('COMMIT');
}
