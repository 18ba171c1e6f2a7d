import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Baskets that are not over are few, and looked for every minute. */
export class BasketsThatAreNotOver0052 implements MigrationInterface {
  readonly name = 'BasketsThatAreNotOver1760000000052';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'CREATE INDEX keranjang_loket_not_over ON keranjang_loket (created_at) WHERE finished_at IS NULL',
    );
  }

  down = forwardOnly;
}
