import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Why a meter was taken away. What it measured is the basis of bills: a meter once removed is closed for good. */
export class MeterReplacements0011 implements MigrationInterface {
  readonly name = 'MeterReplacements1760000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meter ADD COLUMN removed_reason text;
      ALTER TABLE meter ADD CONSTRAINT meter_removal CHECK ((removed_on IS NULL) = (removed_stand IS NULL));
      CREATE FUNCTION guard_removed_meter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.removed_on IS NOT NULL THEN
          RAISE EXCEPTION 'a meter is never deleted, and a removed one never changes' USING ERRCODE = 'P0I01';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER meter_guard BEFORE UPDATE OR DELETE ON meter FOR EACH ROW EXECUTE FUNCTION guard_removed_meter();
    `);
  }

  down = forwardOnly;
}
