import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Everything of one row elsewhere, without reading the whole table: a full index on each foreign key between growing tables. */
const FOREIGN_KEYS = `
  CREATE INDEX bank_reversal_reversal ON bank_reversal (reversal_id);
  CREATE INDEX denda_rincian_journal ON denda_rincian (journal_id);
  CREATE INDEX kasus_payment ON kasus (payment_id) WHERE payment_id IS NOT NULL;
  CREATE INDEX kasus_intent ON kasus (intent_id) WHERE intent_id IS NOT NULL;
  CREATE INDEX shift_kas_handed ON shift_kas (handed_to) WHERE handed_to IS NOT NULL;
  CREATE INDEX mutasi_loket_after_shift ON mutasi_loket (after_shift_id) WHERE after_shift_id IS NOT NULL;
  CREATE INDEX meter_reading_meter ON meter_reading (meter_id);
  CREATE INDEX meter_reading_replaced_meter ON meter_reading (replaced_meter_id) WHERE replaced_meter_id IS NOT NULL;
  CREATE INDEX pelanggan_alias_customer ON pelanggan_alias (customer_id);
  CREATE INDEX pembayaran_alokasi_released ON pembayaran_alokasi (released_by) WHERE released_by IS NOT NULL;
  CREATE INDEX refresh_token_successor ON refresh_token (successor_id) WHERE successor_id IS NOT NULL;
  CREATE INDEX saldo_pelanggan_payment ON saldo_pelanggan (payment_id) WHERE payment_id IS NOT NULL;
  CREATE INDEX saldo_pelanggan_case ON saldo_pelanggan (case_id) WHERE case_id IS NOT NULL;
  CREATE INDEX saldo_pelanggan_journal ON saldo_pelanggan (journal_id);
  CREATE INDEX webhook_inbox_payment ON webhook_inbox (payment_id) WHERE payment_id IS NOT NULL;
`;

/** A payment that reversed nothing, a receipt of no sale: entries that say nothing are not written, nor kept. */
const WASTE = `
  ALTER TABLE pembayaran DROP CONSTRAINT pembayaran_reversal_of_key;
  CREATE UNIQUE INDEX pembayaran_reversal_of ON pembayaran (reversal_of) WHERE reversal_of IS NOT NULL;
  ALTER TABLE pembayaran DROP CONSTRAINT pembayaran_collector_id_reversal_reference_key;
  CREATE UNIQUE INDEX pembayaran_reversal_reference ON pembayaran (collector_id, reversal_reference)
    WHERE reversal_reference IS NOT NULL;
  ALTER TABLE kwitansi DROP CONSTRAINT kwitansi_sale_id_key;
  CREATE UNIQUE INDEX kwitansi_sale ON kwitansi (sale_id) WHERE sale_id IS NOT NULL;
  ALTER TABLE transactions DROP CONSTRAINT transactions_payment_id_key;
  CREATE UNIQUE INDEX transactions_payment ON transactions (payment_id) WHERE payment_id IS NOT NULL;
`;

/** The filters of the lists, each in the order of its list. */
const LISTS = `
  CREATE INDEX pelanggan_of_region ON pelanggan (region_id, customer_number);
  CREATE INDEX pelanggan_of_route ON pelanggan (route_id, customer_number);
  CREATE INDEX pelanggan_name_words ON pelanggan USING gin ((' ' || search_form(name)) gin_trgm_ops);
  DROP INDEX pelanggan_tariff;
  CREATE INDEX pelanggan_tariff ON pelanggan (tariff_id, customer_number);
  -- How many customers a region and a route have, from the index alone.
  DROP INDEX pelanggan_region;
  CREATE INDEX pelanggan_region ON pelanggan (region_id, route_id) INCLUDE (state);

  CREATE INDEX tagihan_period ON tagihan (period, id);
  CREATE INDEX tagihan_tariff_version ON tagihan (tariff_version_id, id) WHERE tariff_version_id IS NOT NULL;
  CREATE INDEX tagihan_issue_run ON tagihan (issue_run_id, id) WHERE issue_run_id IS NOT NULL;
  CREATE INDEX tagihan_set_aside ON tagihan (id) WHERE state IN ('DRAFT', 'CANCELLED', 'REPLACED_BY');
  DROP INDEX tagihan_due;
  CREATE INDEX tagihan_due ON tagihan (due_date) INCLUDE (id, principal, period) WHERE state = 'ISSUED';

  CREATE INDEX meter_reading_period ON meter_reading (period, id);
  CREATE INDEX meter_reading_unverified ON meter_reading (id) WHERE status <> 'VERIFIED';

  CREATE INDEX pembayaran_collector ON pembayaran (collector_id, posted_at, id);
  CREATE INDEX pembayaran_channel ON pembayaran (channel, posted_at, id);

  -- The statement of the deposits: a handful of lines among those of all payments.
  CREATE INDEX jurnal_baris_deposits ON jurnal_baris (id) WHERE account = '2140';
  CREATE INDEX jurnal_baris_deposit_of ON jurnal_baris (collector_id, id) INCLUDE (debit, credit) WHERE account = '2140';

  CREATE INDEX kasus_reference ON kasus (key_form(detail ->> 'bank_reference')) WHERE detail ->> 'bank_reference' IS NOT NULL;
  CREATE INDEX kasus_kind ON kasus (kind, opened_at, id);
  CREATE INDEX persetujuan_kind ON persetujuan (kind, made_at, id);
  CREATE INDEX persetujuan_maker ON persetujuan (made_by, made_at, id);

  CREATE INDEX webhook_inbox_unfinished ON webhook_inbox (received_at, id) WHERE state <> 'PROCESSED';
  CREATE INDEX webhook_inbox_event ON webhook_inbox (event_id);
  CREATE INDEX webhook_inbox_reference ON webhook_inbox ((payload ->> 'bank_reference'))
    WHERE payload ->> 'bank_reference' IS NOT NULL;
  CREATE INDEX webhook_inbox_virtual_account ON webhook_inbox ((payload ->> 'virtual_account_number'))
    WHERE payload ->> 'virtual_account_number' IS NOT NULL;

  CREATE INDEX payment_transaction_received ON payment_transaction (received_at, id);
  CREATE INDEX payment_transaction_request ON payment_transaction (request_id);
  DROP INDEX payment_transaction_reference;
  CREATE INDEX payment_transaction_reference ON payment_transaction (bank_reference, bank_id)
    WHERE bank_reference IS NOT NULL;
  CREATE INDEX payment_transaction_refused ON payment_transaction (http_status, received_at, id) WHERE http_status <> 200;
  CREATE INDEX payment_transaction_code ON payment_transaction (code, received_at, id) WHERE code IS NOT NULL;
  CREATE INDEX payment_transaction_replayed ON payment_transaction (received_at, id) WHERE replayed;
  CREATE INDEX payment_transaction_snap ON payment_transaction (received_at, id) WHERE snap_partner_id IS NOT NULL;

  CREATE INDEX outbound_call_started ON outbound_call (started_at, id);
  CREATE INDEX outbound_call_service ON outbound_call (service, started_at, id);
  CREATE INDEX outbound_call_unfinished ON outbound_call (started_at, id) WHERE state <> 'DONE';
  CREATE INDEX outbound_call_external ON outbound_call (external_id);
  CREATE INDEX outbound_call_response ON outbound_call (response_code, started_at) WHERE response_code IS NOT NULL;

  CREATE INDEX log_aktivitas_person ON log_aktivitas (actor_id, at) WHERE actor_kind = 'USER';
  CREATE INDEX log_aktivitas_action ON log_aktivitas (action text_pattern_ops, at);
  CREATE INDEX log_aktivitas_request ON log_aktivitas (request_id) WHERE request_id IS NOT NULL;

  CREATE INDEX transactions_collector ON transactions (collector_id, created_at, id);
  CREATE INDEX transactions_service ON transactions (service_id, created_at, id);
  CREATE INDEX transactions_unfinished ON transactions (created_at, id) WHERE status <> 'SUCCESS';
`;

/** What lists, look-ups and checks of references need when tables have grown, and what no table needs at any size. */
export class GrowingTables0050 implements MigrationInterface {
  readonly name = 'GrowingTables1760000000050';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [FOREIGN_KEYS, WASTE, LISTS]) await db.query(part);
  }

  down = forwardOnly;
}
