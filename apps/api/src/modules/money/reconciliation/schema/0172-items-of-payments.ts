import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The items of many payments from the index alone, as 0171 finds the payments of many people. See docs/adr/0094. */
export class ItemsOfPayments0172 implements MigrationInterface {
  readonly name = 'ItemsOfPayments1760000000172';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNIQUE INDEX rekonsiliasi_detail_payment_ids ON rekonsiliasi_detail (payment_id) INCLUDE (id)
        WHERE payment_id IS NOT NULL AND NOT carried;
      DROP INDEX rekonsiliasi_detail_payment;
      ALTER INDEX rekonsiliasi_detail_payment_ids RENAME TO rekonsiliasi_detail_payment;
    `);
  }

  down = forwardOnly;
}
