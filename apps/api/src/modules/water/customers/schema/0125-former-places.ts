import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Where a customer belonged before a move, and for which months. Whoever never moved has no row: every month of theirs is
 * where they are now, so nothing of what was billed has to be written again. See docs/adr/0063.
 */
export class FormerPlaces0125 implements MigrationInterface {
  readonly name = 'FormerPlaces1760000000125';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE riwayat_letak (
        customer_id bigint NOT NULL REFERENCES pelanggan,
        -- from this month on; '0000-00' is since ever
        from_period text NOT NULL,
        -- up to the month before this one
        until_period text NOT NULL,
        region_id bigint NOT NULL REFERENCES wilayah,
        route_id bigint NOT NULL REFERENCES rute,
        moved_at timestamptz NOT NULL,
        moved_by bigint REFERENCES pengguna,
        PRIMARY KEY (customer_id, until_period),
        CHECK (from_period < until_period)
      );
      CREATE TRIGGER riwayat_letak_append_only BEFORE UPDATE OR DELETE ON riwayat_letak
        FOR EACH ROW EXECUTE FUNCTION forbid_change();
      CREATE TRIGGER riwayat_letak_no_truncate BEFORE TRUNCATE ON riwayat_letak
        FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
      CREATE INDEX riwayat_letak_of_region ON riwayat_letak (region_id, customer_id);
      CREATE INDEX riwayat_letak_of_route ON riwayat_letak (route_id, customer_id);
    `);
  }

  down = forwardOnly;
}
