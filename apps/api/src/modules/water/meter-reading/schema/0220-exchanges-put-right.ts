import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a meter showed when it was exchanged may be put right until a verified reading has counted over the exchange. */
export class ExchangesPutRight0220 implements MigrationInterface {
  readonly name = 'ExchangesPutRight1760000000220';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION guard_removed_meter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR (OLD.removed_on IS NOT NULL AND (
             (to_jsonb(OLD) - 'removed_stand') IS DISTINCT FROM (to_jsonb(NEW) - 'removed_stand')
             OR NOT EXISTS (SELECT FROM meter n WHERE n.customer_id = OLD.customer_id AND n.id > OLD.id)
             OR EXISTS (SELECT FROM meter n JOIN meter_reading r ON r.meter_id = n.id
                WHERE n.customer_id = OLD.customer_id AND n.id > OLD.id AND r.status IN ('VERIFIED', 'CORRECTED')))) THEN
          RAISE EXCEPTION 'a meter is never deleted, and a removed one never changes' USING ERRCODE = 'P0I01';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  down = forwardOnly;
}
