import type { Tx } from '../../../../platform/database';

/** A transaction that reads a whole file, or writes all of it: minutes, not the seconds of a screen. */
export async function longReading(tx: Tx): Promise<void> {
  await tx.query("SET LOCAL statement_timeout = '10min'");
  await tx.query("SET LOCAL idle_in_transaction_session_timeout = '2min'");
}

/** One at a time: of two files with one number the second must see what the first has stored. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.query("SET LOCAL lock_timeout = '1min'");
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('pengambilalihan'))");
}
