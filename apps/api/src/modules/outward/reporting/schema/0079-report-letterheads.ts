import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What stands above and below printed reports: lines of the letterhead, the place, up to four who sign. */
export class ReportLetterheads0079 implements MigrationInterface {
  readonly name = 'ReportLetterheads1760000000079';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE kop_laporan (
        -- the key of a report, or 'all' for every report that has none of its own
        report text PRIMARY KEY CHECK (report ~ '^[a-z][a-z-]{1,40}$'),
        head_lines text[] NOT NULL CHECK (cardinality(head_lines) <= 3),
        place text NOT NULL CHECK (length(place) <= 60),
        -- heading, name, title, nik, shown
        signers jsonb NOT NULL CHECK (jsonb_typeof(signers) = 'array' AND jsonb_array_length(signers) <= 4),
        changed_by bigint REFERENCES pengguna,
        changed_at timestamptz NOT NULL DEFAULT now(),
        version int NOT NULL DEFAULT 1
      );
      INSERT INTO kop_laporan (report, head_lines, place, signers) VALUES ('all', '{}', '', '[
        {"heading": "Mengetahui", "title": "Direktur", "name": "", "nik": "", "shown": true},
        {"heading": "Diperiksa oleh", "title": "Kepala Bagian Keuangan", "name": "", "nik": "", "shown": true},
        {"heading": "Dibuat oleh", "title": "Bagian Penagihan", "name": "", "nik": "", "shown": true}
      ]');
    `);
  }

  down = forwardOnly;
}
