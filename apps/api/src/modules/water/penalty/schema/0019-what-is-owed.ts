import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A bill is penalised by its own category, a penalty policy waits for a second person, and a sealed customer is charged
 * only what the tariff says.
 */
export class WhatIsOwed0019 implements MigrationInterface {
  readonly name = 'WhatIsOwed1760000000019';

  async up(db: QueryRunner): Promise<void> {
    // The locks of a payment name the category each bill was priced by. Changed in place, so that whatever else the
    // function has become stays.
    await db.query(`
      DO $migration$
      DECLARE
        before text := pg_get_functiondef('lock_payment'::regproc);
        after text := replace(before, $$'principal', b.principal, 'disputed', b.disputed$$,
          $$'tariff_code', (SELECT t.code FROM tarif_versi v JOIN tarif t ON t.id = v.tariff_id
                            WHERE v.id = b.tariff_version_id UNION ALL SELECT t.code FROM tarif t WHERE t.id = b.tariff_id),
                 'principal', b.principal, 'disputed', b.disputed$$);
      BEGIN
        IF after = before THEN
          RAISE EXCEPTION 'lock_payment does not list its bills as expected';
        END IF;
        EXECUTE after;
      END $migration$;
    `);
    await db.query(`
      ALTER TABLE kebijakan_denda
        ADD COLUMN status text NOT NULL DEFAULT 'APPROVED'
          CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
        ADD CONSTRAINT kebijakan_denda_approved CHECK (status = 'APPROVED' OR NOT active);

      ALTER TABLE tarif_versi ADD COLUMN charge_when_sealed boolean NOT NULL DEFAULT false;

      ALTER TABLE meter_reading DROP CONSTRAINT meter_reading_method_check;
      ALTER TABLE meter_reading ADD CONSTRAINT meter_reading_method_check
        CHECK (method IN ('ACTUAL', 'ESTIMATED', 'DERIVED', 'NONE'));
    `);
  }

  down = forwardOnly;
}
