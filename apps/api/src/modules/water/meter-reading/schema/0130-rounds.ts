import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The order in which a route is walked; photos found again by what is on them; why a check of a meter was taken back. */
export class Rounds0130 implements MigrationInterface {
  readonly name = 'Rounds1760000000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE urutan_rute (
        customer_id bigint PRIMARY KEY REFERENCES pelanggan,
        -- of a customer who has moved to another route it says nothing any more
        route_id bigint NOT NULL REFERENCES rute,
        position int NOT NULL CHECK (position > 0)
      );
      CREATE INDEX urutan_rute_route ON urutan_rute (route_id);
      ALTER TABLE periksa_meter
        ADD COLUMN dropped_by bigint REFERENCES pengguna,
        -- null where the doubt itself ended
        ADD COLUMN dropped_reason text,
        ADD CONSTRAINT periksa_meter_taken_back CHECK ((dropped_reason IS NULL) = (dropped_by IS NULL)
          AND (dropped_reason IS NULL OR dropped_at IS NOT NULL));
      CREATE INDEX periksa_meter_dropped_by ON periksa_meter (dropped_by) WHERE dropped_by IS NOT NULL;
      CREATE INDEX foto_meter_sha256 ON foto_meter (sha256);
    `);
  }

  down = forwardOnly;
}
