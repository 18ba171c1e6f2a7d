import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Who somebody is, for every screen that names a person; what else is known of them stays with identity. */
export class People0023 implements MigrationInterface {
  readonly name = 'People1760000000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE VIEW orang AS SELECT id, name, role FROM pengguna');
  }

  down = forwardOnly;
}
