import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The list of shifts begins with the newest, however many there are. */
export class ShiftOrder0044 implements MigrationInterface {
  readonly name = 'ShiftOrder1760000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX shift_kas_opened ON shift_kas (opened_at, id)');
  }

  down = forwardOnly;
}
