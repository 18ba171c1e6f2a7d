import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * How many customers are of each state, and how many readings stand of each month: the dashboard says from them how many
 * meters are left to read, where it counted a million of each. See docs/adr/0135.
 */
export class CountsThatAreKept0238 implements MigrationInterface {
  readonly name = 'CountsThatAreKept1760000000238';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, CUSTOMERS, READINGS, NOW, ANEW, 'SELECT jumlah_susun()'])
      await db.query(part);
  }

  down = forwardOnly;
}

/* News are rows of their own, so that nobody who reads a meter waits for another who does; they are taken in every half minute. */
const TABLES = `
  CREATE TABLE rekap_jumlah (
    -- CUSTOMERS by state, READINGS by period
    what text NOT NULL,
    key text NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (what, key)
  );
  CREATE TABLE rekap_jumlah_baru (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    what text NOT NULL,
    key text NOT NULL,
    n bigint NOT NULL
  );
`;

const CUSTOMERS = `
  CREATE FUNCTION jumlah_pelanggan_ikut() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO rekap_jumlah_baru (what, key, n) SELECT 'CUSTOMERS', r.state, count(*) FROM new_rows r GROUP BY r.state;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO rekap_jumlah_baru (what, key, n) SELECT 'CUSTOMERS', r.state, -count(*) FROM old_rows r GROUP BY r.state;
    ELSE
      INSERT INTO rekap_jumlah_baru (what, key, n) VALUES ('CUSTOMERS', OLD.state, -1), ('CUSTOMERS', NEW.state, 1);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER pelanggan_counted AFTER INSERT ON pelanggan REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION jumlah_pelanggan_ikut();
  CREATE TRIGGER pelanggan_counted_off AFTER DELETE ON pelanggan REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION jumlah_pelanggan_ikut();
  CREATE TRIGGER pelanggan_counted_anew AFTER UPDATE OF state ON pelanggan FOR EACH ROW WHEN (NEW.state <> OLD.state)
    EXECUTE FUNCTION jumlah_pelanggan_ikut();
`;

/* One that was corrected stands no more; the one in its place does. */
const READINGS = `
  CREATE FUNCTION jumlah_bacaan_ikut() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO rekap_jumlah_baru (what, key, n)
      SELECT 'READINGS', r.period, count(*) FROM new_rows r WHERE r.status <> 'CORRECTED' GROUP BY r.period;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO rekap_jumlah_baru (what, key, n)
      SELECT 'READINGS', r.period, -count(*) FROM old_rows r WHERE r.status <> 'CORRECTED' GROUP BY r.period;
    ELSE
      INSERT INTO rekap_jumlah_baru (what, key, n)
      SELECT 'READINGS', r.period, r.n FROM (VALUES (OLD.period, OLD.status, -1), (NEW.period, NEW.status, 1)) AS r (period, status, n)
      WHERE r.status <> 'CORRECTED';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER meter_reading_counted AFTER INSERT ON meter_reading REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION jumlah_bacaan_ikut();
  CREATE TRIGGER meter_reading_counted_off AFTER DELETE ON meter_reading REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION jumlah_bacaan_ikut();
  CREATE TRIGGER meter_reading_counted_anew AFTER UPDATE OF status, period ON meter_reading FOR EACH ROW
    WHEN ((NEW.status = 'CORRECTED') <> (OLD.status = 'CORRECTED') OR NEW.period <> OLD.period)
    EXECUTE FUNCTION jumlah_bacaan_ikut();
`;

const NOW = `
  CREATE FUNCTION jumlah_kini(of_what text, of_key text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (coalesce((SELECT k.n FROM rekap_jumlah k WHERE k.what = of_what AND k.key = of_key), 0)
      + coalesce((SELECT sum(b.n) FROM rekap_jumlah_baru b WHERE b.what = of_what AND b.key = of_key), 0))::bigint
  $$;
`;

/* While it counts, nobody adds to what is counted. */
const ANEW = `
  CREATE FUNCTION jumlah_susun() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    LOCK TABLE pelanggan, meter_reading IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM rekap_jumlah_baru;
    DELETE FROM rekap_jumlah;
    INSERT INTO rekap_jumlah SELECT 'CUSTOMERS', p.state, count(*) FROM pelanggan p GROUP BY p.state;
    INSERT INTO rekap_jumlah SELECT 'READINGS', r.period, count(*) FROM meter_reading r WHERE r.status <> 'CORRECTED' GROUP BY r.period;
  END $$;
`;
