import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/*
 * The log of bank calls by month, so that a year of it leaves by being detached and not by being deleted row for row. What is
 * there becomes the first part as it is: its rows are not written again, only its key gains the instant. The parts lie in a
 * schema of their own, which the application does not enter: it knows one table. See docs/adr/0042.
 */
const PARTS = `
  CREATE SCHEMA call_log;
  ALTER TABLE payment_transaction ALTER COLUMN id DROP IDENTITY;
  ALTER TABLE payment_transaction DROP CONSTRAINT payment_transaction_pkey;
  ALTER TABLE payment_transaction RENAME TO before;
  ALTER TABLE before SET SCHEMA call_log;
  ALTER TABLE call_log.before ADD PRIMARY KEY (id, received_at);

  CREATE TABLE payment_transaction (LIKE call_log.before INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)
    PARTITION BY RANGE (received_at);
  CREATE SEQUENCE payment_transaction_id_seq AS bigint OWNED BY payment_transaction.id;
  SELECT setval('payment_transaction_id_seq', coalesce((SELECT max(id) FROM call_log.before), 0) + 1, false);
  ALTER TABLE payment_transaction ALTER COLUMN id SET DEFAULT nextval('payment_transaction_id_seq');
  ALTER TABLE payment_transaction ADD PRIMARY KEY (id, received_at);
`;

/** Indexes and references of the old table are those of the whole; where both have the same, nothing is built or checked anew. */
const SAME_AS_BEFORE = `
  DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid = 'call_log.before'::regclass AND NOT indisprimary
    LOOP
      EXECUTE replace(one.definition, 'ON call_log.before ', 'ON public.payment_transaction ');
    END LOOP;
    FOR one IN SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = 'call_log.before'::regclass AND contype = 'f'
    LOOP
      EXECUTE format('ALTER TABLE payment_transaction ADD CONSTRAINT %I %s', one.name, one.definition);
    END LOOP;
    EXECUTE format('ALTER TABLE payment_transaction ATTACH PARTITION call_log.before FOR VALUES FROM (MINVALUE) TO (%L)',
      date_trunc('month', greatest(now(), (SELECT max(received_at) FROM call_log.before)), 'UTC') + interval '1 month');
  END $$;
  CREATE TABLE call_log.no_month PARTITION OF payment_transaction DEFAULT;
`;

/** The parts with their bounds, as the catalog has them; '-infinity' where a part begins with the first row there ever was. */
const OVERVIEW = `
  CREATE VIEW call_log.months AS
  SELECT part,
    (CASE WHEN bound LIKE '%FROM (MINVALUE)%' THEN '-infinity' ELSE substring(bound FROM 'FROM \\(''([^'']+)''\\)') END)::timestamptz AS begins,
    substring(bound FROM 'TO \\(''([^'']+)''\\)')::timestamptz AS ends
  FROM (
    SELECT c.relname::text AS part, pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'public.payment_transaction'::regclass) parts
  WHERE bound <> 'DEFAULT';
`;

/**
 * Makes the month of the instant and the three after it; run as the owner for the application, which may make no tables.
 * Rows that came before their month was there are moved into it, and their number is the answer: somebody must be told.
 * A reader that holds the table for more than a second is not waited for.
 */
const MONTHS = `
  CREATE FUNCTION make_call_months(moment timestamptz) RETURNS bigint
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
`;

/** Which months left the table, in which file, and the hash their chain ended with: the next begins with it. */
const ARCHIVED = `
  CREATE TABLE arsip_panggilan (
    seq int PRIMARY KEY CHECK (seq > 0),
    part text NOT NULL UNIQUE,
    ends timestamptz NOT NULL,
    file_name text NOT NULL UNIQUE,
    file_bytes bigint NOT NULL CHECK (file_bytes > 0),
    rows bigint NOT NULL CHECK (rows >= 0),
    previous_head bytea NOT NULL CHECK (length(previous_head) = 32),
    head bytea NOT NULL CHECK (length(head) = 32),
    archived_at timestamptz NOT NULL
  );
  CREATE TRIGGER arsip_panggilan_append_only BEFORE UPDATE OR DELETE ON arsip_panggilan
    FOR EACH ROW EXECUTE FUNCTION forbid_change();
  CREATE TRIGGER arsip_panggilan_no_truncate BEFORE TRUNCATE ON arsip_panggilan
    FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
`;

export class CallMonths0060 implements MigrationInterface {
  readonly name = 'CallMonths1760000000060';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [PARTS, SAME_AS_BEFORE, OVERVIEW, MONTHS, ARCHIVED]) await db.query(part);
    await db.query('SELECT make_call_months(now())');
  }

  down = forwardOnly;
}
