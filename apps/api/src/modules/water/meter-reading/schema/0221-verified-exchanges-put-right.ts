import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * The stands of an exchange may be put right after a verified reading has counted over it as well: by a correction, which sets that
 * reading aside first and puts another in its place. What the row before was counted over stays with the one after it.
 */
export class VerifiedExchangesPutRight0221 implements MigrationInterface {
  readonly name = 'VerifiedExchangesPutRight1760000000221';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meter_reading ADD COLUMN former_removed_stand int, ADD COLUMN former_installed_stand int,
        ADD CONSTRAINT meter_reading_former CHECK (
          (former_removed_stand IS NULL) = (former_installed_stand IS NULL)
          AND (former_removed_stand IS NULL OR (replaces_id IS NOT NULL AND replaced_meter_id IS NOT NULL)));
      ALTER TABLE meter_reading DISABLE TRIGGER meter_reading_guard;
      UPDATE meter_reading after SET former_removed_stand = gone.removed_stand, former_installed_stand = hung.installed_stand
        FROM meter_reading was JOIN meter gone ON gone.id = was.replaced_meter_id JOIN meter hung ON hung.id = was.meter_id
        WHERE was.id = after.replaces_id AND after.replaced_meter_id IS NOT NULL;
      ALTER TABLE meter_reading ENABLE TRIGGER meter_reading_guard;

      CREATE OR REPLACE FUNCTION guard_removed_meter() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        -- A reading that was counted over an exchange of this meter is set aside, and nothing has its place yet.
        corrected boolean := OLD.removed_on IS NOT NULL AND EXISTS (SELECT FROM meter_reading w
          WHERE w.customer_id = OLD.customer_id AND w.status = 'CORRECTED' AND w.replaced_meter_id IS NOT NULL
            AND OLD.id IN (w.replaced_meter_id, w.meter_id)
            AND NOT EXISTS (SELECT FROM meter_reading after WHERE after.replaces_id = w.id));
      BEGIN
        IF TG_OP = 'DELETE' OR (OLD.removed_on IS NOT NULL AND (
             (to_jsonb(OLD) - '{removed_stand,installed_stand}'::text[])
               IS DISTINCT FROM (to_jsonb(NEW) - '{removed_stand,installed_stand}'::text[])
             OR (OLD.installed_stand <> NEW.installed_stand AND NOT corrected)
             OR NOT EXISTS (SELECT FROM meter n WHERE n.customer_id = OLD.customer_id AND n.id > OLD.id)
             OR (NOT corrected AND EXISTS (SELECT FROM meter n JOIN meter_reading r ON r.meter_id = n.id
                WHERE n.customer_id = OLD.customer_id AND n.id > OLD.id AND r.status IN ('VERIFIED', 'CORRECTED'))))) THEN
          RAISE EXCEPTION 'a meter is never deleted, and a removed one never changes' USING ERRCODE = 'P0I01';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  down = forwardOnly;
}
