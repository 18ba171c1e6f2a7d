import type { Client } from 'pg';
import { ADMIN_FEE, BANK_ID, PENALTY, PERIOD, PRINCIPAL, type BenchCustomer } from '../support/dataset';

const HISTORY = '2025-11';
const BANK = String(BANK_ID);

/** Bills of one period with readings, lines and journals, as issuing leaves them. */
async function issuedBills(
  client: Client,
  period: string,
  principal: number,
  dueInDays: number,
): Promise<void> {
  await client.query(
    `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method, condition_code, severity, status, read_at)
     SELECT gen_random_uuid(), c.id, m.id, $1, CASE WHEN $1 = '${HISTORY}' THEN 0 ELSE 25 END, CASE WHEN $1 = '${HISTORY}' THEN 25 ELSE 50 END, 25, 'ACTUAL', 'NORMAL', 'OK', 'VERIFIED', now()
     FROM pelanggan c JOIN meter m ON m.customer_id = c.id`,
    [period],
  );
  await client.query(
    `INSERT INTO tagihan (bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand, current_stand, usage_m3, water_amount, fixed_amount, principal, state, due_date, issued_at)
     SELECT c.customer_number || replace($1, '-', ''), c.id, $1, r.id, (SELECT id FROM tarif_versi LIMIT 1), 15, r.previous_stand, r.current_stand, 25, $2::bigint - 10000, 10000, $2, 'ISSUED', current_date + $3::int, now()
     FROM pelanggan c JOIN meter_reading r ON r.customer_id = c.id AND r.period = $1`,
    [period, principal, dueInDays],
  );
  await client.query(
    `WITH bill AS (SELECT id, customer_id, principal, nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id FROM tagihan WHERE period = $1),
       j AS (INSERT INTO jurnal (id, event, entity_type, entity_id, business_date) SELECT journal_id, 'bill.issued', 'tagihan', id, current_date FROM bill)
     INSERT INTO jurnal_baris (journal_id, account, debit, credit, customer_id, bill_id)
     SELECT journal_id, '1210', principal, 0, customer_id, id FROM bill UNION ALL SELECT journal_id, '4110', 0, principal - 10000, customer_id, id FROM bill
     UNION ALL SELECT journal_id, '4120', 0, 10000, customer_id, id FROM bill`,
    [period],
  );
}

/** A month of paid history: planning for empty payment tables would choose sequential scans and keep them. */
async function paidHistory(client: Client): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE paid AS SELECT b.id AS bill_id, b.customer_id, b.principal, nextval(pg_get_serial_sequence('pembayaran', 'id')) AS id,
       nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id, row_number() OVER (ORDER BY b.id) AS n FROM tagihan b WHERE b.period = '${HISTORY}'`,
  );
  await client.query(`
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date)
      SELECT id, 'PAYMENT', ${BANK}, 'H-' || bill_id, customer_id, 'TELLER', principal, 0, ${String(ADMIN_FEE)}, principal, now() - interval '20 days', now() - interval '20 days', (now() - interval '20 days')::date FROM paid;
    INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, amount) SELECT id, 'BILL', bill_id, principal, principal FROM paid;
    UPDATE tagihan b SET state = 'PAID', paid_by = p.id, paid_at = now() - interval '20 days' FROM paid p WHERE p.bill_id = b.id;
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date) SELECT journal_id, 'payment.posted', 'pembayaran', id, current_date FROM paid;
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
      SELECT journal_id, '1130', principal, 0, ${BANK}, customer_id, NULL::bigint FROM paid UNION ALL SELECT journal_id, '1210', 0, principal, NULL::bigint, customer_id, bill_id FROM paid;
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at) SELECT 'HISTORY', n, 'HISTORY-' || n, id, md5(id::text) || md5(n::text), now() FROM paid;
    INSERT INTO kwitansi_seri (series, collector_id, channel, business_date, last_number) SELECT 'HISTORY', ${BANK}, 'TELLER', current_date, count(*) FROM paid;
    INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at) SELECT ${BANK}, 'H-' || bill_id, 'POSTED', 'x', id, '{}', now() FROM paid;
    INSERT INTO log_aktivitas (actor_kind, actor_id, action, entity_type, entity_id) SELECT 'BANK', ${BANK}, 'payment.posted', 'pembayaran', id FROM paid;
    INSERT INTO outbox (topic, entity_id, payload, delivered_at) SELECT 'payment.posted', id, '{}', now() FROM paid;
    DROP TABLE paid`);
}

/** The product's schema filled with the same customers and bills as the references, plus a month of history. */
export async function fillProduct(
  client: Client,
  all: readonly BenchCustomer[],
  keyId: string,
  seal: (rowId: number) => string,
  late: boolean,
): Promise<void> {
  await client.query(`
    INSERT INTO wilayah (code, name) VALUES ('01', 'Bench');
    INSERT INTO rute (region_id, code, name) SELECT 1, lpad(n::text, 4, '0'), 'Rute' FROM generate_series(1, 99) n;
    INSERT INTO tarif (code, name, kelompok) VALUES ('HALSEL-RT1', 'Rumah Tangga 1', 'II');
    INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind) VALUES (1, 1, 'DRAFT', 'Kepbup 186/2022', '2022-01', 'NONE');
    INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate) VALUES (1, 1, 0, 10, 2000), (1, 2, 10, 20, 2500), (1, 3, 20, 30, 3000), (1, 4, 30, NULL, 4000);
    INSERT INTO tarif_biaya (version_id, seq, code, label, amount) VALUES (1, 1, 'BEBAN_TETAP', 'Abonemen', 10000);
    UPDATE tarif_versi SET status = 'PENDING';
  UPDATE tarif_versi SET status = 'ACTIVE';
    INSERT INTO kebijakan_denda (name, valid_from, mode, amount) VALUES ('Denda', '2020-01', 'FLAT_PER_BILL', ${String(PENALTY)});
    INSERT INTO penerima (id, kind, series, name, account, admin_fee) VALUES (${BANK}, 'BANK', 'SULTRA', 'Bank Sultra', '1130', ${String(ADMIN_FEE)});
    INSERT INTO bank_integration (id, code, name, environment, allowed_cidrs, rate_limit_per_second) VALUES (${BANK}, 'SULTRA', 'Bank Sultra', 'LIVE', '{127.0.0.0/8}', 100000);`);
  await client.query(
    `INSERT INTO bank_api_key (id, bank_id, key_id, secret_enc) VALUES (1, ${BANK}, $1, $2)`,
    [keyId, seal(1)],
  );
  await client.query(
    `INSERT INTO pelanggan (id, customer_number, name, address, region_id, route_id, tariff_id, state, registered_at, activated_at)
     SELECT id, number, 'Pelanggan ' || id, 'Jl. Ahmad Yani No. ' || id, 1, 1, 1, 'AKTIF', now(), now() FROM unnest($1::bigint[], $2::text[]) AS c(id, number)`,
    [all.map((one) => one.id), all.map((one) => one.customerNumber)],
  );
  await client.query(
    "INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand) SELECT id, 'M' || id, 5, 15, '2020-01-01', 0 FROM pelanggan",
  );
  await issuedBills(client, HISTORY, 50_000, 20);
  await paidHistory(client);
  await issuedBills(client, PERIOD, PRINCIPAL, late ? -3 : 20);
  await client.query('VACUUM ANALYZE');
}
