import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A float or deposit whose answer was lost is sent again: under the id of its request it is booked once. */
export class MovesSentTwice0215 implements MigrationInterface {
  readonly name = 'MovesSentTwice1760000000215';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mutasi_loket ADD COLUMN request_id uuid;
      CREATE UNIQUE INDEX mutasi_loket_request ON mutasi_loket (request_id) WHERE request_id IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
