import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Calls go on arriving while rows without a month are moved. One that came between the moving and the attaching was in the way of
 * the new part, and with it fell every month that was to be made: where banks call all the time, each hour anew. Now nobody adds a
 * call from before the first row is moved; whoever does meanwhile waits, and finds the month.
 */
export class MonthsBesideCalls0210 implements MigrationInterface {
  readonly name = 'MonthsBesideCalls1760000000210';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION make_call_months(moment timestamptz) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
      DECLARE
        month timestamptz;
        part text;
        moved bigint;
        strays bigint := 0;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('call months'));
        FOR month IN
          SELECT m FROM (
            SELECT generate_series(date_trunc('month', moment), date_trunc('month', moment) + interval '3 months', '1 month') AS m
            UNION SELECT DISTINCT date_trunc('month', received_at) FROM call_log.no_month) wanted
          WHERE NOT EXISTS (SELECT FROM call_log.months p WHERE p.begins <= m AND p.ends > m) ORDER BY m
        LOOP
          -- Held until the end: who waits for it has not looked yet where a row belongs.
          LOCK TABLE ONLY payment_transaction IN SHARE ROW EXCLUSIVE MODE;
          part := 'month_' || to_char(month, 'YYYY_MM');
          EXECUTE format('CREATE TABLE call_log.%I (LIKE payment_transaction INCLUDING ALL)', part);
          EXECUTE format('WITH stray AS (DELETE FROM call_log.no_month WHERE received_at >= %L AND received_at < %L RETURNING *)
            INSERT INTO call_log.%I SELECT * FROM stray', month, month + interval '1 month', part);
          GET DIAGNOSTICS moved = ROW_COUNT;
          strays := strays + moved;
          EXECUTE format('ALTER TABLE payment_transaction ATTACH PARTITION call_log.%I FOR VALUES FROM (%L) TO (%L)',
            part, month, month + interval '1 month');
        END LOOP;
        RETURN strays;
      END $$;
    `);
  }

  down = forwardOnly;
}
