import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Who was sealed and opened again in a month, without reading what else was ever changed of a million customers. */
export class StatesByDay0160 implements MigrationInterface {
  readonly name = 'StatesByDay1760000000160';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX riwayat_pelanggan_states ON riwayat_pelanggan (at) WHERE field = 'state'`);
  }

  down = forwardOnly;
}
