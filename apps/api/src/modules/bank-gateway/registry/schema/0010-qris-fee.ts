import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a bank adds to a checkout by QRIS, apart from its fee elsewhere. See docs/adr/0012. */
export class QrisFee0010 implements MigrationInterface {
  readonly name = 'QrisFee1760000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Nothing unless the agreement with the bank says so: its MDR may not be passed on to the payer.
      ALTER TABLE bank_integration
        ADD COLUMN qris_admin_fee bigint NOT NULL DEFAULT 0 CHECK (qris_admin_fee >= 0);
    `);
  }

  down = forwardOnly;
}
