import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a plan replaced is owed again when the plan is withdrawn before anything of it was paid. See docs/adr/0069. */
export class BillsOwedAgain0120 implements MigrationInterface {
  readonly name = 'BillsOwedAgain1760000000120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $migration$
      DECLARE
        before text := pg_get_functiondef('guard_bill'::regproc);
        after text := replace(before, $$OR (OLD.state = 'PAID' AND NEW.state = 'ISSUED')$$,
          $$OR (OLD.state IN ('PAID', 'REPLACED_BY') AND NEW.state = 'ISSUED')$$);
      BEGIN
        IF after = before THEN
          RAISE EXCEPTION 'guard_bill does not know the states of a bill as expected';
        END IF;
        EXECUTE after;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
