import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What is still asked for of a penalty, in one place. Nobody owed what had been forgiven of a wrong penalty beyond the right
 * one: it stays off when the bill is open again, and `waived` says nothing then. See docs/adr/0084.
 */
export class OwedPenalty0165 implements MigrationInterface {
  readonly name = 'OwedPenalty1760000000165';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION denda_terutang(amount bigint, waived bigint, excess_waived bigint) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT coalesce(amount - greatest(waived, excess_waived), 0)';
      CREATE INDEX denda_left_off ON denda (bill_id) WHERE waived > 0 OR excess_waived > 0;
      DROP INDEX denda_waived;
    `);
  }

  down = forwardOnly;
}
