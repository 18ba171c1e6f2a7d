import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { CHART_OF_ACCOUNTS } from '@tirtapay/domain';
import { Logger as WorkerLogger, runMigrations as migrateJobQueue } from 'graphile-worker';
import { grantToApplication, type GuardedTables } from './grants';
import { MIGRATIONS } from '../..';

/**
 * Brings the schema to the newest version as the owner, then gives the application role its grants.
 * Safe to run again and from several processes: an advisory lock lets one run at a time.
 * @returns the names of the migrations applied now
 */
export async function migrate(ownerUrl: string, appUrl: string, guarded: GuardedTables): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('tirtapay migrate'))");
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: MIGRATIONS,
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
    await lock.query(
      `INSERT INTO akun (code, name, kind, events)
       SELECT code, name, kind, (SELECT array_agg(e) FROM jsonb_array_elements_text(events) AS e)
       FROM jsonb_to_recordset($1) AS a (code text, name text, kind text, events jsonb)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, events = excluded.events`,
      [JSON.stringify(CHART_OF_ACCOUNTS.map((account) => ({ ...account, name: account.name.id })))],
    );
    await grantToApplication(lock, decodeURIComponent(new URL(appUrl).username), guarded);
    return applied;
  } finally {
    await lock.end();
  }
}

/** True when every migration this build knows has been applied. */
export async function isMigrated(read: (sql: string) => Promise<{ name: string }[]>): Promise<boolean> {
  const applied = new Set((await read('SELECT name FROM schema_migration')).map((row) => row.name));
  return MIGRATIONS.every((migration) => applied.has(new migration().name));
}
