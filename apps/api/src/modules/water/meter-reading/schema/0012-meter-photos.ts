import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The photo of a meter, beside the reading it proves. */
export class MeterPhotos0012 implements MigrationInterface {
  readonly name = 'MeterPhotos1760000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- By the client id of the reading: a reading that is taken again gets a photo of its own, the first one is kept.
      CREATE TABLE foto_meter (
        client_id uuid PRIMARY KEY,
        reading_id bigint NOT NULL REFERENCES meter_reading,
        media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        content bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 2097152),
        stored_by bigint REFERENCES pengguna,
        stored_at timestamptz NOT NULL
      );
      CREATE INDEX foto_meter_reading ON foto_meter (reading_id);
      -- Photos are compressed already.
      ALTER TABLE foto_meter ALTER COLUMN content SET STORAGE EXTERNAL;
      -- What a verified bill was checked against is not exchanged afterwards; a late first photo may still arrive.
      CREATE FUNCTION guard_verified_photo() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM meter_reading r WHERE r.id = OLD.reading_id AND r.status = 'VERIFIED') THEN
          RAISE EXCEPTION 'the photo of a verified reading is locked' USING ERRCODE = 'P0I01';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER foto_meter_guard BEFORE UPDATE OR DELETE ON foto_meter
        FOR EACH ROW EXECUTE FUNCTION guard_verified_photo();
    `);
  }

  down = forwardOnly;
}
