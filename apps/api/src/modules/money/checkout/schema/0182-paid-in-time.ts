import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A checkout that expired here is paid by money of which the bank says that it came in time. */
export class PaidInTime0182 implements MigrationInterface {
  readonly name = 'PaidInTime1760000000182';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER niat_bayar_states ON niat_bayar;
      CREATE TRIGGER niat_bayar_states BEFORE UPDATE OF status ON niat_bayar FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'PENDING>PAID', 'PENDING>EXPIRED', 'PENDING>CANCELLED', 'EXPIRED>PAID');
    `);
  }

  down = forwardOnly;
}
