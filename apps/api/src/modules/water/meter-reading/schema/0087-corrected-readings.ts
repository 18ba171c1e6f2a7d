import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A verified reading that was wrong, or an estimate that a true stand has settled, stays as it was: another row takes its
 * place, and it is CORRECTED. A month between two stands that were seen is DERIVED from the later one. See docs/adr/0057.
 */
export class CorrectedReadings0087 implements MigrationInterface {
  readonly name = 'CorrectedReadings1760000000087';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meter_reading
        -- the row this one took the place of
        ADD COLUMN replaces_id bigint REFERENCES meter_reading,
        -- the true reading a month nobody read was spread from
        ADD COLUMN settled_by bigint REFERENCES meter_reading,
        DROP CONSTRAINT meter_reading_method_check,
        ADD CONSTRAINT meter_reading_method_check CHECK (method IN ('ACTUAL', 'ESTIMATED', 'DERIVED', 'NONE')) NOT VALID,
        DROP CONSTRAINT meter_reading_status_check,
        ADD CONSTRAINT meter_reading_status_check
          CHECK (status IN ('RECORDED', 'REREAD', 'VERIFIED', 'CORRECTED')) NOT VALID,
        ADD CONSTRAINT meter_reading_derived CHECK (method <> 'DERIVED' OR status IN ('VERIFIED', 'CORRECTED')) NOT VALID,
        DROP CONSTRAINT meter_reading_customer_id_period_key;
      ALTER TABLE meter_reading VALIDATE CONSTRAINT meter_reading_method_check;
      ALTER TABLE meter_reading VALIDATE CONSTRAINT meter_reading_status_check;
      ALTER TABLE meter_reading VALIDATE CONSTRAINT meter_reading_derived;
      CREATE INDEX meter_reading_customer ON meter_reading (customer_id, period);
      CREATE UNIQUE INDEX meter_reading_one_per_period ON meter_reading (customer_id, period) WHERE status <> 'CORRECTED';
      CREATE UNIQUE INDEX meter_reading_replaces ON meter_reading (replaces_id) WHERE replaces_id IS NOT NULL;
      CREATE INDEX meter_reading_settled_by ON meter_reading (settled_by) WHERE settled_by IS NOT NULL;

      CREATE OR REPLACE FUNCTION guard_verified_reading() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'CORRECTED' OR (OLD.status = 'VERIFIED' AND (TG_OP = 'DELETE'
            OR NEW.status <> 'CORRECTED'
            OR (to_jsonb(OLD) - '{status,version}'::text[]) IS DISTINCT FROM (to_jsonb(NEW) - '{status,version}'::text[]))) THEN
          RAISE EXCEPTION 'a verified reading is locked' USING ERRCODE = 'P0I01';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;

      DROP TRIGGER meter_reading_states ON meter_reading;
      CREATE TRIGGER meter_reading_states BEFORE UPDATE OF status ON meter_reading FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'RECORDED>VERIFIED', 'RECORDED>REREAD', 'REREAD>RECORDED', 'VERIFIED>CORRECTED');

      -- Photos of a reading stay with it, also when another row took its place.
      DO $migration$
      DECLARE
        guard record;
        after text;
        changed int := 0;
      BEGIN
        FOR guard IN SELECT p.oid, pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'public' AND p.prosrc LIKE '%r.status = ''VERIFIED''%' AND p.prosrc LIKE '%OLD.reading_id%'
        LOOP
          after := replace(guard.text, 'r.status = ''VERIFIED''', 'r.status IN (''VERIFIED'', ''CORRECTED'')');
          EXECUTE after;
          changed := changed + 1;
        END LOOP;
        IF changed <> 1 THEN
          RAISE EXCEPTION 'expected one guard of photos, found %', changed;
        END IF;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
