import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Photos are drawn anew when they are stored; those kept as they came are drawn anew when they are shown. */
export class RedrawnPhotos0021 implements MigrationInterface {
  readonly name = 'RedrawnPhotos1760000000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE foto_meter ADD COLUMN redrawn boolean NOT NULL DEFAULT false');
  }

  down = forwardOnly;
}
