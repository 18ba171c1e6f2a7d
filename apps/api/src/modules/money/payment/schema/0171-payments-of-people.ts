import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Whoever looks for the payments of many people, as the beginning of a customer number finds them, wants to know which, not
 * what they are: the index says it, and none of them is looked up. See docs/adr/0094.
 */
export class PaymentsOfPeople0171 implements MigrationInterface {
  readonly name = 'PaymentsOfPeople1760000000171';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX pembayaran_customer_ids ON pembayaran (customer_id, posted_at DESC) INCLUDE (id);
      DROP INDEX pembayaran_customer;
      ALTER INDEX pembayaran_customer_ids RENAME TO pembayaran_customer;
    `);
  }

  down = forwardOnly;
}
