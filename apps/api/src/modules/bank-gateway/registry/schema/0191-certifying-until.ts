import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Until when a bank that is not live may bring the money of its certification, bounded so that no lost run leaves it open. */
export class CertifyingUntil0191 implements MigrationInterface {
  readonly name = 'CertifyingUntil1760000000191';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE bank_integration ADD COLUMN certifying_until timestamptz');
  }

  down = forwardOnly;
}
