import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A case has a day it is due, and somebody who works on it. */
export class CaseInbox0106 implements MigrationInterface {
  readonly name = 'CaseInbox1760000000106';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE kasus
        -- of a case that is decided: never, so that what waits comes first in one order
        ADD COLUMN due_at timestamptz NOT NULL DEFAULT 'infinity',
        ADD COLUMN assigned_to bigint REFERENCES pengguna,
        ADD COLUMN assigned_at timestamptz;
      UPDATE kasus SET due_at = opened_at + interval '7 days' WHERE status = 'OPEN';
      ALTER TABLE kasus ADD CONSTRAINT kasus_due CHECK (status = 'OPEN' OR due_at = 'infinity') NOT VALID,
        ADD CONSTRAINT kasus_assigned CHECK ((assigned_to IS NULL) = (assigned_at IS NULL)) NOT VALID;
      ALTER TABLE kasus VALIDATE CONSTRAINT kasus_due;
      ALTER TABLE kasus VALIDATE CONSTRAINT kasus_assigned;
      CREATE INDEX kasus_due_order ON kasus (due_at, id);
      CREATE INDEX kasus_assigned_to ON kasus (assigned_to, due_at, id) WHERE assigned_to IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
