import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What tells guessing from checking: the numbers asked for in the last ten minutes, and which number was opened from which
 * line before. See docs/adr/0024.
 */
export class PublicGuesses0029 implements MigrationInterface {
  readonly name = 'PublicGuesses1760000000029';

  async up(db: QueryRunner): Promise<void> {
    // Unlogged as the other counters of the door: what a crash forgets is ten minutes old at most.
    await db.query(`
      CREATE UNLOGGED TABLE nomor_ditanya (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        position bigint NOT NULL CHECK (position BETWEEN 0 AND 99999999999),
        network text NOT NULL,
        missed boolean NOT NULL DEFAULT false,
        asked_at timestamptz NOT NULL
      );
      CREATE INDEX nomor_ditanya_position ON nomor_ditanya (position);
      CREATE INDEX nomor_ditanya_missed ON nomor_ditanya (asked_at) WHERE missed;
      CREATE INDEX nomor_ditanya_asked_at ON nomor_ditanya (asked_at);
      CREATE TABLE nomor_dikenal (
        mark bytea PRIMARY KEY CHECK (octet_length(mark) = 16),
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX nomor_dikenal_seen_at ON nomor_dikenal (seen_at);`);
  }

  down = forwardOnly;
}
