import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Cluster } from '../../../local/src/embedded-postgres';
import { loadConfig } from '../../src/platform/config';
import {
  CommitOutcomeUnknown,
  CommitUnconfirmed,
  Database,
  DatabaseUnavailable,
} from '../../src/platform/database';
import { eventually } from '../support';
import { OwnCluster, writeAsOwner } from '../support/own-cluster';

/* F19 and F20 in small: a server that waits for a standby there is none of, and a server that is a standby. */

const folder = OwnCluster.newFolder();
const place = join(folder, 'postgres');
const settings = { synchronous_standby_names: '*' };
let cluster = new Cluster({ folder: place, password: 'alone', settings });
let database: Database;
let watcher: Client;

async function open(): Promise<void> {
  const key = randomBytes(32).toString('base64');
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      PORT: '0',
      FILES_ROOT: folder,
      DATABASE_URL: cluster.superUrl(),
      JWT_KEYS: `k:${key}`,
      DATA_KEYS: `1:${key}`,
    }),
  );
  watcher = new Client({ connectionString: cluster.superUrl() });
  watcher.on('error', () => undefined);
  await watcher.connect();
}

async function close(): Promise<void> {
  await watcher.end();
  await database.onApplicationShutdown();
}

const WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
const waiting = async () => (await watcher.query(`SELECT pid ${WAITING}`)).rowCount ?? 0;
const stored = async (): Promise<number[]> =>
  (await watcher.query<{ n: number }>('SELECT n FROM paid ORDER BY n')).rows.map(({ n }) => n);

const paying = (n: number) =>
  database.transaction((tx) => tx.preparedAndCommit('pay', 'INSERT INTO paid VALUES ($1)', [n]));

async function during(fault: 'pg_cancel_backend' | 'pg_terminate_backend', work: Promise<unknown>) {
  const outcome = work.catch((error: unknown) => error);
  await eventually(waiting, (count) => count === 1);
  await watcher.query(`SELECT ${fault}(pid) ${WAITING}`);
  return outcome;
}

beforeAll(async () => {
  await cluster.start();
  await open();
  await watcher.query('SET synchronous_commit = local');
  await watcher.query('CREATE TABLE paid (n integer)');
});
afterAll(async () => {
  await close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a cancelled wait stands on this machine and is not confirmed', async () => {
  expect(await during('pg_cancel_backend', paying(1))).toBeInstanceOf(CommitUnconfirmed);
  expect(await during('pg_cancel_backend', database.write('INSERT INTO paid VALUES (2)'))).toBeInstanceOf(
    CommitUnconfirmed,
  );
  expect(await during('pg_terminate_backend', paying(3))).toBeInstanceOf(CommitUnconfirmed);
  expect(await stored()).toEqual([1, 2, 3]);
});

it('a wait without an end is answered, keeps its connection, and is done when it ends', async () => {
  const hanging = await paying(4).catch((error: unknown) => error);
  expect(hanging).toBeInstanceOf(CommitOutcomeUnknown);
  expect([await waiting(), await stored()]).toEqual([1, [1, 2, 3]]);
  const pool = database.pool('core');
  expect([pool.totalCount - pool.idleCount, await database.read('SELECT 1 AS one')]).toEqual([
    1,
    [{ one: 1 }],
  ]);
  await watcher.query(`SELECT pg_cancel_backend(pid) ${WAITING}`);
  await eventually(
    () => pool.totalCount - pool.idleCount,
    (busy) => busy === 0,
  );
  expect(await stored()).toEqual([1, 2, 3, 4]);
});

it('whoever comes in waits for nobody, and the end of the process neither', async () => {
  await database.door('INSERT INTO paid VALUES (5)');
  await paying(6).catch(() => undefined);
  expect(await waiting()).toBe(1);
  await close();
  await open();
  await watcher.query(`SELECT pg_terminate_backend(pid) ${WAITING}`);
});

it('a standby is no database', async () => {
  await close();
  await cluster.stop();
  writeAsOwner(join(place, 'data'), 'standby.signal', '');
  cluster = new Cluster({ folder: place, password: 'alone' });
  await cluster.start();
  await open();
  for (const asked of [database.read('SELECT 1'), database.screen('SELECT 1'), paying(7)])
    await expect(asked).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect((await stored()).length).toBeGreaterThan(4);
});
