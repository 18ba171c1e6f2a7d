import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** An applicant may withdraw, and a closed connection may be taken up again as a candidate. See docs/adr/0060. */
export class ClosingConnections0107 implements MigrationInterface {
  readonly name = 'ClosingConnections1760000000107';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER pelanggan_states ON pelanggan;
      CREATE TRIGGER pelanggan_states BEFORE UPDATE OF state ON pelanggan FOR EACH ROW
        EXECUTE FUNCTION guard_state('state', 'CALON>AKTIF', 'CALON>NONAKTIF', 'AKTIF>SEGEL', 'AKTIF>NONAKTIF', 'SEGEL>AKTIF',
          'SEGEL>NONAKTIF', 'NONAKTIF>CALON');
    `);
  }

  down = forwardOnly;
}
