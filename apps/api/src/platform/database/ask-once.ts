import { Pool, type QueryResultRow } from 'pg';
import { connectionSettings, OF_REPORTS } from './connection-settings';
import { readValuesAsOurs } from './value-types';

/** PostgreSQL gives a statement up after half a minute; this is for a network that says nothing any more. */
const SILENCE_MILLISECONDS = 35_000;
/** Whoever asks comes second: while others take the processors it may see late that its connection has long been there. */
const CONNECTING_MILLISECONDS = 20_000;

readValuesAsOurs();

/**
 * One statement on a connection of its own, which is gone when the rows are there: for a process beside the one that answers
 * banks, so that none of the rows ever is in that one. As the pool `report` has it, and it can only read.
 */
export async function askOnce<Row extends QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = new Pool({
    ...connectionSettings(databaseUrl),
    connectionTimeoutMillis: CONNECTING_MILLISECONDS,
    max: 1,
    options: `${OF_REPORTS} -c default_transaction_read_only=on`,
    query_timeout: SILENCE_MILLISECONDS,
  });
  // Told by the statement; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    return (await pool.query<Row>(sql, [...values])).rows;
  } finally {
    // Nobody waits for the other side to hang up.
    void pool.end();
  }
}
