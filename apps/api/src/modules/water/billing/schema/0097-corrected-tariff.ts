import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** By which tariff a paid bill was worked out again, so that its next correction begins there and not at the wrong one. */
export class CorrectedTariff0097 implements MigrationInterface {
  readonly name = 'CorrectedTariff1760000000097';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE koreksi_tagihan ADD COLUMN tariff_version_id bigint REFERENCES tarif_versi;
      CREATE INDEX koreksi_tagihan_tariff_version ON koreksi_tagihan (tariff_version_id) WHERE tariff_version_id IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
