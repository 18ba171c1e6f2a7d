import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A float, a deposit or a top-up that was booked with a wrong amount or slip is taken back by a movement of its own that
 * names it. See docs/adr/0073.
 */
export class CorrectedMovements0133 implements MigrationInterface {
  readonly name = 'CorrectedMovements1760000000133';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mutasi_loket
        ADD COLUMN reverses_id bigint UNIQUE REFERENCES mutasi_loket,
        DROP CONSTRAINT mutasi_loket_check,
        ADD CONSTRAINT mutasi_loket_direction CHECK (CASE kind
          WHEN 'FLOAT' THEN (amount > 0) = (reverses_id IS NULL)
          WHEN 'DEPOSIT' THEN (amount < 0) = (reverses_id IS NULL)
          ELSE note IS NOT NULL AND reverses_id IS NULL END),
        -- What is taken back is agreed on by two.
        ADD CONSTRAINT mutasi_loket_two_people CHECK (reverses_id IS NULL OR (decided_by IS NOT NULL AND decided_by <> made_by));

      ALTER TABLE setoran_mitra
        ADD COLUMN reverses_id bigint UNIQUE REFERENCES setoran_mitra,
        DROP CONSTRAINT setoran_mitra_amount_check,
        ADD CONSTRAINT setoran_mitra_direction CHECK (CASE WHEN reverses_id IS NULL THEN amount > 0 ELSE amount < 0 END),
        DROP CONSTRAINT setoran_mitra_approval_id_key;
      -- What two people agreed on is paid in once, and taken back once.
      CREATE UNIQUE INDEX setoran_mitra_approval ON setoran_mitra (approval_id, (reverses_id IS NULL)) WHERE approval_id IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
