import type { Client } from 'pg';

/** One value of a figure; labels never hold what names a person, a connection or a payment. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Figure {
  readonly name: string;
  readonly help: string;
  /** A row a sample: `value`, and every other column a label. Reads by an index or a handful of rows. */
  readonly sql: string;
}

/** What somebody looks at who keeps the system running: all are states of this moment (gauges). */
export const FIGURES: readonly Figure[] = [
  {
    name: 'tirtapay_bank_calls',
    help: 'Calls of banks in the last five minutes, by the answer they got',
    sql: `SELECT b.code AS bank, t.http_status::text AS status, coalesce(t.code, '') AS code, count(*)::int AS value
      FROM payment_transaction t JOIN bank_integration b ON b.id = t.bank_id
      WHERE t.received_at > now() - interval '5 minutes' GROUP BY 1, 2, 3`,
  },
  {
    name: 'tirtapay_bank_call_seconds',
    help: 'How long calls of banks in the last five minutes took: half of them, and all but one in twenty',
    sql: `SELECT q.bank, p.quantile, CASE p.quantile WHEN '0.5' THEN q.half ELSE q.most END AS value FROM (
        SELECT b.code AS bank, percentile_cont(0.5) WITHIN GROUP (ORDER BY t.latency_us) / 1e6 AS half,
          percentile_cont(0.95) WITHIN GROUP (ORDER BY t.latency_us) / 1e6 AS most
        FROM payment_transaction t JOIN bank_integration b ON b.id = t.bank_id
        WHERE t.received_at > now() - interval '5 minutes' GROUP BY 1) q
      CROSS JOIN (VALUES ('0.5'), ('0.95')) AS p (quantile)`,
  },
  {
    name: 'tirtapay_payments_recent',
    help: 'Payments posted in the last five minutes, by channel',
    sql: `SELECT p.channel, count(*)::int AS value FROM pembayaran p
      WHERE p.posted_at > now() - interval '5 minutes' AND p.kind <> 'REVERSAL' GROUP BY 1`,
  },
  {
    name: 'tirtapay_checkouts_open',
    help: 'Virtual accounts and QRIS codes that wait to be paid',
    sql: `SELECT method, count(*)::int AS value FROM niat_bayar WHERE status = 'PENDING' GROUP BY 1`,
  },
  {
    name: 'tirtapay_cases_open',
    help: 'Cases somebody has to end, by kind',
    sql: `SELECT kind, count(*)::int AS value FROM kasus WHERE status = 'OPEN' GROUP BY 1`,
  },
  {
    name: 'tirtapay_breaks_open',
    help: 'Differences with banks, suppliers and partners that nobody has settled',
    sql: `SELECT type, count(*)::int AS value FROM rekonsiliasi_detail WHERE state = 'OPEN' GROUP BY 1`,
  },
  {
    name: 'tirtapay_events_waiting',
    help: 'Events of the outbox that are due and not delivered',
    sql: `SELECT count(*)::int AS value FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now()`,
  },
  {
    name: 'tirtapay_oldest_event_seconds',
    help: 'How long the oldest of them has waited',
    sql: `SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS value FROM outbox
      WHERE delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now()`,
  },
  {
    name: 'tirtapay_jobs',
    help: 'Work in the background by where it is; FAILED of the last day',
    sql: `SELECT job, status, count(*)::int AS value FROM job_run
      WHERE status IN ('QUEUED', 'RUNNING') OR (status = 'FAILED' AND created_at > now() - interval '1 day') GROUP BY 1, 2`,
  },
  {
    name: 'tirtapay_oldest_job_seconds',
    help: 'How long the oldest job that has not begun has waited',
    sql: `SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS value FROM job_run WHERE status = 'QUEUED'`,
  },
  {
    name: 'tirtapay_bill_run_left',
    help: 'Bills that a run under way has still to issue',
    sql: `SELECT coalesce(sum(greatest(0, total - issued - failed - skipped)), 0)::int AS value FROM penetapan WHERE status IN ('QUEUED', 'RUNNING')`,
  },
  {
    name: 'tirtapay_old_secrets_ending',
    help: 'Secrets that were rotated and are refused within two days: whoever still signs with one has to know',
    sql: `SELECT count(*)::int AS value FROM bank_api_key
      WHERE status = 'ACTIVE' AND previous_valid_until BETWEEN now() AND now() + interval '2 days'`,
  },
  {
    name: 'tirtapay_database_bytes',
    help: 'Size of the database',
    sql: 'SELECT pg_database_size(current_database())::float8 AS value',
  },
  {
    name: 'tirtapay_database_connections',
    help: 'Connections to the database by state; those of other roles and of the server itself are other',
    sql: `SELECT coalesce(state, 'other') AS state, count(*)::int AS value FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1`,
  },
  {
    name: 'tirtapay_commits_waiting',
    // A role is told what its own sessions wait for: the application's are those.
    help: 'Commits that wait for a standby at this moment',
    sql: `SELECT count(*)::int AS value FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'SyncRep'`,
  },
  {
    name: 'tirtapay_replicas',
    // How they follow PostgreSQL tells nobody without a right of its own; that they are there it tells everybody.
    help: 'Standby servers that follow, and a backup while it is taken',
    sql: 'SELECT count(*)::int AS value FROM pg_stat_replication',
  },
];

export type Named = Pick<Figure, 'name' | 'help'>;

const FAILED: Named = {
  name: 'tirtapay_figures_failed',
  help: 'Figures that could not be read in time and are left out',
};
/** What is not read by then is left out; Prometheus waits longer (`scrape_timeout`). */
const READ_WITHIN = 10_000;

/** @returns null where it takes too long or is refused; whatever else is read is told */
async function samplesOf(client: Client, { sql }: Figure): Promise<Sample[] | null> {
  await client.query('SAVEPOINT figure');
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map(({ value, ...labels }) => ({
      labels: Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, String(text)])),
      value: Number(value),
    }));
  } catch {
    // Of a connection that has gone this is refused as well: then nothing is told.
    await client.query('ROLLBACK TO SAVEPOINT figure');
    return null;
  }
}

/** All in one transaction that can write nothing; each gives up before it is in anybody's way. */
export async function readFigures(client: Client): Promise<Map<Named, Sample[]>> {
  await client.query("BEGIN READ ONLY; SET LOCAL statement_timeout = '3s'; SET LOCAL lock_timeout = '500ms'");
  try {
    const until = performance.now() + READ_WITHIN;
    const found = new Map<Named, Sample[]>();
    let failed = 0;
    for (const figure of FIGURES) {
      const samples = performance.now() < until ? await samplesOf(client, figure) : null;
      if (samples === null) failed += 1;
      else found.set(figure, samples);
    }
    return found.set(FAILED, [{ labels: {}, value: failed }]);
  } finally {
    await client.query('ROLLBACK');
  }
}
