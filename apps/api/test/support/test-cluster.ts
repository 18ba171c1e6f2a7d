import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Cluster, isAlive, servesDataDirectory, startMark } from '../../../local/src/embedded-postgres';
import { provisionDatabase } from '../../../local/src/provision';
import { SCHEMA } from '../../src/house';
import { migrate } from '../../src/platform/database/migrate';
import { announceCluster, TEMPLATE_DATABASE, urlFor, type ClusterAccess } from './cluster-access';
import { addStaff } from './staff-accounts';

declare global {
  var tirtapayTestCluster: Cluster | undefined;
}

const PREFIX = 'tirtapay-test-';
const OWNER = 'owner.json';

/** Clusters of runs that were killed: their servers are stopped, their folders removed. */
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const { pid, mark } = JSON.parse(readFileSync(join(folder, OWNER), 'utf8')) as {
        pid: number;
        mark: string;
      };
      if (isAlive(pid) && startMark(pid) === mark) continue;
      const data = join(folder, 'postgres', 'data');
      const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (servesDataDirectory(server, data)) process.kill(server, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not ours, or just being made.
    }
  }
}

/** One PostgreSQL for the whole run, with a migrated database every test file copies. */
export async function startTestCluster(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  sweepAbandoned();
  writeFileSync(join(folder, OWNER), JSON.stringify({ pid: process.pid, mark: startMark(process.pid) }));
  const superPassword = randomBytes(12).toString('hex');
  const cluster = new Cluster({
    folder: join(folder, 'postgres'),
    password: superPassword,
    // A test cluster is thrown away; a power cut may take it with it.
    // Each test opens connections of its own; what makes guessing passwords slow would only make them slow.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200', scram_iterations: '1' },
  });
  await cluster.start();
  // Jest ends on a signal without a teardown; its database must not outlive it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      if (cluster.pid !== undefined) process.kill(cluster.pid, 'SIGQUIT');
      process.exit(1);
    });
  globalThis.tirtapayTestCluster = cluster;
  // Jest calls no teardown after a set-up that failed.
  await prepareTemplate(cluster, superPassword, folder).catch(async (error: unknown) => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
}

async function prepareTemplate(cluster: Cluster, superPassword: string, folder: string): Promise<void> {
  const access: ClusterAccess = {
    port: cluster.port,
    superPassword,
    folder,
    roles: {
      owner: 'tirtapay_owner',
      ownerPassword: randomBytes(12).toString('hex'),
      app: 'tirtapay_app',
      appPassword: randomBytes(12).toString('hex'),
    },
  };
  await provisionDatabase(cluster.superUrl(), TEMPLATE_DATABASE, access.roles);
  await migrate(urlFor(access, 'owner', TEMPLATE_DATABASE), urlFor(access, 'app', TEMPLATE_DATABASE), SCHEMA);
  await addStaff(urlFor(access, 'owner', TEMPLATE_DATABASE));
  await tidyCatalogue(urlFor(access, 'super', TEMPLATE_DATABASE));
  announceCluster(access);
}

/** What the migrations left of older rows in the catalogue would be copied and read past in each database of a test. */
async function tidyCatalogue(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r' AND NOT relisshared ORDER BY relname`,
  );
  for (const { name } of rows) await client.query(`VACUUM (FULL, FREEZE, ANALYZE) pg_catalog.${name}`);
  await client.end();
}
