import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The same bytes are kept once for each way they were read; of one day, as before. */
export class ReadAgain0196 implements MigrationInterface {
  readonly name = 'ReadAgain1760000000196';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE berkas_rekonsiliasi DROP CONSTRAINT berkas_rekonsiliasi_collector_id_sha256_key,
        ADD COLUMN answers text NOT NULL DEFAULT '';
      CREATE UNIQUE INDEX berkas_rekonsiliasi_reading ON berkas_rekonsiliasi
        (collector_id, sha256, (file #>> '{mapping,name}'), (file #>> '{mapping,version}'), answers);
    `);
  }

  down = forwardOnly;
}
