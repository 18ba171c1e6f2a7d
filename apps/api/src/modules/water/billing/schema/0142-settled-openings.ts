import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A balance that was taken over and is settled is corrected by a row, in both directions. See docs/adr/0077. */
export class SettledOpenings0142 implements MigrationInterface {
  readonly name = 'SettledOpenings1760000000142';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $migration$
      DECLARE
        old record;
        dropped int := 0;
      BEGIN
        FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'koreksi_tagihan'::regclass AND contype = 'c'
          AND pg_get_constraintdef(oid) LIKE '%(other_amount <= 0)%'
        LOOP
          EXECUTE format('ALTER TABLE koreksi_tagihan DROP CONSTRAINT %I', old.conname);
          dropped := dropped + 1;
        END LOOP;
        IF dropped <> 1 THEN
          RAISE EXCEPTION '% constraints of corrections bound other amounts, not 1', dropped;
        END IF;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
