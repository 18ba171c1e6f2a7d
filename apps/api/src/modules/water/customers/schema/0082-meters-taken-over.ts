import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A meter that was there before us begins its life here with the stand at which the system before read it last: what it
 * measured until then is billed. When it was put in is kept beside, for whoever asks how old it is.
 */
export class MetersTakenOver0082 implements MigrationInterface {
  readonly name = 'MetersTakenOver1760000000082';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meter ADD COLUMN first_installed_on date,
        ADD CONSTRAINT meter_first_installed CHECK (first_installed_on <= installed_on);
      -- The search box asks for the beginning of a key.
      DROP INDEX pelanggan_alias_form;
      CREATE UNIQUE INDEX pelanggan_alias_form ON pelanggan_alias (key_form(alias) text_pattern_ops);
    `);
  }

  down = forwardOnly;
}
