import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What moved our account beside the banks' own payments: takings of counters, deposits of partners, payments to suppliers.
 * The file of the bank that keeps the account says them too; an item names them by their journal. See docs/adr/0066.
 */
export class OwnMovements0117 implements MigrationInterface {
  readonly name = 'OwnMovements1760000000117';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ketentuan_setelmen ADD COLUMN own_account boolean NOT NULL DEFAULT false;
      -- As the terms of its day said when it was begun.
      ALTER TABLE rekonsiliasi ADD COLUMN own_account boolean NOT NULL DEFAULT false;

      ALTER TABLE rekonsiliasi_detail
        ADD COLUMN movement_id bigint,
        ADD CONSTRAINT rekonsiliasi_detail_one_side CHECK (movement_id IS NULL OR (payment_id IS NULL AND reversal_id IS NULL));
      CREATE UNIQUE INDEX rekonsiliasi_detail_movement ON rekonsiliasi_detail (movement_id) WHERE movement_id IS NOT NULL AND NOT carried;
      CREATE INDEX rekonsiliasi_detail_movement_carried ON rekonsiliasi_detail (movement_id) WHERE movement_id IS NOT NULL AND carried;
      ALTER TABLE rekonsiliasi_penarikan ADD COLUMN movement_id bigint;

      -- Few lines of the books are on our account: what moved it on a day is found by these.
      CREATE INDEX jurnal_baris_cash ON jurnal_baris (journal_id) WHERE account = '1110';
      CREATE INDEX mutasi_pemasok_reference ON mutasi_pemasok (bank_reference) WHERE bank_reference IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
