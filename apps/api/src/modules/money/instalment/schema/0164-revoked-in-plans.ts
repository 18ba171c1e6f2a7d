import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What the end of a plan took back of what was forgiven when it was agreed: less than all of it, when a correction found some
 * of it to be no penalty at all. Plans that ended before took back all. See docs/adr/0084.
 */
export class RevokedInPlans0164 implements MigrationInterface {
  readonly name = 'RevokedInPlans1760000000164';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE angsuran_sumber ADD COLUMN revoked bigint;
      ALTER TABLE angsuran_sumber DISABLE TRIGGER angsuran_sumber_append_only;
      UPDATE angsuran_sumber s SET revoked = s.waived FROM rencana_angsuran p WHERE p.id = s.plan_id AND p.ended_as IS NOT NULL;
      DROP TRIGGER angsuran_sumber_append_only ON angsuran_sumber;
      CREATE TRIGGER angsuran_sumber_guard BEFORE UPDATE OR DELETE ON angsuran_sumber
        FOR EACH ROW EXECUTE FUNCTION allow_change_of_columns('revoked');
      ALTER TABLE angsuran_sumber ADD CONSTRAINT angsuran_sumber_revoked CHECK (revoked BETWEEN 0 AND waived);
    `);
  }

  down = forwardOnly;
}
