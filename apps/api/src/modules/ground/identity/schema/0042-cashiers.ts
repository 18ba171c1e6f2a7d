import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A role of its own for whoever takes cash: one queue and one drawer, and nothing of the office. */
export class Cashiers0042 implements MigrationInterface {
  readonly name = 'Cashiers1760000000042';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pengguna DROP CONSTRAINT pengguna_role_check,
        ADD CONSTRAINT pengguna_role_check
          CHECK (role IN ('ADMIN_SUPER', 'ADMIN_PDAM', 'PETUGAS_METER', 'KASIR', 'MANAJER', 'ADMIN_IT'));
    `);
  }

  down = forwardOnly;
}
