import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What a partner paid into our account, with what the bank's statement calls it: until now only the request of two people
 * had it. See docs/adr/0066.
 */
export class PartnerPayins0116 implements MigrationInterface {
  readonly name = 'PartnerPayins1760000000116';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE setoran_mitra (
        journal_id bigint PRIMARY KEY REFERENCES jurnal,
        collector_id bigint NOT NULL REFERENCES deposit_mitra,
        amount bigint NOT NULL CHECK (amount > 0),
        -- As it stands on the statement of the bank; NULL: of the time before, and its request could not be told.
        bank_reference text,
        -- What two people agreed on is paid in once.
        approval_id bigint UNIQUE REFERENCES persetujuan,
        business_date date NOT NULL
      );
      CREATE INDEX setoran_mitra_collector ON setoran_mitra (collector_id, journal_id);
      CREATE INDEX setoran_mitra_reference ON setoran_mitra (bank_reference) WHERE bank_reference IS NOT NULL;

      -- Of each partner and amount the journals and the approved requests in their order; only where they are as many.
      WITH booked AS (
        SELECT j.id, j.entity_id, j.business_date, l.debit AS amount,
          row_number() OVER (PARTITION BY j.entity_id, l.debit ORDER BY j.id) AS place,
          count(*) OVER (PARTITION BY j.entity_id, l.debit) AS times
        FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id AND l.account = '1110' WHERE j.event = 'deposit.topped_up'
      ), asked AS (
        SELECT a.id, a.entity_id, (a.payload ->> 'amount')::bigint AS amount, a.payload ->> 'bank_reference' AS bank_reference,
          row_number() OVER (PARTITION BY a.entity_id, (a.payload ->> 'amount')::bigint ORDER BY a.decided_at, a.id) AS place,
          count(*) OVER (PARTITION BY a.entity_id, (a.payload ->> 'amount')::bigint) AS times
        FROM persetujuan a WHERE a.kind = 'partner_deposit' AND a.status = 'APPROVED'
      )
      INSERT INTO setoran_mitra (journal_id, collector_id, amount, bank_reference, approval_id, business_date)
      SELECT b.id, b.entity_id, b.amount, a.bank_reference, a.id, b.business_date FROM booked b
      LEFT JOIN asked a ON (a.entity_id, a.amount, a.place, a.times) = (b.entity_id, b.amount, b.place, b.times);

      CREATE TRIGGER setoran_mitra_append_only BEFORE UPDATE OR DELETE ON setoran_mitra
        FOR EACH ROW EXECUTE FUNCTION forbid_change();
      CREATE TRIGGER setoran_mitra_no_truncate BEFORE TRUNCATE ON setoran_mitra
        FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

      CREATE INDEX mutasi_loket_reference ON mutasi_loket (bank_reference) WHERE bank_reference IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
