/** One way the books could be wrong, planted with triggers and foreign keys off, and the law that must see it. */
export interface Corruption {
  readonly what: string;
  readonly law: string;
  readonly sql: string;
}

const PAYMENT =
  "(SELECT min(id) FROM pembayaran WHERE kind = 'PAYMENT' AND id NOT IN (SELECT reversal_of FROM pembayaran WHERE reversal_of IS NOT NULL))";
const LAST_PAYMENT = "(SELECT max(id) FROM pembayaran WHERE kind = 'PAYMENT')";
const REVERSAL = "(SELECT min(id) FROM pembayaran WHERE kind = 'REVERSAL')";
const OPEN_BILL = "(SELECT min(id) FROM tagihan WHERE state = 'ISSUED')";
const PAID_BILL = "(SELECT min(id) FROM tagihan WHERE state = 'PAID')";
const HELD = "(SELECT min(payment_id) FROM pembayaran_alokasi WHERE kind = 'CREDIT')";
const DELIVERED = "(SELECT min(id) FROM transactions WHERE status = 'SUCCESS' AND supplier_id IS NOT NULL)";
const MATCHED_ITEM =
  "(SELECT min(id) FROM rekonsiliasi_detail WHERE state = 'MATCHED' AND line_id IS NOT NULL)";
/** Whose statement nobody has. */
const OTHER_COLLECTOR = "(SELECT min(id) FROM penerima WHERE kind NOT IN ('BANK', 'SUPPLIER', 'PARTNER'))";
const PENALISED = '(SELECT min(bill_id) FROM denda)';

export const CORRUPTIONS: readonly Corruption[] = [
  {
    what: 'a journal line grows',
    law: 'I01',
    sql: 'UPDATE jurnal_baris SET debit = debit + 1 WHERE id = (SELECT min(id) FROM jurnal_baris WHERE debit > 0)',
  },
  {
    what: 'a journal line disappears',
    law: 'I01',
    sql: 'DELETE FROM jurnal_baris WHERE id = (SELECT max(id) FROM jurnal_baris)',
  },
  {
    what: 'both sides of a payment journal grow',
    law: 'I06',
    sql: `UPDATE jurnal_baris SET debit = debit + 5 WHERE account = '1130' AND debit > 0; UPDATE jurnal_baris SET credit = credit + 5 WHERE id IN (SELECT min(l.id) FROM jurnal_baris l WHERE l.credit > 0 AND EXISTS (SELECT FROM jurnal_baris b WHERE b.journal_id = l.journal_id AND b.account = '1130' AND b.debit > 0) GROUP BY l.journal_id)`,
  },
  {
    what: 'a whole payment journal disappears',
    law: 'I06',
    sql: `DELETE FROM jurnal_baris WHERE journal_id IN (SELECT id FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT}); DELETE FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT}`,
  },
  {
    what: 'a payment journal is booked twice',
    law: 'I06',
    sql: `WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) SELECT event, entity_type, entity_id, business_date FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT} RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id) SELECT j.id, l.account, l.debit, l.credit, l.collector_id, l.customer_id, l.bill_id FROM j, jurnal_baris l WHERE l.journal_id = (SELECT min(id) FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT})`,
  },
  {
    what: 'a payment is booked on the wrong bank',
    law: 'I06',
    sql: `UPDATE jurnal_baris SET collector_id = collector_id + 100 WHERE account = '1130'`,
  },
  {
    what: 'a bill is settled twice',
    law: 'I03',
    sql: `DROP INDEX pembayaran_alokasi_one_claim; INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, amount) SELECT payment_id, kind, bill_id, principal, penalty, amount FROM pembayaran_alokasi WHERE bill_id = ${PAID_BILL} AND released_by IS NULL`,
  },
  {
    what: 'a reference is used twice',
    law: 'I04',
    sql: `ALTER TABLE pembayaran DROP CONSTRAINT pembayaran_collector_id_bank_reference_key; INSERT INTO pembayaran (kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date) SELECT kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date FROM pembayaran WHERE id = ${PAYMENT}`,
  },
  {
    what: 'an allocation disappears',
    law: 'I05',
    sql: `DELETE FROM pembayaran_alokasi WHERE id = (SELECT min(id) FROM pembayaran_alokasi WHERE payment_id = ${PAYMENT})`,
  },
  {
    what: 'an allocation shrinks',
    law: 'I05',
    sql: `UPDATE pembayaran_alokasi SET amount = amount - 1, principal = principal - 1 WHERE payment_id = ${PAYMENT}`,
  },
  {
    what: 'the amount of a payment is edited',
    law: 'I05',
    sql: `UPDATE pembayaran SET amount = amount + 1000, bill_amount = bill_amount + 1000 WHERE id = ${PAYMENT}`,
  },
  {
    what: 'the audit row of a payment disappears',
    law: 'I07',
    sql: `DELETE FROM log_aktivitas WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT}`,
  },
  {
    what: 'the audit row of a reversal disappears',
    law: 'I07',
    sql: `DELETE FROM log_aktivitas WHERE entity_type = 'pembayaran' AND entity_id = ${REVERSAL}`,
  },
  {
    what: 'a payment has two audit rows',
    law: 'I07',
    sql: `INSERT INTO log_aktivitas (actor_kind, action, entity_type, entity_id) VALUES ('SYSTEM', 'payment.posted', 'pembayaran', ${PAYMENT})`,
  },
  {
    what: 'the receipt of a payment disappears',
    law: 'I08',
    sql: `DELETE FROM kwitansi WHERE payment_id = ${PAYMENT}`,
  },
  {
    what: 'the last receipt disappears',
    law: 'I10',
    sql: 'DELETE FROM kwitansi WHERE id = (SELECT max(id) FROM kwitansi)',
  },
  {
    what: 'a receipt number is skipped',
    law: 'I09',
    sql: 'UPDATE kwitansi SET number = number + 1 WHERE id = (SELECT max(id) FROM kwitansi)',
  },
  {
    what: 'the first receipt of a series disappears',
    law: 'I09',
    sql: 'DELETE FROM kwitansi WHERE number = 1',
  },
  {
    what: 'a receipt counter is turned back',
    law: 'I10',
    sql: 'UPDATE kwitansi_seri SET last_number = last_number - 1',
  },
  { what: 'a receipt counter disappears', law: 'I10', sql: 'DELETE FROM kwitansi_seri' },
  {
    what: 'an issued bill becomes cheaper',
    law: 'I11',
    sql: `UPDATE tagihan SET principal = principal - 500, water_amount = water_amount - 500 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'an open bill is called paid',
    law: 'I17',
    sql: `UPDATE tagihan SET state = 'PAID', paid_by = ${PAYMENT}, paid_at = now() WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'a paid bill is opened again',
    law: 'I17',
    sql: `UPDATE tagihan SET state = 'ISSUED', paid_by = NULL, paid_at = NULL WHERE id = ${PAID_BILL}`,
  },
  {
    what: 'a paid bill names another payment',
    law: 'I17',
    sql: `UPDATE tagihan SET paid_by = ${LAST_PAYMENT} + 1000 WHERE id = ${PAID_BILL}`,
  },
  {
    what: 'an issued bill is cancelled behind the books',
    law: 'I15',
    sql: `UPDATE tagihan SET state = 'CANCELLED' WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'an audit row is rewritten',
    law: 'I12',
    sql: "UPDATE log_aktivitas SET after = '{}' WHERE id = (SELECT min(log_id) FROM audit_seal)",
  },
  {
    what: 'a sealed audit row disappears',
    law: 'I12',
    sql: 'DELETE FROM log_aktivitas WHERE id = (SELECT log_id FROM audit_seal ORDER BY seq LIMIT 1 OFFSET 2)',
  },
  { what: 'a seal is cut out of the chain', law: 'I12', sql: 'DELETE FROM audit_seal WHERE seq = 2' },
  {
    what: 'the tail of the audit chain is cut off',
    law: 'I13',
    sql: 'DELETE FROM audit_seal WHERE seq = (SELECT max(seq) FROM audit_seal)',
  },
  {
    what: 'a row of the audit trail is passed by for hours',
    law: 'I122',
    sql: `UPDATE audit_seal SET sealed_at = sealed_at - interval '3 hours';
          INSERT INTO log_aktivitas (id, actor_kind, action, entity_type) VALUES (0, 'SYSTEM', 'test.passed_by', 'test')`,
  },
  { what: 'the head of the audit chain disappears', law: 'I13', sql: 'DELETE FROM audit_head' },
  {
    what: 'a reversal is smaller than its original',
    law: 'I14',
    sql: `UPDATE pembayaran SET amount = amount - 1, bill_amount = bill_amount - 1 WHERE id = ${REVERSAL}`,
  },
  {
    what: 'a reversal leaves a bill claimed',
    law: 'I14',
    sql: `UPDATE pembayaran_alokasi SET released_by = NULL WHERE released_by = ${REVERSAL}`,
  },
  {
    what: 'an allocation is freed without a reversal',
    law: 'I14',
    sql: `UPDATE pembayaran_alokasi SET released_by = ${REVERSAL} WHERE payment_id = ${PAYMENT}`,
  },
  {
    what: 'a stored answer disappears',
    law: 'I16',
    sql: `DELETE FROM bank_reference WHERE payment_id = ${PAYMENT}`,
  },
  {
    what: 'a stored answer names another receipt',
    law: 'I16',
    sql: `UPDATE bank_reference SET answer = jsonb_set(answer::jsonb, '{receipt_number}', '"X-1"')::text WHERE payment_id = ${PAYMENT}`,
  },
  {
    what: 'a payment disappears with its books, but not its answer',
    law: 'I16',
    sql: `DELETE FROM jurnal_baris WHERE journal_id IN (SELECT id FROM jurnal WHERE entity_id = ${LAST_PAYMENT} AND entity_type = 'pembayaran'); DELETE FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${LAST_PAYMENT}; DELETE FROM pembayaran_alokasi WHERE payment_id = ${LAST_PAYMENT}; DELETE FROM pembayaran WHERE id = ${LAST_PAYMENT}`,
  },
  {
    what: 'a tombstone gets a payment',
    law: 'I17',
    sql: `UPDATE pembayaran SET bank_reference = (SELECT bank_reference FROM bank_reference WHERE outcome = 'TOMBSTONE') WHERE id = ${PAYMENT}`,
  },
  {
    what: 'a reversal is reversed',
    law: 'I18',
    sql: `UPDATE pembayaran SET reversal_of = ${REVERSAL} WHERE id = ${REVERSAL}`,
  },
  {
    what: 'a customer has two bills for a month',
    law: 'I19',
    sql: `DROP INDEX tagihan_one_per_period; ALTER TABLE tagihan DROP CONSTRAINT tagihan_number_of_kind; UPDATE tagihan b SET period = (SELECT min(o.period) FROM tagihan o WHERE o.customer_id = b.customer_id) WHERE id = (SELECT max(id) FROM tagihan WHERE customer_id = (SELECT customer_id FROM tagihan GROUP BY 1 HAVING count(*) > 1 LIMIT 1))`,
  },
  {
    what: 'a month is read and never billed',
    law: 'I107',
    sql: `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method, condition_code, severity, status, read_at) SELECT gen_random_uuid(), customer_id, meter_id, '2025-12', current_stand, current_stand, 0, 'ACTUAL', 'NORMAL', 'OK', 'VERIFIED', '2025-12-25' FROM meter_reading WHERE period = '2025-11' ORDER BY id LIMIT 1`,
  },
  {
    what: 'a line of a bill disappears',
    law: 'I20',
    sql: `DELETE FROM tagihan_rincian WHERE bill_id = ${OPEN_BILL} AND seq = 1`,
  },
  {
    what: 'the tariff of a bill is swapped in its lines and sums',
    law: 'I20',
    sql: `UPDATE tagihan_rincian SET rate = rate * 2, amount = amount * 2 WHERE bill_id = ${OPEN_BILL}; UPDATE tagihan SET water_amount = water_amount * 2, fixed_amount = fixed_amount * 2, principal = principal * 2 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'an active tariff is changed under its bills',
    law: 'I20',
    sql: 'UPDATE tarif_blok SET rate = rate + 1',
  },
  {
    what: 'the usage of a reading is edited',
    law: 'I21',
    sql: 'UPDATE meter_reading SET usage_m3 = usage_m3 + 1 WHERE id = (SELECT min(id) FROM meter_reading)',
  },
  {
    what: 'a stand does not begin where the last one ended',
    law: 'I21',
    sql: 'UPDATE meter_reading SET previous_stand = previous_stand + 2, current_stand = current_stand + 2 WHERE id = (SELECT max(id) FROM meter_reading)',
  },
  {
    what: 'a stand is lowered and called an estimate that was too high',
    law: 'I21',
    sql: 'UPDATE meter_reading SET current_stand = previous_stand - 3, usage_m3 = 0, overestimated_m3 = 3 WHERE id = (SELECT max(id) FROM meter_reading)',
  },
  {
    what: 'a meter was taken away before it was read',
    law: 'I40',
    sql: "UPDATE meter SET removed_on = '2025-10-01', removed_stand = 99999 WHERE id = (SELECT min(meter_id) FROM meter_reading)",
  },
  {
    what: 'the hour of an exchange is put after a reading of the new meter',
    law: 'I40',
    sql: "UPDATE meter SET installed_at = '2025-10-25T10:00:01+08:00' WHERE id = (SELECT min(meter_id) FROM meter_reading)",
  },
  {
    what: 'a removed meter never showed the stand it was read at',
    law: 'I40',
    sql: "UPDATE meter SET removed_on = '2026-01-01', removed_stand = 1 WHERE id = (SELECT min(meter_id) FROM meter_reading)",
  },
  {
    what: 'the usage of another connection is billed',
    law: 'I40',
    sql: 'UPDATE meter_reading SET meter_id = (SELECT max(id) FROM meter) WHERE id = (SELECT min(id) FROM meter_reading)',
  },
  {
    what: 'a month before the first meter is billed',
    law: 'I41',
    sql: "UPDATE meter_reading SET period = '2022-02' WHERE id = (SELECT min(id) FROM meter_reading)",
  },
  {
    what: 'a month after the last meter is billed',
    law: 'I41',
    sql: "UPDATE meter SET removed_on = '2025-10-31', removed_stand = 99999",
  },
  {
    what: 'a month in use is called sealed',
    law: 'I42',
    sql: "UPDATE meter_reading SET method = 'NONE', usage_m3 = 0, current_stand = previous_stand WHERE id = (SELECT min(id) FROM meter_reading)",
  },
  {
    what: 'a penalty grows without an entry',
    law: 'I22',
    sql: `UPDATE denda SET amount = amount + 5000 WHERE bill_id = ${PENALISED}`,
  },
  {
    what: 'a penalty is waived behind the books',
    law: 'I22',
    sql: `UPDATE denda SET waived = amount WHERE bill_id = ${PENALISED}`,
  },
  {
    what: 'a programme promises more than its budget',
    law: 'I84',
    sql: `WITH p AS (
        INSERT INTO program_pemutihan (name, valid_from, valid_to, mode, amount, budget, status, created_at)
        VALUES ('Uji', '2027-01-01', '2027-01-31', 'AMOUNT', 5000, 4999, 'APPROVED', now()) RETURNING id
      ) INSERT INTO pemutihan_jatah SELECT p.id, ${PENALISED}, 5000 FROM p`,
  },
  {
    what: 'two programmes promise a bill the same day',
    law: 'I84',
    sql: `WITH p AS (
        INSERT INTO program_pemutihan (name, valid_from, valid_to, mode, amount, status, created_at)
        SELECT 'Uji', d::date, '2027-01-31', 'AMOUNT', 5000, 'APPROVED', now() FROM unnest('{2027-01-01,2027-01-31}'::text[]) AS d RETURNING id
      ) INSERT INTO pemutihan_jatah SELECT p.id, ${PENALISED}, 5000 FROM p`,
  },
  {
    what: 'a payment forgets what a programme promised',
    law: 'I85',
    sql: `WITH p AS (
        INSERT INTO program_pemutihan (name, valid_from, valid_to, mode, amount, status, created_at)
        VALUES ('Uji', '2020-01-01', '2030-01-31', 'AMOUNT', 5000, 'APPROVED', now()) RETURNING id
      ) INSERT INTO pemutihan_jatah SELECT p.id, a.bill_id, 5000 FROM p, (SELECT DISTINCT bill_id FROM pembayaran_alokasi WHERE penalty > 0) a`,
  },
  {
    what: 'a charge is billed at a price nobody agreed to',
    law: 'I86',
    sql: `WITH c AS (
        INSERT INTO biaya_nonair (code, name, price, status, active, created_by, created_at)
        SELECT 'UJI', 'Biaya uji', 1, 'APPROVED', true, min(id), now() FROM pengguna RETURNING id, created_by
      ) INSERT INTO tagihan_nonair (bill_id, charge_id, quantity, request_id, created_by, created_at)
        SELECT b.id, c.id, 1, gen_random_uuid(), c.created_by, now() FROM c, (SELECT min(id) AS id FROM tagihan) b`,
  },
  {
    what: 'a plan has fewer instalments than it replaced',
    law: 'I70',
    sql: `INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
        SELECT min(c.id), 2, 70000, 0, 7, 'uji', min(p.id), min(p.id), now() FROM pelanggan c, pengguna p`,
  },
  {
    what: 'a part of a bill bears no penalty, and nothing says why',
    law: 'I110',
    sql: `UPDATE tagihan SET penalty_free = 1 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'an instalment bears a penalty on the penalty that was agreed',
    law: 'I109',
    sql: `WITH p AS (
        INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
        SELECT min(c.id), 2, 70000, 5000, 7, 'uji', min(p.id), min(p.id), now() FROM pelanggan c, pengguna p RETURNING id
      ), s AS (
        INSERT INTO angsuran_sumber (plan_id, bill_id, principal, penalty, waived) SELECT p.id, ${PENALISED}, 70000, 5000, 0 FROM p
      ) INSERT INTO angsuran SELECT p.id, 1, ${OPEN_BILL} FROM p`,
  },
  {
    what: 'a plan is taken back while an instalment of it is owed',
    law: 'I71',
    sql: `WITH p AS (
        INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at, ended_as, ended_at)
        SELECT min(c.id), 2, 70000, 0, 7, 'uji', min(p.id), min(p.id), now(), 'WITHDRAWN', now() FROM pelanggan c, pengguna p RETURNING id
      ) INSERT INTO angsuran SELECT p.id, 1, b.id FROM p, (SELECT min(id) AS id FROM tagihan WHERE state = 'ISSUED') b`,
  },
  {
    what: 'a plan forgives what no programme promised',
    law: 'I95',
    sql: `WITH p AS (
        INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
        SELECT min(c.id), 2, 70000, 0, 7, 'uji', min(p.id), min(p.id), now() FROM pelanggan c, pengguna p RETURNING id
      ), j AS (
        INSERT INTO jurnal (event, entity_type, entity_id, business_date) SELECT 'bill.replaced', 'rencana_angsuran', p.id, '2026-01-15' FROM p
      ) INSERT INTO angsuran_sumber (plan_id, bill_id, principal, penalty, waived) SELECT p.id, ${PENALISED}, 70000, 0, 5000 FROM p`,
  },
  {
    what: 'a penalty is forgiven without a word in the books',
    law: 'I96',
    sql: `UPDATE denda SET waived = waived + 1 WHERE bill_id = ${PENALISED}`,
  },
  {
    what: 'a waiver is revocable whole, though its penalty was corrected',
    law: 'I104',
    sql: `WITH w AS (
        INSERT INTO program_pemutihan (name, valid_from, valid_to, mode, basis_points, status, created_at)
        VALUES ('Uji', '2020-01-01', '2030-01-31', 'PERCENT', 5000, 'APPROVED', now()) RETURNING id
      ), share AS (
        INSERT INTO pemutihan_jatah SELECT w.id, d.bill_id, d.amount FROM w, denda d WHERE d.bill_id = ${PENALISED}
      ), d AS (
        UPDATE denda SET waived = amount / 2, returned = 500 WHERE bill_id = ${PENALISED}
      ) INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, penalty_amount, settlement, journal_id, note, created_at)
        SELECT ${PENALISED}, '[]', -5000, 0, -5000, -500, 'CREDIT', min(id), 'x', now() FROM jurnal`,
  },
  {
    what: 'a penalty is said to be too much and no correction says so',
    law: 'I104',
    sql: `UPDATE denda SET returned = 1 WHERE bill_id = ${PENALISED}`,
  },
  {
    what: 'a plan that goes on has taken a waiver back',
    law: 'I105',
    sql: `WITH p AS (
        INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
        SELECT min(c.id), 2, 70000, 0, 7, 'uji', min(p.id), min(p.id), now() FROM pelanggan c, pengguna p RETURNING id
      ) INSERT INTO angsuran_sumber (plan_id, bill_id, principal, penalty, waived, revoked) SELECT p.id, ${PENALISED}, 70000, 0, 5000, 5000 FROM p`,
  },
  {
    what: 'a bill is replaced by no plan',
    law: 'I94',
    sql: `UPDATE tagihan SET state = 'REPLACED_BY' WHERE id = (SELECT min(id) FROM tagihan WHERE state = 'ISSUED')`,
  },
  {
    what: 'a penalty entry disappears',
    law: 'I22',
    sql: `DELETE FROM denda_rincian WHERE bill_id = ${PENALISED}`,
  },
  {
    what: 'a payment forgets a penalty',
    law: 'I22',
    sql: 'UPDATE pembayaran_alokasi SET penalty = 0, amount = principal WHERE penalty > 0',
  },
  {
    what: 'a notification is forgotten',
    law: 'I23',
    sql: `INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, received_at) SELECT min(id), 'OLD', 'NATIVE', '{}', 'NEW', now() - interval '16 minutes' FROM bank_integration`,
  },
  {
    what: 'a dead notification has no case',
    law: 'I23',
    sql: `INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, received_at) SELECT min(id), 'DEAD', 'NATIVE', '{}', 'DEAD', now() FROM bank_integration`,
  },
  {
    what: 'the case of a dead notification was closed by nobody',
    law: 'I23',
    sql: `WITH w AS (INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, received_at) SELECT min(id), 'DEAD', 'NATIVE', '{}', 'DEAD', now() FROM bank_integration RETURNING id) INSERT INTO kasus (source_key, kind, detail, opened_at, due_at, status, resolution, resolved_at) SELECT 'webhook_inbox:' || id, 'WEBHOOK_DEAD', '{}', now(), 'infinity', 'RESOLVED', 'applied', now() FROM w`,
  },
  {
    what: 'a checkout is paid by the payment of other bills',
    law: 'I24',
    sql: `INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at, closed_at, payment_id) SELECT repeat('t', 24), customer_id, collector_id, 'VA', '{1}', bill_amount, stamp_duty, admin_fee, bill_amount + stamp_duty + admin_fee, 'PAID', now(), now(), now(), id FROM pembayaran WHERE id = ${PAYMENT}`,
  },
  {
    what: 'a notification settled bills through an expired checkout',
    law: 'I24',
    sql: `WITH i AS (INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at, closed_at) SELECT repeat('t', 24), customer_id, collector_id, 'VA', '{1}', bill_amount, 0, 0, bill_amount, 'EXPIRED', now(), now(), now() FROM pembayaran WHERE id = ${PAYMENT} RETURNING id, bank_id) INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, outcome, intent_id, payment_id, received_at) SELECT bank_id, 'LATE', 'NATIVE', '{}', 'PROCESSED', 'POSTED', id, ${PAYMENT}, now() FROM i`,
  },
  {
    what: 'the case of held money disappears',
    law: 'I24',
    sql: `DELETE FROM kasus WHERE payment_id = ${HELD}`,
  },
  {
    what: 'held money is not in the credit of its customer',
    law: 'I24',
    sql: `DELETE FROM saldo_pelanggan WHERE payment_id = ${HELD}`,
  },
  {
    what: 'credit is given without the books',
    law: 'I24',
    sql: 'INSERT INTO saldo_pelanggan (customer_id, amount, reason, journal_id, created_at) SELECT min(c.id), 5000, $$gift$$, min(j.id), now() FROM pelanggan c, jurnal j',
  },
  {
    what: 'a call to a bank is left in doubt',
    law: 'I25',
    sql: `INSERT INTO outbound_call (bank_id, service, external_id, state, started_at) SELECT min(id), '27', '1', 'UNKNOWN', now() - interval '61 minutes' FROM bank_integration`,
  },
  {
    what: 'a call stays in doubt, and its case was closed by nobody',
    law: 'I25',
    sql: `WITH o AS (INSERT INTO outbound_call (bank_id, service, external_id, state, started_at) SELECT min(id), '27', '2', 'UNKNOWN', now() - interval '61 minutes' FROM bank_integration RETURNING id) INSERT INTO kasus (source_key, kind, detail, opened_at, due_at, status, resolution, resolved_at) SELECT 'outbound_call:' || id, 'CALL_UNSETTLED', '{}', now(), 'infinity', 'RESOLVED', 'settled', now() FROM o`,
  },
  {
    what: 'a checkout stays in doubt, and who closed its case did so the day before yesterday',
    law: 'I25',
    sql: `WITH i AS (INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at) SELECT repeat('u', 24), min(c.id), min(b.id), 'QRIS', '{1}', 1, 0, 0, 1, 'PENDING', now() - interval '4 days', now() - interval '3 days' FROM pelanggan c, bank_integration b RETURNING id) INSERT INTO kasus (source_key, kind, detail, opened_at, due_at, status, resolution, resolved_by, resolved_at) SELECT 'niat_bayar:' || i.id, 'INTENT_UNSETTLED', '{}', now(), 'infinity', 'RESOLVED', 'CLOSE', (SELECT min(id) FROM pengguna), now() - interval '2 days' FROM i`,
  },
  {
    what: 'a checkout stays open after its time',
    law: 'I25',
    sql: `INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at) SELECT repeat('t', 24), min(c.id), min(b.id), 'QRIS', '{1}', 1, 0, 0, 1, 'PENDING', now() - interval '3 hours', now() - interval '61 minutes' FROM pelanggan c, bank_integration b`,
  },
  {
    what: 'a bank that nobody opened has taken money',
    law: 'I113',
    sql: `UPDATE bank_integration SET environment = 'SANDBOX' WHERE id = (SELECT collector_id FROM pembayaran WHERE id = ${PAYMENT})`,
  },
  {
    what: 'the news of a payment disappears',
    law: 'I28',
    sql: `DELETE FROM outbox WHERE entity_id = ${PAYMENT}`,
  },
  {
    what: 'what a bank owes us is written off behind the books',
    law: 'I33',
    sql: "WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('gone', 'penerima', 1, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT j.id, x.account, x.debit, x.credit, (SELECT min(id) FROM bank_integration) FROM j, (VALUES ('5110', 1000, 0), ('1130', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'cash in a drawer comes from nowhere',
    law: 'I60',
    sql: "WITH c AS (INSERT INTO penerima (kind, series, name, account) VALUES ('COUNTER', 'LACI1', 'Laci 1', '1140') RETURNING id), j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('gone', 'penerima', 1, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT j.id, x.account, x.debit, x.credit, c.id FROM j, c, (VALUES ('1140', 1000, 0), ('5120', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'a partner collects beyond the deposit',
    law: 'I34',
    sql: "WITH c AS (INSERT INTO penerima (kind, series, name, account) VALUES ('PARTNER', 'MITRA', 'Mitra', '2140') RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT (SELECT max(id) FROM jurnal), x.account, x.debit, x.credit, c.id FROM c, (VALUES ('2140', 1000, 0), ('4210', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'a service takes two fees at once',
    law: 'I56',
    sql: 'DROP INDEX ppob_biaya_open; INSERT INTO ppob_biaya (service_id, admin_fee, effective_from) SELECT service_id, admin_fee, effective_from FROM ppob_biaya',
  },
  {
    what: 'a price is listed twice',
    law: 'I56',
    sql: 'DROP INDEX ppob_produk_open; INSERT INTO ppob_produk (service_id, variant, price, cost, sku) SELECT service_id, variant, price, cost, sku FROM ppob_produk',
  },
  {
    what: 'a sale was made for another price than held then',
    law: 'I57',
    sql: `ALTER TABLE ppob_produk DISABLE TRIGGER ppob_produk_guard; UPDATE ppob_produk SET price = price + 1 WHERE id = (SELECT product_id FROM transactions WHERE id = ${DELIVERED})`,
  },
  {
    what: 'a fee is changed behind a sale',
    law: 'I57',
    sql: 'ALTER TABLE ppob_biaya DISABLE TRIGGER ppob_biaya_guard; UPDATE ppob_biaya SET admin_fee = admin_fee + 1',
  },
  {
    what: 'what is held for a sale disappears',
    law: 'I50',
    sql: "UPDATE jurnal_baris SET account = '2160' WHERE account = '2150' AND credit > 0 AND journal_id = (SELECT max(id) FROM jurnal WHERE event = 'sale.held')",
  },
  {
    what: 'a sale fails at a counter and nobody is told whose cash it is',
    law: 'I111',
    sql: "ALTER TABLE transactions DISABLE TRIGGER transactions_guard; UPDATE transactions SET status = 'FAILED', answer = NULL, finished_at = NULL WHERE collector_id IN (SELECT id FROM loket_kas) AND payment_id IS NULL",
  },
  {
    what: 'a sale is delivered of which two people agreed that it failed',
    law: 'I112',
    sql: `INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, status, made_by, made_at, decided_by, decided_at) SELECT 'ppob_outcome', 'transactions', ${DELIVERED}, 'gagal', '{"outcome": "FAILED"}', 'APPROVED', min(id), now(), max(id), now() FROM pengguna`,
  },
  {
    what: 'a request about a sale tells the token it handed over',
    law: 'I117',
    sql: `INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, status, made_by, made_at) SELECT 'ppob_outcome', 'transactions', ${DELIVERED}, 'berhasil', '{"outcome": "SUCCESS", "code": "1234-5678-9012-3456"}', 'PENDING', min(id), now() FROM pengguna`,
  },
  {
    what: 'a sale is given back that was delivered',
    law: 'I51',
    sql: `WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) SELECT 'sale.refunded', 'transactions', id, now() FROM transactions WHERE id = ${DELIVERED} RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT j.id, x.account, x.debit, x.credit, (SELECT min(id) FROM mitra) FROM j, (VALUES ('2150', 41000, 0), ('2140', 0, 41000)) AS x (account, debit, credit)`,
  },
  {
    what: 'a sale is held twice',
    law: 'I51',
    sql: `WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) SELECT 'sale.held', 'transactions', id, now() FROM transactions WHERE id = ${DELIVERED} RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT j.id, x.account, x.debit, x.credit, (SELECT min(id) FROM mitra) FROM j, (VALUES ('2140', 41000, 0), ('2150', 0, 41000)) AS x (account, debit, credit)`,
  },
  {
    what: 'a sale costs another sum than is owed for it',
    law: 'I51',
    sql: `ALTER TABLE transactions DISABLE TRIGGER transactions_guard; UPDATE transactions SET cost = cost - 1 WHERE id = ${DELIVERED}`,
  },
  {
    what: 'a supplier takes what is no movement',
    law: 'I64',
    sql: "WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('gone', 'penyedia', 1, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit) SELECT j.id, x.account, x.debit, x.credit FROM j, (VALUES ('5110', 1000, 0), ('1150', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'the cost of a delivery is a movement of another sum',
    law: 'I65',
    sql: "UPDATE mutasi_pemasok SET amount = amount - 1 WHERE kind = 'COST'",
  },
  {
    what: 'what was delivered is not charged',
    law: 'I65',
    sql: `DELETE FROM mutasi_pemasok WHERE sale_id = ${DELIVERED}`,
  },
  {
    what: 'a supplier is paid what one person wanted',
    law: 'I66',
    sql: "UPDATE persetujuan SET status = 'REJECTED', decision_note = 'no' WHERE kind = 'supplier_payment'",
  },
  {
    what: 'a supplier is paid another sum than was agreed',
    law: 'I66',
    sql: "UPDATE mutasi_pemasok SET amount = amount + 1 WHERE kind = 'TOP_UP'",
  },
  {
    what: 'stamp duty is handed over that nobody agreed on',
    law: 'I120',
    sql: "INSERT INTO setoran_meterai (amount, bank_reference, journal_id, approval_id, business_date, at) SELECT 10000, 'X', (SELECT min(id) FROM jurnal), (SELECT min(id) FROM persetujuan), now(), now()",
  },
  {
    what: 'stamp duty leaves the books and is handed over to nobody',
    law: 'I120',
    sql: "WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('stamp_duty.paid', 'setoran_meterai', 1, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit) SELECT j.id, x.account, x.debit, x.credit FROM j, (VALUES ('2130', 1000, 0), ('1110', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'stamp duty is less than receipts bore and was not handed over',
    law: 'I36',
    sql: "WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('gone', 'akun', 2130, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit) SELECT j.id, x.account, x.debit, x.credit FROM j, (VALUES ('2130', 1000, 0), ('5110', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'cash disappears from a drawer that nobody has counted yet',
    law: 'I60',
    sql: "WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('gone', 'mutasi_loket', 1, now()) RETURNING id) INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id) SELECT j.id, x.account, x.debit, x.credit, (SELECT min(id) FROM loket_kas) FROM j, (VALUES ('5120', 1000, 0), ('1140', 0, 1000)) AS x (account, debit, credit)",
  },
  {
    what: 'a shift ends with less than was counted',
    law: 'I61',
    sql: "UPDATE shift_kas SET closing_count = closing_count - 1000, difference = difference - 1000 WHERE state = 'CLOSED'",
  },
  {
    what: 'a shift begins with more than was left',
    law: 'I61',
    sql: "UPDATE shift_kas SET opening_count = opening_count + 1000 WHERE state = 'OPEN'",
  },
  {
    what: 'cash is put into a shift that was over',
    law: 'I62',
    sql: "UPDATE pembayaran SET posted_at = posted_at + interval '1 day' WHERE channel = 'CASH'",
  },
  {
    what: 'cash is put into the shift of another drawer',
    law: 'I62',
    sql: 'ALTER TABLE transactions DISABLE TRIGGER ALL; UPDATE transactions SET shift_id = (SELECT min(id) FROM shift_kas) WHERE shift_id IS NOT NULL; UPDATE shift_kas SET drawer_id = drawer_id + 1000 WHERE id = (SELECT min(id) FROM shift_kas)',
  },
  {
    what: 'a basket loses a water bill',
    law: 'I63',
    sql: 'UPDATE keranjang_loket SET water_lines = water_lines + 1 WHERE water_lines > 0',
  },
  {
    what: 'cash is taken outside any basket',
    law: 'I63',
    sql: 'DELETE FROM keranjang_loket WHERE sale_lines > 0',
  },
  {
    what: 'a deposit grows out of nothing',
    law: 'I52',
    sql: 'UPDATE deposit_mitra SET balance = balance + 1000000',
  },
  {
    what: 'the details of a sale disappear',
    law: 'I53',
    sql: `DELETE FROM transaction_details_pulsa WHERE transaction_id = ${DELIVERED}`,
  },
  {
    what: 'a sale is delivered without a receipt',
    law: 'I54',
    sql: `DELETE FROM kwitansi WHERE sale_id = ${DELIVERED}`,
  },
  {
    what: 'the answer of a sale says another sum',
    law: 'I54',
    sql: `UPDATE transactions SET answer = jsonb_set(answer::jsonb, '{total_amount}', '1')::text WHERE id = ${DELIVERED}`,
  },
  {
    what: 'a step of a sale disappears',
    law: 'I55',
    sql: `DELETE FROM transaction_states WHERE transaction_id = ${DELIVERED} AND status = 'SUCCESS'`,
  },
  {
    what: 'a payment is booked as cash at bank',
    law: 'I35',
    sql: `UPDATE jurnal_baris SET account = '1110' WHERE account = '1130' AND journal_id = (SELECT id FROM jurnal WHERE entity_type = 'pembayaran' AND entity_id = ${PAYMENT})`,
  },
  {
    what: 'suspense disappears',
    law: 'I36',
    sql: "UPDATE jurnal_baris SET account = '2120' WHERE account = '2110'",
  },
  {
    what: 'the stamp duty of a receipt is kept as water revenue',
    law: 'I36',
    sql: `UPDATE pembayaran SET stamp_duty = 10000 WHERE id = ${PAYMENT}`,
  },
  {
    what: 'a bank is no collector of banks',
    law: 'I37',
    sql: "UPDATE penerima SET kind = 'COUNTER', account = '1140' WHERE kind = 'BANK'",
  },
  {
    what: 'a bank takes cash',
    law: 'I37',
    sql: `UPDATE pembayaran SET channel = 'CASH', shift_id = (SELECT min(id) FROM shift_kas) WHERE id = ${PAYMENT}`,
  },
  {
    what: 'a correction says another sum than its lines',
    law: 'I38',
    sql: `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, journal_id, note, created_at) SELECT ${PAID_BILL}, '[{"kind":"WATER_BLOCK","quantity":1,"rate":2000,"amount":2000}]', -500, 0, -500, min(id), 'x', now() FROM jurnal`,
  },
  {
    what: 'a balance taken over is corrected to something else than its lines',
    law: 'I38',
    sql: `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, other_amount, amount, journal_id, note, created_at) SELECT b.id, '[{"kind":"OPENING","quantity":1,"rate":2000,"amount":2000}]', 0, 0, -500, -500, min(j.id), 'x', now() FROM jurnal j, (SELECT min(id) AS id FROM tagihan WHERE kind = 'OPENING') b GROUP BY b.id`,
  },
  {
    what: 'a correction is not in the books',
    law: 'I15',
    sql: `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, journal_id, note, created_at) SELECT ${PAID_BILL}, '[]', -500, 0, -500, min(id), 'x', now() FROM jurnal`,
  },
  {
    what: 'what a correction asks for waits nowhere',
    law: 'I39',
    sql: `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, journal_id, note, created_at) SELECT ${PAID_BILL}, '[]', 500, 0, 500, min(id), 'x', now() FROM jurnal`,
  },
  {
    what: 'a bill carries a correction that does not exist',
    law: 'I39',
    sql: `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula) VALUES (${OPEN_BILL}, 90, 'KOREKSI', 'KOREKSI', 'Koreksi', 1, 'kali', 700, 700, '')`,
  },
  {
    what: 'a paper of corrections says what no row says',
    law: 'I80',
    sql: "INSERT INTO nota_koreksi (customer_id, cause, items, amount, created_at) SELECT min(id), 'CATCH_UP', '[]', -500, now() FROM pelanggan",
  },
  {
    what: 'a bill is said to stand in the place of one that is not cancelled',
    law: 'I81',
    sql: `UPDATE tagihan SET replaces_id = ${PAID_BILL} WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'the penalty of a bill stands still and nobody doubts it',
    law: 'I79',
    sql: `UPDATE tagihan SET disputed = true WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'days are taken off the lateness of a bill that was never held',
    law: 'I79',
    sql: `UPDATE tagihan SET penalty_days_held = 30 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'a penalty is booked while it stands still',
    law: 'I74',
    sql: `INSERT INTO penahanan_denda (bill_id, from_day, until_day) SELECT bill_id, min(as_of) - 1, min(as_of) + 1 FROM denda_rincian GROUP BY bill_id LIMIT 1`,
  },
  {
    what: 'a bill is doubted and its penalty goes on',
    law: 'I75',
    sql: `INSERT INTO keberatan (ticket_number, customer_id, bill_id, source, reason, statement, opened_at, answer_by)
          SELECT 'KB-22222-22222', customer_id, id, 'PUBLIC', 'OTHER', 'x', now(), '2026-02-01' FROM tagihan WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'one person lets a penalty stand still for longer',
    law: 'I75',
    sql: `INSERT INTO keberatan (ticket_number, customer_id, bill_id, source, reason, statement, opened_at, opened_by, answer_by, hold_lapses_on, state, ended_at, answer, days_held)
          SELECT 'KB-33333-33333', customer_id, id, 'OFFICE', 'OTHER', 'x', now(), (SELECT min(id) FROM pengguna), '2026-02-01', '2026-03-01', 'RELEASED', now(), 'x', 0 FROM tagihan WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'a meter leaves a closed connection with water nobody read',
    law: 'I83',
    sql: `UPDATE meter SET removed_stand = removed_stand + 50 WHERE customer_id = (SELECT min(id) FROM pelanggan WHERE state = 'NONAKTIF')`,
  },
  {
    what: 'nobody knows any more what a corrected reading was counted over',
    law: 'I119',
    sql: `UPDATE meter_reading r SET replaced_meter_id = r.meter_id, replaces_id = CASE WHEN r.id = pair.last THEN pair.first END, status = CASE WHEN r.id = pair.first THEN 'CORRECTED' ELSE r.status END FROM (SELECT min(id) AS first, max(id) AS last FROM meter_reading WHERE customer_id = (SELECT min(customer_id) FROM meter_reading)) pair WHERE r.id IN (pair.first, pair.last)`,
  },
  {
    what: 'a reading that was billed over an exchange has another in its place that knows of none',
    law: 'I119',
    sql: `UPDATE meter_reading r SET replaced_meter_id = CASE WHEN r.id = pair.first THEN r.meter_id END, replaces_id = CASE WHEN r.id = pair.last THEN pair.first END, status = CASE WHEN r.id = pair.first THEN 'CORRECTED' ELSE r.status END FROM (SELECT min(b.reading_id) AS first, max(b.reading_id) AS last FROM tagihan b WHERE b.customer_id = (SELECT customer_id FROM tagihan WHERE id = ${OPEN_BILL})) pair WHERE r.id IN (pair.first, pair.last)`,
  },
  {
    what: 'a reading is taken out of the chain and nothing takes its place',
    law: 'I82',
    sql: `UPDATE meter_reading SET status = 'CORRECTED' WHERE id = (SELECT reading_id FROM tagihan WHERE id = ${OPEN_BILL})`,
  },
  {
    what: 'a penalty comes back that no journal gives',
    law: 'I22',
    sql: `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, penalty_amount, settlement, journal_id, note, created_at) SELECT ${PAID_BILL}, '[]', -500, 0, -500, -700, 'CREDIT', min(id), 'x', now() FROM jurnal`,
  },
  {
    what: 'a water bill is called another charge',
    law: 'I15',
    sql: `ALTER TABLE tagihan DROP CONSTRAINT tagihan_water, DROP CONSTRAINT tagihan_number_of_kind, DROP CONSTRAINT tagihan_stands; UPDATE tagihan SET kind = 'NONWATER', other_amount = principal, water_amount = 0, fixed_amount = 0 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'an opening balance differs from its line',
    law: 'I20',
    sql: `ALTER TABLE tagihan DROP CONSTRAINT tagihan_principal; UPDATE tagihan SET other_amount = 900 WHERE id = ${OPEN_BILL}`,
  },
  {
    what: 'a sum of receipts that is kept has one payment more',
    law: 'I90',
    sql: "INSERT INTO rekap_penerimaan AS r VALUES ('2026-01-05', 1000, 'TELLER', 1, 60000) ON CONFLICT (business_date, collector_id, channel) DO UPDATE SET payments = r.payments + 1, amount = r.amount + 60000",
  },
  {
    what: 'payments are taken for summed up that are not',
    law: 'I90',
    sql: 'DELETE FROM rekap_penerimaan; UPDATE rekap_batas SET payment_id = (SELECT max(id) FROM pembayaran)',
  },
  {
    what: 'a sum of bills that is kept is a rupiah short',
    law: 'I91',
    sql: "INSERT INTO rekap_rekening AS r SELECT b.period, c.region_id, 0, b.due_date, 0, -1, 0, 0, 0, 0, 0, 0 FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE b.id = (SELECT min(id) FROM tagihan WHERE state = 'ISSUED') ON CONFLICT (period, region_id, tariff_id, due_date) DO UPDATE SET issued_amount = r.issued_amount - 1",
  },
  {
    what: 'a month that was issued is moved to another region',
    law: 'I72',
    sql: "INSERT INTO riwayat_letak SELECT b.customer_id, '0000-00', b.period, c.region_id, c.route_id, b.issued_at + interval '1 second', NULL FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE b.id = (SELECT min(id) FROM tagihan WHERE issued_at IS NOT NULL)",
  },
  {
    what: 'a tariff begins in a month that was billed at other prices',
    law: 'I87',
    sql: "INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind) SELECT v.tariff_id, 99, 'ACTIVE', '-', b.period, 'NONE' FROM tagihan b JOIN tarif_versi v ON v.id = b.tariff_version_id WHERE b.kind = 'WATER' AND b.state = 'ISSUED' ORDER BY b.id LIMIT 1",
  },
  {
    what: 'a customer is moved to another route without a word in the history',
    law: 'I72',
    sql: "INSERT INTO riwayat_pelanggan (customer_id, at, field, before, after) SELECT id, now(), 'route', NULL, '9999 Lain' FROM pelanggan ORDER BY id LIMIT 1",
  },
  {
    what: 'a day of an account that is kept is a rupiah more than its lines',
    law: 'I73',
    sql: "INSERT INTO rekap_jurnal AS r VALUES ('2026-01-05', '1130', 0, 1, 0) ON CONFLICT (account, business_date, collector_id) DO UPDATE SET debit = r.debit + 1",
  },
  {
    what: 'a sum of water billed that is kept has one bill too few',
    law: 'I97',
    sql: "INSERT INTO rekap_pemakaian AS r SELECT b.period, c.region_id, v.tariff_id, -1, 0, 0, 0 FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id JOIN tarif_versi v ON v.id = b.tariff_version_id WHERE b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID') ORDER BY b.id LIMIT 1 ON CONFLICT (period, region_id, tariff_id) DO UPDATE SET bills = r.bills - 1",
  },
  {
    what: 'issued bills are taken for summed up that are not',
    law: 'I97',
    sql: 'DELETE FROM rekap_pemakaian; UPDATE rekap_batas SET water_journal_id = (SELECT max(id) FROM jurnal)',
  },
  {
    what: 'a sum of paid bills of water that is kept is a rupiah more than was paid',
    law: 'I98',
    sql: "INSERT INTO rekap_pelunasan AS r SELECT b.period, c.region_id, b.due_date, p.business_date, 0, 1 FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id JOIN pembayaran p ON p.id = b.paid_by WHERE b.kind = 'WATER' ORDER BY b.id LIMIT 1 ON CONFLICT (period, region_id, due_date, paid_on) DO UPDATE SET amount = r.amount + 1",
  },
  {
    what: 'a customer is kept as owing a rupiah more than their late bills',
    law: 'I124',
    sql: "UPDATE rekap_batas SET arrears_journal_id = (SELECT max(id) FROM jurnal), arrears_accrual_id = coalesce((SELECT max(id) FROM denda_rincian), 0), arrears_day = current_date; DELETE FROM rekap_tunggakan; INSERT INTO rekap_tunggakan SELECT b.customer_id, c.region_id, count(*), min(b.period), sum(b.principal) + 1, 0 FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE b.state = 'ISSUED' GROUP BY b.customer_id, c.region_id",
  },
  {
    what: 'a reading of the month is counted twice',
    law: 'I125',
    sql: "INSERT INTO rekap_jumlah_baru (what, key, n) SELECT 'READINGS', max(period), 1 FROM meter_reading",
  },
  {
    what: 'customers late with one bill are counted once too often',
    law: 'I123',
    sql: 'INSERT INTO rekap_tunggakan_lembar AS s SELECT min(id), 1, 1, 60000, 0 FROM wilayah ON CONFLICT (region_id, sheets) DO UPDATE SET customers = s.customers + 1',
  },
  {
    what: 'a bank secret is stored in clear',
    law: 'I31',
    sql: "ALTER TABLE bank_api_key DROP CONSTRAINT bank_api_key_secret_enc_check; UPDATE bank_api_key SET secret_enc = 'plain'",
  },
  {
    what: 'the secret we sign with towards a bank is stored in clear',
    law: 'I31',
    sql: "ALTER TABLE bank_outbound DROP CONSTRAINT bank_outbound_secret_enc_check; INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc) SELECT min(id), 'https://bank.example.co.id', 'k', 'p', '1', '   13501', 'SYMMETRIC', 'plain' FROM bank_integration",
  },
  {
    what: 'the application may edit payments',
    law: 'I32',
    sql: 'GRANT UPDATE ON pembayaran TO tirtapay_app',
  },
  {
    what: 'a guard is switched off',
    law: 'I32',
    sql: 'ALTER TABLE pembayaran DISABLE TRIGGER pembayaran_append_only',
  },
  {
    what: 'a guard is dropped',
    law: 'I32',
    sql: 'DROP TRIGGER kwitansi_append_only ON kwitansi; DROP TRIGGER kwitansi_no_truncate ON kwitansi',
  },
  {
    what: 'a payment of a closed day is in no item',
    law: 'I26',
    sql: `DELETE FROM rekonsiliasi_detail WHERE id = ${MATCHED_ITEM}`,
  },
  {
    what: 'an item says another amount than its payment has',
    law: 'I26',
    sql: `UPDATE rekonsiliasi_detail SET our_amount = our_amount + 1 WHERE id = ${MATCHED_ITEM}`,
  },
  {
    what: 'the total of a closed day is changed',
    law: 'I27',
    sql: "UPDATE rekonsiliasi SET bank_amount = bank_amount + 1 WHERE state = 'CLOSED'",
  },
  {
    what: 'a day was closed without its file, and what two people agreed on was something else',
    law: 'I114',
    sql: "UPDATE rekonsiliasi SET file_id = NULL, absence_id = (SELECT min(id) FROM persetujuan) WHERE id = (SELECT min(id) FROM rekonsiliasi WHERE state = 'CLOSED')",
  },
  {
    what: 'a line of the file of a closed day is changed',
    law: 'I27',
    sql: 'UPDATE berkas_rekonsiliasi_baris SET amount = amount + 1 WHERE id = (SELECT min(id) FROM berkas_rekonsiliasi_baris)',
  },
  {
    what: 'a closed day has cleared more than it booked',
    law: 'I33',
    sql: "UPDATE rekonsiliasi SET cleared = cleared + 1, received = received + 1 WHERE state = 'CLOSED'",
  },
  {
    what: 'a claim on a bank shrinks',
    law: 'I67',
    sql: 'UPDATE rekonsiliasi_detail SET claimed = claimed - 1 WHERE claimed <> 0',
  },
  {
    what: 'a line of the file of a closed day is in no item',
    law: 'I68',
    sql: `UPDATE rekonsiliasi_detail SET line_id = NULL WHERE id = ${MATCHED_ITEM}`,
  },
  {
    what: 'a claim that stands is written down as taken back',
    law: 'I69',
    sql: `INSERT INTO rekonsiliasi_penarikan (reconciliation_id, item_id, type, action, claimed, made_by, decided_by, decided_at, reason, approval_id, withdrawn_by, agreed_by, withdrawn_at, journal_id)
          SELECT d.reconciliation_id, d.id, d.type, d.action, d.claimed, d.made_by, d.decided_by, d.decided_at, 'x', 1, 1, 2, now(), (SELECT max(id) FROM jurnal)
          FROM rekonsiliasi_detail d WHERE d.claimed <> 0 ORDER BY d.id LIMIT 1`,
  },
  {
    what: 'a movement of our account on a closed day is in no item',
    law: 'I92',
    sql: 'DELETE FROM rekonsiliasi_detail WHERE movement_id IS NOT NULL AND NOT carried',
  },
  {
    what: 'an item says another amount than moved our account',
    law: 'I92',
    sql: 'UPDATE rekonsiliasi_detail SET our_amount = our_amount + 1 WHERE movement_id IS NOT NULL AND NOT carried',
  },
  {
    what: 'a movement that the bank has is booked a second time',
    law: 'I92',
    sql: 'UPDATE rekonsiliasi_detail SET received = received + 1, cleared = cleared + 1 WHERE movement_id IS NOT NULL AND NOT carried',
  },
  {
    what: 'an order on a closed day of a supplier is in no item',
    law: 'I99',
    sql: "DELETE FROM rekonsiliasi_detail WHERE statement = 'SUPPLIER' AND type = 'MATCHED'",
  },
  {
    what: 'an item says another amount than a partner sold for',
    law: 'I99',
    sql: "UPDATE rekonsiliasi_detail SET our_amount = our_amount + 1 WHERE statement = 'PARTNER' AND movement_id IS NOT NULL",
  },
  {
    what: 'an item of a supplier stands on the day of a partner',
    law: 'I99',
    sql: "UPDATE rekonsiliasi_detail SET statement = 'PARTNER' WHERE statement = 'SUPPLIER'",
  },
  {
    what: 'the day of a partner takes something off its deposit',
    law: 'I99',
    sql: "UPDATE rekonsiliasi_detail SET charged = 1, cleared = cleared + 1 WHERE statement = 'PARTNER'",
  },
  {
    what: 'the day of a partner has what another sold',
    law: 'I99',
    sql: `UPDATE rekonsiliasi SET collector_id = ${OTHER_COLLECTOR} WHERE statement = 'PARTNER'`,
  },
  {
    what: 'the day of a supplier has what another delivered',
    law: 'I99',
    sql: `UPDATE rekonsiliasi SET collector_id = ${OTHER_COLLECTOR} WHERE statement = 'SUPPLIER'`,
  },
  {
    what: 'what was put right is on the other account of the supplier',
    law: 'I100',
    sql: "UPDATE mutasi_pemasok SET account = CASE account WHEN '1150' THEN '2160' ELSE '1150' END WHERE kind = 'RECONCILED'",
  },
  {
    what: 'the file of a day came from somebody else',
    law: 'I101',
    sql: `UPDATE berkas_rekonsiliasi SET collector_id = ${OTHER_COLLECTOR} WHERE id = (SELECT min(file_id) FROM rekonsiliasi)`,
  },
  {
    what: 'an item of a supplier has a line of a partner',
    law: 'I101',
    sql: `UPDATE rekonsiliasi_detail SET line_id = (SELECT min(l.id) FROM berkas_rekonsiliasi_baris l JOIN rekonsiliasi r ON r.file_id = l.file_id
            WHERE r.statement = 'PARTNER')
          WHERE id = (SELECT min(id) FROM rekonsiliasi_detail WHERE statement = 'SUPPLIER' AND line_id IS NOT NULL)`,
  },
  {
    what: 'a reconciliation ends on another day than two people agreed on',
    law: 'I102',
    sql: 'UPDATE rekonsiliasi_akhir SET last_day = last_day + 1 WHERE resumes_on IS NULL',
  },
  {
    what: 'a reconciliation is begun again although that was refused',
    law: 'I102',
    sql: "UPDATE persetujuan SET status = 'REJECTED', decision_note = 'Tidak' WHERE id IN (SELECT approval_id FROM rekonsiliasi_akhir WHERE resumes_on IS NOT NULL)",
  },
  {
    what: 'a bank may keep more of a payment than two people agreed on',
    law: 'I116',
    sql: 'UPDATE ketentuan_setelmen SET fee_per_payment = 99_999 WHERE approval_id IS NOT NULL',
  },
  {
    what: 'terms of a bank hold although they were refused',
    law: 'I116',
    sql: "UPDATE persetujuan SET status = 'REJECTED', decision_note = 'Tidak' WHERE id IN (SELECT approval_id FROM ketentuan_setelmen)",
  },
  {
    what: 'two banks keep our account on one day',
    law: 'I106',
    sql: 'UPDATE ketentuan_setelmen SET own_account = true',
  },
  {
    what: 'something was claimed of an order that is still under way',
    law: 'I103',
    sql: `WITH d AS (UPDATE rekonsiliasi_detail SET movement_id = NULL WHERE statement = 'SUPPLIER' AND action = 'CLAIM' RETURNING line_id)
          UPDATE transactions SET status = 'UNKNOWN', answer = NULL, finished_at = NULL
          WHERE supplier_ref = (SELECT l.reference FROM d JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id)`,
  },
  {
    what: 'a claim on a supplier is no movement of it',
    law: 'I100',
    sql: "DELETE FROM mutasi_pemasok WHERE kind = 'RECONCILED'",
  },
  {
    what: 'a closed day of a supplier comes to another sum than was put right',
    law: 'I100',
    sql: "UPDATE rekonsiliasi SET received = received + 1, charged = charged - 1 WHERE statement = 'SUPPLIER'",
  },
  {
    what: 'the account of a supplier is put right without a reconciliation',
    law: 'I66',
    sql: "UPDATE jurnal SET event = 'gone' WHERE id IN (SELECT journal_id FROM mutasi_pemasok WHERE kind = 'RECONCILED')",
  },
  {
    what: 'a partner paid in more than was booked',
    law: 'I93',
    sql: 'UPDATE setoran_mitra SET amount = amount + 1',
  },
  {
    what: 'a deposit grew and nobody paid in',
    law: 'I93',
    sql: 'DELETE FROM setoran_mitra',
  },
  {
    what: 'less of a wrong float is taken back than was booked',
    law: 'I88',
    sql: 'UPDATE mutasi_loket SET amount = amount + 1 WHERE reverses_id IS NOT NULL',
  },
  {
    what: 'a wrong float is taken back by one person',
    law: 'I88',
    sql: 'ALTER TABLE mutasi_loket DROP CONSTRAINT mutasi_loket_two_people; UPDATE mutasi_loket SET decided_by = made_by WHERE reverses_id IS NOT NULL',
  },
  {
    what: 'a drawer move is taken back and names none',
    law: 'I88',
    sql: 'ALTER TABLE mutasi_loket DROP CONSTRAINT mutasi_loket_direction; UPDATE mutasi_loket SET reverses_id = NULL WHERE reverses_id IS NOT NULL',
  },
  {
    what: 'a balance taken over grows after it was billed',
    law: 'I76',
    sql: 'UPDATE pengambilalihan_tunggakan SET principal = principal + 1',
  },
  {
    what: 'a balance taken over loses its bill',
    law: 'I76',
    sql: 'UPDATE pengambilalihan_tunggakan SET bill_id = NULL',
  },
  {
    what: 'a file that was taken over says another sum',
    law: 'I76',
    sql: "UPDATE pengambilalihan SET amount = amount + 1 WHERE kind = 'ARREARS'",
  },
  {
    what: 'an opening balance comes of no file',
    law: 'I77',
    sql: 'DELETE FROM pengambilalihan_tunggakan',
  },
  {
    what: 'a file is taken back and its bills stay',
    law: 'I77',
    sql: "UPDATE pengambilalihan SET state = 'UNDONE', undone_at = imported_at WHERE kind = 'ARREARS'",
  },
  {
    what: 'an opening balance is booked on a water bill',
    law: 'I77',
    sql: `UPDATE jurnal_baris SET bill_id = ${OPEN_BILL} WHERE account = '3900'`,
  },
  {
    what: 'whoever was taken back is served',
    law: 'I78',
    sql: "UPDATE pelanggan SET state = 'AKTIF' WHERE id IN (SELECT customer_id FROM pengambilalihan_pelanggan)",
  },
  {
    what: 'two people agree on an earlier number, and the customer has another',
    law: 'I118',
    sql: `INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, status, made_by, made_at, decided_by, decided_at) SELECT 'legacy_number', 'pelanggan', (SELECT min(id) FROM pelanggan), 'nomor lama', '{"legacy_number": "LAMA-1"}', 'APPROVED', min(id), now(), max(id), now() FROM pengguna`,
  },
  {
    what: 'whoever was taken back keeps an earlier number',
    law: 'I78',
    sql: "INSERT INTO pelanggan_alias (alias, customer_id) SELECT 'OLD-1', customer_id FROM pengambilalihan_pelanggan",
  },
];
