import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A stand that waits in a month a balance stands for is never decided; where the stands around it say what the month was, the
 * month that is derived from them takes its place. See docs/adr/0108.
 */
export class StandsTakenOver0200 implements MigrationInterface {
  readonly name = 'StandsTakenOver1760000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER meter_reading_states ON meter_reading;
      CREATE TRIGGER meter_reading_states BEFORE UPDATE OF status ON meter_reading FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'RECORDED>VERIFIED', 'RECORDED>REREAD', 'RECORDED>CORRECTED',
          'REREAD>RECORDED', 'REREAD>CORRECTED', 'VERIFIED>CORRECTED');
    `);
  }

  down = forwardOnly;
}
