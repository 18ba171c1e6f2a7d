import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a waiver programme forgave of the penalties a plan replaced, on the day it was agreed. See docs/adr/0078. */
export class WaivedInPlans0144 implements MigrationInterface {
  readonly name = 'WaivedInPlans1760000000144';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE angsuran_sumber ADD COLUMN waived bigint NOT NULL DEFAULT 0
        CONSTRAINT angsuran_sumber_waived CHECK (waived >= 0);
    `);
  }

  down = forwardOnly;
}
