import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A file has in it what its owner might read when it was written: whoever may read less by now does not get it. */
export class FilesWrittenFor0188 implements MigrationInterface {
  readonly name = 'FilesWrittenFor1760000000188';

  async up(db: QueryRunner): Promise<void> {
    // Of those that lie there already nobody knows it any more; they are over within a week.
    await db.query('ALTER TABLE berkas_unduhan ADD COLUMN written_for text');
  }

  down = forwardOnly;
}
