import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Where on the map a pay point is: latitude and longitude in degrees, as maps hand them out. */
export class PayPointCoordinates0045 implements MigrationInterface {
  readonly name = 'PayPointCoordinates1760000000045';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE titik_bayar ADD COLUMN coordinates text
        CHECK (coordinates ~ '^-?[0-9]{1,2}\\.[0-9]{1,10}, ?[0-9]{2,3}\\.[0-9]{1,10}$');
    `);
  }

  down = forwardOnly;
}
