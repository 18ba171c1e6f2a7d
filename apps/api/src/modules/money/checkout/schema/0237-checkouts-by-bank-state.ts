import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Accounts and codes by how they stand at the bank: the few that are not as they should be, among millions that are. */
export class CheckoutsByBankState0237 implements MigrationInterface {
  readonly name = 'CheckoutsByBankState1760000000237';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX va_transaction_bank_state ON va_transaction (bank_state, intent_id);
      CREATE INDEX qris_transaction_bank_state ON qris_transaction (bank_state, intent_id);
    `);
  }

  down = forwardOnly;
}
