import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';
import { UNBILLED } from '../unbilled-readings';

/**
 * A month in which a charge or an instalment lay got no bill of water: those readings are drafted once, by the queue of the
 * application, because prices are worked out there. See docs/adr/0100.
 */
export class UnbilledReadings0173 implements MigrationInterface {
  readonly name = 'UnbilledReadings1760000000173';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $migration$
      BEGIN
        IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'graphile_worker') AND EXISTS (SELECT ${UNBILLED}) THEN
          PERFORM graphile_worker.add_job('draft-unbilled', '{}'::json, job_key => 'draft-unbilled');
        END IF;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
