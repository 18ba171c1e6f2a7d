import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Tables that asked the bank and now ask the collector. */
const OF_COLLECTORS = [
  'ketentuan_setelmen',
  'hari_libur_bank',
  'pemetaan_berkas',
  'berkas_rekonsiliasi',
] as const;

/**
 * A day may be put against the statement of a bank, a supplier of PPOB or a partner. Whose it is, and which account it is
 * cleared off, is written down when the day begins; each item says it too, because one journal may stand on two statements:
 * what we paid a supplier stands on our bank's and on the supplier's. See docs/adr/0079.
 */
export class Statements0149 implements MigrationInterface {
  readonly name = 'Statements1760000000149';

  async up(db: QueryRunner): Promise<void> {
    for (const table of OF_COLLECTORS)
      await db.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_collector_id_fkey,
          ADD CONSTRAINT ${table}_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES penerima NOT VALID;
        ALTER TABLE ${table} VALIDATE CONSTRAINT ${table}_collector_id_fkey;
      `);
    await db.query(`
      ALTER TABLE rekonsiliasi
        ADD COLUMN statement text NOT NULL DEFAULT 'BANK',
        ADD COLUMN account text NOT NULL DEFAULT '1130' REFERENCES akun,
        ADD CONSTRAINT rekonsiliasi_statement_check CHECK ((statement, account) IN
          (('BANK', '1130'), ('PARTNER', '2140'), ('SUPPLIER', '1150'), ('SUPPLIER', '2160'))),
        ADD CONSTRAINT rekonsiliasi_own_account_check CHECK (statement = 'BANK' OR NOT own_account);

      ALTER TABLE rekonsiliasi_detail
        ADD COLUMN statement text NOT NULL DEFAULT 'BANK'
          CONSTRAINT rekonsiliasi_detail_statement_check CHECK (statement IN ('BANK', 'SUPPLIER', 'PARTNER')),
        -- Of a partner: what gave back the sale or payment of movement_id.
        ADD COLUMN reversal_movement_id bigint,
        ADD CONSTRAINT rekonsiliasi_detail_movement_sides CHECK (reversal_movement_id IS NULL OR movement_id IS NOT NULL),
        -- What is on no bank's statement is a movement.
        ADD CONSTRAINT rekonsiliasi_detail_payment_sides CHECK (statement = 'BANK' OR num_nulls(payment_id, reversal_id, posted_id) = 3);
      DROP INDEX rekonsiliasi_detail_movement;
      CREATE UNIQUE INDEX rekonsiliasi_detail_movement ON rekonsiliasi_detail (movement_id, statement)
        WHERE movement_id IS NOT NULL AND NOT carried;
      CREATE UNIQUE INDEX rekonsiliasi_detail_reversal_movement ON rekonsiliasi_detail (reversal_movement_id, statement)
        WHERE reversal_movement_id IS NOT NULL AND NOT carried;
    `);
  }

  down = forwardOnly;
}
