import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A balance that was taken over wrongly is corrected by two people, with a paper as any other bill. See docs/adr/0054. */
export class CorrectedOpenings0128 implements MigrationInterface {
  readonly name = 'CorrectedOpenings1760000000128';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE nota_koreksi DROP CONSTRAINT nota_koreksi_cause;
      ALTER TABLE nota_koreksi ADD CONSTRAINT nota_koreksi_cause
        CHECK (cause IN ('READING', 'TARIFF', 'OPENING', 'CATCH_UP', 'CHARGE'));
    `);
  }

  down = forwardOnly;
}
