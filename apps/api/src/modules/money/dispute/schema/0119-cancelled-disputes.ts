import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A doubt ends as well when its bill is taken back: a charge or a balance of the system before. See docs/adr/0059. */
export class CancelledDisputes0119 implements MigrationInterface {
  readonly name = 'CancelledDisputes1760000000119';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE keberatan DROP CONSTRAINT keberatan_state_check,
        ADD CONSTRAINT keberatan_state_check CHECK (state IN ('OPEN', 'CORRECTED', 'RELEASED', 'CANCELLED'));
      DROP TRIGGER keberatan_states ON keberatan;
      CREATE TRIGGER keberatan_states BEFORE UPDATE OF state ON keberatan FOR EACH ROW
        EXECUTE FUNCTION guard_state('state', 'OPEN>CORRECTED', 'OPEN>RELEASED', 'OPEN>CANCELLED');
    `);
  }

  down = forwardOnly;
}
