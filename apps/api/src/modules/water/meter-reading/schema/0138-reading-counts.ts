import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a month's readings are counted by stands in the index: a million of them are counted without a look at their rows. */
export class ReadingCounts0138 implements MigrationInterface {
  readonly name = 'ReadingCounts1760000000138';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX meter_reading_counted ON meter_reading (period, status, severity) INCLUDE (method, customer_id);
      DROP INDEX meter_reading_queue;
      ALTER INDEX meter_reading_counted RENAME TO meter_reading_queue;
    `);
  }

  down = forwardOnly;
}
