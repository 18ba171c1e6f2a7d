import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Which meter was read, how much can be believed, and what estimates billed too much. See docs/adr/0018. */
export class MeterInstants0018 implements MigrationInterface {
  readonly name = 'MeterInstants1760000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- NULL: only the day is known. Then both meters may have been read on the day of an exchange.
      ALTER TABLE meter ADD COLUMN installed_at timestamptz, ADD COLUMN removed_at timestamptz;
      ALTER TABLE meter ADD CONSTRAINT meter_removed_at CHECK (removed_at IS NULL OR removed_on IS NOT NULL);

      ALTER TABLE meter_reading
        -- The server's clock beside the reader's; NULL for readings from before it was kept.
        ADD COLUMN received_at timestamptz,
        ADD COLUMN ceiling_m3 int CHECK (ceiling_m3 >= 0),
        -- What estimates billed beyond the true stand: settled by a catch-up, never lost.
        ADD COLUMN overestimated_m3 int NOT NULL DEFAULT 0 CHECK (overestimated_m3 >= 0);
      ALTER TABLE meter_reading ADD CONSTRAINT meter_reading_overestimated CHECK (overestimated_m3 = 0 OR usage_m3 <= 0);

      -- LOOKED: the first of two people has looked at a usage beyond belief, and at exactly this usage.
      ALTER TABLE verification DROP CONSTRAINT verification_decision_check;
      ALTER TABLE verification ADD CONSTRAINT verification_decision_check
        CHECK (decision IN ('VERIFY', 'REREAD', 'LOOKED'));
      ALTER TABLE verification ADD COLUMN usage_m3 int;
      ALTER TABLE verification ADD CONSTRAINT verification_looked CHECK (decision <> 'LOOKED' OR usage_m3 IS NOT NULL);

      -- What the customers of a category use in 30 days, measured once a day.
      CREATE TABLE pemakaian_golongan (
        tariff_id bigint PRIMARY KEY REFERENCES tarif,
        readings int NOT NULL CHECK (readings > 0),
        mean_m3 float8 NOT NULL CHECK (mean_m3 >= 0),
        top_m3 float8 NOT NULL CHECK (top_m3 >= 0),
        measured_at timestamptz NOT NULL
      );
    `);
  }

  down = forwardOnly;
}
