import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** From where the file of a day comes: somebody uploads it, or we ask the bank's report service for it. */
export class FileSource0074 implements MigrationInterface {
  readonly name = 'FileSource1760000000074';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ketentuan_setelmen ADD COLUMN source text NOT NULL DEFAULT 'UPLOAD'
        CONSTRAINT ketentuan_setelmen_source_check CHECK (source IN ('UPLOAD', 'SNAP_REPORT'));
    `);
  }

  down = forwardOnly;
}
