import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The list of checkouts is read newest first, of all banks and of one. */
export class CheckoutOrders0046 implements MigrationInterface {
  readonly name = 'CheckoutOrders1760000000046';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX niat_bayar_created ON niat_bayar (created_at, id);
      CREATE INDEX niat_bayar_status ON niat_bayar (status, created_at, id);
      CREATE INDEX outbound_call_intent ON outbound_call (intent_id) WHERE intent_id IS NOT NULL;
      CREATE INDEX webhook_inbox_intent ON webhook_inbox (intent_id) WHERE intent_id IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
