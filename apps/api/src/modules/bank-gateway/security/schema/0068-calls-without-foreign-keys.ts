import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Nonces and the log of calls are no money, and a credential is never deleted: the server writes the id of the one it has
 * just verified. Whose call it was stays checked.
 */
export class CallsWithoutForeignKeys0068 implements MigrationInterface {
  readonly name = 'CallsWithoutForeignKeys1760000000068';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_nonce DROP CONSTRAINT bank_nonce_key_id_fkey;
      ALTER TABLE payment_transaction DROP CONSTRAINT payment_transaction_key_id_fkey,
        DROP CONSTRAINT payment_transaction_snap_partner_id_fkey;
    `);
  }

  down = forwardOnly;
}
