import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Our own key at a bank has a successor, which waits until the bank knows it and a second person agrees. */
export class OwnKey0049 implements MigrationInterface {
  readonly name = 'OwnKey1760000000049';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_outbound
        ADD COLUMN next_private_key_enc text CHECK (next_private_key_enc ~ '^v1:[0-9]+:'),
        ADD COLUMN next_key_approval_id bigint REFERENCES persetujuan,
        ADD CONSTRAINT bank_outbound_next_key CHECK (next_key_approval_id IS NULL OR next_private_key_enc IS NOT NULL);
    `);
  }

  down = forwardOnly;
}
