import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** How often calls under the name of a bank were refused at the door, which the log of calls does not know. */
export class BankRefusals0013 implements MigrationInterface {
  readonly name = 'BankRefusals1760000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row per bank and minute however many calls there were: a flood cannot fill the disk.
      CREATE TABLE bank_refusal (
        bank_id bigint NOT NULL REFERENCES bank_integration,
        minute timestamptz NOT NULL,
        refusals int NOT NULL CHECK (refusals > 0),
        last_at timestamptz NOT NULL,
        PRIMARY KEY (bank_id, minute)
      );
    `);
  }

  down = forwardOnly;
}
