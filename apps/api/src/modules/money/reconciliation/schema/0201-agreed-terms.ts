import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Terms of a statement are agreed on by two people. Those from before have one, or none where a file brought them. See docs/adr/0108. */
export class AgreedTerms0201 implements MigrationInterface {
  readonly name = 'AgreedTerms1760000000201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ketentuan_setelmen
        ADD COLUMN approval_id bigint UNIQUE REFERENCES persetujuan,
        ADD COLUMN decided_by bigint REFERENCES pengguna,
        ADD CONSTRAINT ketentuan_setelmen_two_people CHECK (decided_by <> made_by),
        ADD CONSTRAINT ketentuan_setelmen_decided CHECK ((approval_id IS NULL) = (decided_by IS NULL));
    `);
  }

  down = forwardOnly;
}
