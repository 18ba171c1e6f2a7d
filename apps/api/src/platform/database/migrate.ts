import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Logger as WorkerLogger, runMigrations as migrateJobQueue } from 'graphile-worker';
import type { Migration } from '../schema';
import { setTimeout as pause } from 'node:timers/promises';
import { SQLSTATE, sqlState } from './errors';
import { grantToApplication, type GuardedTables } from './grants';

/**
 * How long a migration waits for a table. Whoever comes while it waits queues behind it, banks too; they wait for twice as
 * long. Somebody may read for a minute (a file): so it steps back, and tries again.
 */
const LOCK_MILLISECONDS = 1_000;
const STEP_BACK_MILLISECONDS = 1_000;
/** Far longer than any statement of ours; whoever holds a table for so long has to be found. */
const GIVE_UP_AFTER_MILLISECONDS = 15 * 60_000;

/** What the modules together make of the database. */
export interface Schema {
  /** In the order they are applied. */
  readonly migrations: readonly Migration[];
  readonly guarded: GuardedTables;
  readonly afterMigrating: readonly ((owner: Client) => Promise<void>)[];
}

/**
 * Brings the schema to the newest version as the owner, then gives the application role its grants.
 * Safe to run again and from several processes: an advisory lock lets one run at a time. Beside traffic a migration that
 * needs a table somebody reads gives way and is tried again.
 * @returns the names of the migrations applied now
 */
export async function migrate(ownerUrl: string, appUrl: string, schema: Schema): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('tirtapay migrate'))");
    const applied = await runPending(ownerUrl, schema.migrations);
    await migrateJobQueue({ connectionString: ownerUrl, logger: new WorkerLogger(() => () => undefined) });
    for (const write of schema.afterMigrating) await write(lock);
    await grantToApplication(lock, decodeURIComponent(new URL(appUrl).username), schema.guarded);
    return applied;
  } finally {
    await lock.end();
  }
}

async function runPending(ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { options: `-c lock_timeout=${String(LOCK_MILLISECONDS)}` },
  });
  await source.initialize();
  const until = performance.now() + GIVE_UP_AFTER_MILLISECONDS;
  const before = await appliedNames(source);
  try {
    for (;;) {
      try {
        await source.runMigrations();
        return (await appliedNames(source)).filter((name) => !before.includes(name));
      } catch (error) {
        if (sqlState(error) !== SQLSTATE.lockNotAvailable || performance.now() > until) throw error;
        await pause(STEP_BACK_MILLISECONDS);
      }
    }
  } finally {
    await source.destroy();
  }
}

async function appliedNames(source: DataSource): Promise<string[]> {
  const [known] = await source.query<{ known: boolean }[]>(
    "SELECT to_regclass('schema_migration') IS NOT NULL AS known",
  );
  if (known?.known !== true) return [];
  return (await source.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id')).map(
    ({ name }) => name,
  );
}

/** True when every migration this build knows has been applied. */
export async function isMigrated(
  migrations: readonly Migration[],
  read: (sql: string) => Promise<{ name: string }[]>,
): Promise<boolean> {
  const applied = new Set((await read('SELECT name FROM schema_migration')).map((row) => row.name));
  return migrations.every((migration) => applied.has(new migration().name ?? ''));
}
