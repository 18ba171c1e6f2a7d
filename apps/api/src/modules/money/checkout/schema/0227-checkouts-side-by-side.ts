import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Ways to pay the same bills are open side by side: nobody's account or code is closed because somebody asked for another way. */
export class CheckoutsSideBySide0227 implements MigrationInterface {
  readonly name = 'CheckoutsSideBySide1760000000227';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A process of the version before cannot open a second beside a first: it is stopped before (docs/operations.md).
      CREATE UNIQUE INDEX niat_bayar_open_of_way ON niat_bayar (customer_id, bill_ids, bank_id, method) WHERE status = 'PENDING';
      DROP INDEX niat_bayar_one_open;
    `);
  }

  down = forwardOnly;
}
