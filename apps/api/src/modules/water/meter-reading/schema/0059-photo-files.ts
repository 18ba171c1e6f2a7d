import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Photos leave the database: the row keeps where the file lies, how large it is and its hash. See docs/adr/0042. */
export class PhotoFiles0059 implements MigrationInterface {
  readonly name = 'PhotoFiles1760000000059';

  async up(db: QueryRunner): Promise<void> {
    // Changes of the catalog and one look at short rows: the pictures themselves lie beside the table and are not read.
    await db.query(`
      ALTER TABLE foto_meter
        ALTER COLUMN content DROP NOT NULL,
        ADD COLUMN file_key text,
        ADD COLUMN file_sha256 bytea CHECK (length(file_sha256) = 32),
        ADD COLUMN size_bytes int CHECK (size_bytes BETWEEN 1 AND 2097152),
        ADD CONSTRAINT foto_meter_in_one_place CHECK (
          (content IS NOT NULL AND file_key IS NULL AND file_sha256 IS NULL AND size_bytes IS NULL)
          OR (content IS NULL AND file_key IS NOT NULL AND file_sha256 IS NOT NULL AND size_bytes IS NOT NULL));
      CREATE UNIQUE INDEX foto_meter_file ON foto_meter (file_key) WHERE file_key IS NOT NULL;
      CREATE INDEX foto_meter_to_move ON foto_meter (client_id) WHERE file_key IS NULL;
      -- Files no row names: written for a row that is still to come, or of a photo that was exchanged.
      CREATE TABLE foto_lepas (
        file_key text PRIMARY KEY,
        noted_at timestamptz NOT NULL
      );
      CREATE INDEX foto_lepas_noted_at ON foto_lepas (noted_at);
      -- What a verified bill was checked against may leave the table, but only as the file that has its very bytes.
      CREATE OR REPLACE FUNCTION guard_verified_photo() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM meter_reading r WHERE r.id = OLD.reading_id AND r.status = 'VERIFIED') AND NOT (
          TG_OP = 'UPDATE' AND OLD.content IS NOT NULL AND NEW.content IS NULL
          AND NEW.file_sha256 = sha256(OLD.content) AND NEW.size_bytes = length(OLD.content)
          AND (NEW.client_id, NEW.reading_id, NEW.media_type, NEW.sha256, NEW.redrawn, NEW.stored_at)
            = (OLD.client_id, OLD.reading_id, OLD.media_type, OLD.sha256, OLD.redrawn, OLD.stored_at)
          AND NEW.stored_by IS NOT DISTINCT FROM OLD.stored_by) THEN
          RAISE EXCEPTION 'the photo of a verified reading is locked' USING ERRCODE = 'P0I01';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
    `);
  }

  down = forwardOnly;
}
