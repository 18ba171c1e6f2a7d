import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Whether the money that paid a checkout named it, or only paid its bills through the same bank; unknown of what was paid before. */
export class PaidByName0195 implements MigrationInterface {
  readonly name = 'PaidByName1760000000195';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE niat_bayar ADD COLUMN payment_named boolean');
  }

  down = forwardOnly;
}
