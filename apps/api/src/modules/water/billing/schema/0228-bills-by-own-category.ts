import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Of a category are also the bills that no version priced: balances taken over and instalments. */
export class BillsByOwnCategory0228 implements MigrationInterface {
  readonly name = 'BillsByOwnCategory1760000000228';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX tagihan_own_category ON tagihan (tariff_id) WHERE tariff_id IS NOT NULL');
  }

  down = forwardOnly;
}
