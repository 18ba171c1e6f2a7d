import type { PoolConfig } from 'pg';

/** The office takes one core for one question, and leaves the others to the banks. */
export const OFFICE = '-c max_parallel_workers_per_gather=0 -c work_mem=16MB -c jit=off';

/** What adds up whole tables. */
export const OF_REPORTS = `-c statement_timeout=30000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 ${OFFICE}`;

/** What every connection of the house has. */
export function connectionSettings(databaseUrl: string) {
  return {
    connectionString: databaseUrl,
    // With lock_timeout behind it: who waits for a connection and then for a lock is answered within five seconds.
    connectionTimeoutMillis: 2_500,
    keepAlive: true,
    application_name: 'tirtapay',
  } satisfies PoolConfig;
}
