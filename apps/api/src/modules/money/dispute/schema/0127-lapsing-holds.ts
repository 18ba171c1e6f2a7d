import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A doubt that the office wrote down holds the penalty of its bill up to a day, and longer only when a second person agrees.
 * See docs/adr/0059.
 */
export class LapsingHolds0127 implements MigrationInterface {
  readonly name = 'LapsingHolds1760000000127';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE keberatan
        -- the first day on which the penalty goes on unanswered; of a customer's own doubt there is none
        ADD COLUMN hold_lapses_on date,
        -- the day it went on
        ADD COLUMN hold_lapsed_on date;
      UPDATE keberatan SET hold_lapses_on = answer_by + 14 WHERE source = 'OFFICE';
      ALTER TABLE keberatan ADD CONSTRAINT keberatan_hold CHECK ((source = 'OFFICE') = (hold_lapses_on IS NOT NULL)
        AND (hold_lapsed_on IS NULL OR hold_lapsed_on >= hold_lapses_on));
      CREATE INDEX keberatan_lapsing ON keberatan (hold_lapses_on) WHERE state = 'OPEN' AND hold_lapsed_on IS NULL;
    `);
  }

  down = forwardOnly;
}
