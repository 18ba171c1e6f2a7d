import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Two people say that no statement comes of a day, and take it back. */
export class NoStatement0197 implements MigrationInterface {
  readonly name = 'NoStatement1760000000197';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE rekonsiliasi ADD COLUMN absence_id bigint REFERENCES persetujuan;
      CREATE INDEX rekonsiliasi_absence ON rekonsiliasi (absence_id) WHERE absence_id IS NOT NULL;
      ALTER TABLE rekonsiliasi DROP CONSTRAINT rekonsiliasi_check3;
      ALTER TABLE rekonsiliasi ADD CONSTRAINT rekonsiliasi_statement
        CHECK (state = 'OPEN' OR (num_nonnulls(file_id, absence_id) > 0 AND run_at IS NOT NULL));
      ALTER TABLE rekonsiliasi_peristiwa DROP CONSTRAINT rekonsiliasi_peristiwa_kind_check;
      ALTER TABLE rekonsiliasi_peristiwa ADD CONSTRAINT rekonsiliasi_peristiwa_kind_check
        CHECK (kind IN ('FILE', 'RUN', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'ABSENT', 'AWAITED'));
    `);
  }

  down = forwardOnly;
}
