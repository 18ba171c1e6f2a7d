import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Part of a bill's principal that bears no penalty: the penalty of the system before within a balance taken over, and what
 * a correction has found to be too much while the bill is still open. Whoever asks what a bill bears is told of it.
 */
export class PenaltyFree0098 implements MigrationInterface {
  readonly name = 'PenaltyFree1760000000098';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tagihan ADD COLUMN penalty_free bigint NOT NULL DEFAULT 0;
      ALTER TABLE tagihan ADD CONSTRAINT tagihan_penalty_free CHECK (penalty_free BETWEEN 0 AND principal) NOT VALID;
      ALTER TABLE tagihan VALIDATE CONSTRAINT tagihan_penalty_free;

      -- Changed in place, so that whatever else the functions have become stays.
      DO $migration$
      DECLARE
        locking record;
        changed int := 0;
      BEGIN
        FOR locking IN SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'public' AND p.prosrc LIKE '%''disputed'', b.disputed,%'
        LOOP
          EXECUTE replace(locking.text, $$'disputed', b.disputed,$$, $$'disputed', b.disputed, 'penalty_free', b.penalty_free,$$);
          changed := changed + 1;
        END LOOP;
        IF changed = 0 THEN
          RAISE EXCEPTION 'no function lists open bills as expected';
        END IF;
      END $migration$;

      UPDATE tagihan b SET penalty_free = f.amount FROM (
          SELECT l.bill_id, sum(l.amount)::bigint AS amount FROM tagihan_rincian l WHERE l.kind = 'OPENING' AND l.code = 'DENDA' GROUP BY 1
          UNION ALL SELECT k.bill_id, -sum(k.amount)::bigint FROM koreksi_tagihan k GROUP BY 1 HAVING sum(k.amount) < 0) f
        WHERE b.id = f.bill_id;
    `);
  }

  down = forwardOnly;
}
