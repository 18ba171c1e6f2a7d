import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A charge that is no water and was paid with credit goes back into it, as a row of its bill. See docs/adr/0062. */
export class ReturnedCharges0123 implements MigrationInterface {
  readonly name = 'ReturnedCharges1760000000123';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $migration$
      DECLARE
        old record;
        dropped int := 0;
      BEGIN
        FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'koreksi_tagihan'::regclass AND contype = 'c'
          AND (pg_get_constraintdef(oid) LIKE '%amount = (water_amount + fixed_amount)%'
            OR pg_get_constraintdef(oid) LIKE '%water_amount <> 0%fixed_amount <> 0%')
        LOOP
          EXECUTE format('ALTER TABLE koreksi_tagihan DROP CONSTRAINT %I', old.conname);
          dropped := dropped + 1;
        END LOOP;
        IF dropped <> 2 THEN
          RAISE EXCEPTION '% constraints of corrections speak of water and fixed amounts, not 2', dropped;
        END IF;
        FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'nota_koreksi'::regclass AND contype = 'c'
          AND pg_get_constraintdef(oid) LIKE '%READING%TARIFF%'
        LOOP
          EXECUTE format('ALTER TABLE nota_koreksi DROP CONSTRAINT %I', old.conname);
        END LOOP;
      END $migration$;
      ALTER TABLE koreksi_tagihan
        -- of a charge that is no water; such a bill has no other part
        ADD COLUMN other_amount bigint NOT NULL DEFAULT 0 CHECK (other_amount <= 0),
        ADD CONSTRAINT koreksi_tagihan_amount CHECK (amount = water_amount + fixed_amount + other_amount) NOT VALID,
        ADD CONSTRAINT koreksi_tagihan_something CHECK (water_amount <> 0 OR fixed_amount <> 0 OR other_amount <> 0) NOT VALID;
      ALTER TABLE koreksi_tagihan VALIDATE CONSTRAINT koreksi_tagihan_amount;
      ALTER TABLE koreksi_tagihan VALIDATE CONSTRAINT koreksi_tagihan_something;
      ALTER TABLE nota_koreksi
        ADD CONSTRAINT nota_koreksi_cause CHECK (cause IN ('READING', 'TARIFF', 'CATCH_UP', 'CHARGE')) NOT VALID;
      ALTER TABLE nota_koreksi VALIDATE CONSTRAINT nota_koreksi_cause;
    `);
  }

  down = forwardOnly;
}
