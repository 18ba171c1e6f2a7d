import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A secret of a bank waits, sealed, until a second person agreed; SNAP credentials are made and changed like keys. */
export class ProvenCredentials0030 implements MigrationInterface {
  readonly name = 'ProvenCredentials1760000000030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_outbound
        ADD COLUMN next_secret_enc text CHECK (next_secret_enc ~ '^v1:[0-9]+:'),
        ADD COLUMN next_secret_approval_id bigint REFERENCES persetujuan,
        ADD CONSTRAINT bank_outbound_next_secret CHECK ((next_secret_enc IS NULL) = (next_secret_approval_id IS NULL));

      ALTER TABLE snap_partner
        ADD COLUMN approval_id bigint REFERENCES persetujuan,
        ADD COLUMN secret_shown_at timestamptz;
    `);
  }

  down = forwardOnly;
}
