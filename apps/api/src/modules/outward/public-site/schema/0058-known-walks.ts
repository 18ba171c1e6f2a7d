import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Numbers that were known where they were asked from count apart: a crowd behind one address is not taken for somebody who
 * guesses, and somebody who reads along a street behind it is seen all the same. See docs/adr/0041.
 */
export class KnownWalks0058 implements MigrationInterface {
  readonly name = 'KnownWalks1760000000058';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE nomor_ditanya ADD COLUMN known boolean NOT NULL DEFAULT false;
      CREATE INDEX nomor_ditanya_network ON nomor_ditanya (network, asked_at);`);
  }

  down = forwardOnly;
}
