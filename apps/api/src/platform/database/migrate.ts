import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Logger as WorkerLogger, runMigrations as migrateJobQueue } from 'graphile-worker';
import type { Migration } from '../schema';
import { grantToApplication, type GuardedTables } from './grants';

/** What the modules together make of the database. */
export interface Schema {
  /** In the order they are applied. */
  readonly migrations: readonly Migration[];
  readonly guarded: GuardedTables;
  readonly afterMigrating: readonly ((owner: Client) => Promise<void>)[];
}

/**
 * Brings the schema to the newest version as the owner, then gives the application role its grants.
 * Safe to run again and from several processes: an advisory lock lets one run at a time.
 * @returns the names of the migrations applied now
 */
export async function migrate(ownerUrl: string, appUrl: string, schema: Schema): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('tirtapay migrate'))");
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: [...schema.migrations],
      migrationsTableName: 'schema_migration',
      migrationsTransactionMode: 'each',
      synchronize: false,
      logging: false,
    });
    await source.initialize();
    let applied: string[];
    try {
      applied = (await source.runMigrations()).map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
    await migrateJobQueue({ connectionString: ownerUrl, logger: new WorkerLogger(() => () => undefined) });
    for (const write of schema.afterMigrating) await write(lock);
    await grantToApplication(lock, decodeURIComponent(new URL(appUrl).username), schema.guarded);
    return applied;
  } finally {
    await lock.end();
  }
}

/** True when every migration this build knows has been applied. */
export async function isMigrated(
  migrations: readonly Migration[],
  read: (sql: string) => Promise<{ name: string }[]>,
): Promise<boolean> {
  const applied = new Set((await read('SELECT name FROM schema_migration')).map((row) => row.name));
  return migrations.every((migration) => applied.has(new migration().name ?? ''));
}
