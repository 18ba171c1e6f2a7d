import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A case names what it is about by type and id, so that any module may open one without a key upwards. */
export class CaseSubjects0033 implements MigrationInterface {
  readonly name = 'CaseSubjects1760000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE kasus
        ADD COLUMN subject_type text GENERATED ALWAYS AS (split_part(source_key, ':', 1)) STORED,
        ADD COLUMN subject_id bigint GENERATED ALWAYS AS (nullif(split_part(source_key, ':', 2), '')::bigint) STORED;
      CREATE INDEX kasus_subject ON kasus (subject_type, subject_id);
    `);
  }

  down = forwardOnly;
}
