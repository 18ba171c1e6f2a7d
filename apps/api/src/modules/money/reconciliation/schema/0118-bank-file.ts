import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A bank's host may hand out the file of a day itself. See docs/adr/0067. */
export class BankFile0118 implements MigrationInterface {
  readonly name = 'BankFile1760000000118';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ketentuan_setelmen DROP CONSTRAINT ketentuan_setelmen_source_check;
      ALTER TABLE ketentuan_setelmen ADD CONSTRAINT ketentuan_setelmen_source_check
        CHECK (source IN ('UPLOAD', 'SNAP_REPORT', 'BANK_FILE'));
    `);
  }

  down = forwardOnly;
}
