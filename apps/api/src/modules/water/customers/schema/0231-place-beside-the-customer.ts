import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** In which region a customer of open bills lives, in the order of the bills, without reading the customers themselves: see the age of arrears. */
export class PlaceBesideTheCustomer0231 implements MigrationInterface {
  readonly name = 'PlaceBesideTheCustomer1760000000231';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX pelanggan_place ON pelanggan (id) INCLUDE (region_id)');
  }

  down = forwardOnly;
}
