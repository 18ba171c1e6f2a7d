import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../../api/test/support/eventually';
import { TestDatabase } from '../../api/test/support';
import { freePort } from '../src/embedded-postgres/free-port';
import { FIGURES } from '../src/metrics/figures';

const ROOT = resolve(__dirname, '../../..');

/* `npm run metrics` on a database of its own: what is planted is what is told, and it names nobody. */

const home = mkdtempSync(join(tmpdir(), 'tirtapay metrics '));
let database: TestDatabase;
let dropped = false;
let port: number;
let child: ChildProcess;
let ended: Promise<unknown>;

const metrics = (environment: Record<string, string>, pipe: 'inherit' | 'pipe' = 'inherit') =>
  spawn(process.execPath, ['scripts/run.mjs', 'metrics'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: database.appUrl,
      TIRTAPAY_HOME: home,
      ...environment,
    },
    stdio: ['ignore', 'ignore', pipe],
  });
const at = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);
const told = async () => (await at('/metrics')).text();

/** NaN where the figure is not told. */
const valueIn = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')
      .at(-1),
  );

beforeAll(async () => {
  database = await TestDatabase.create();
  port = await freePort();
  child = metrics({ METRICS_PORT: String(port), METRICS_API_URL: 'http://127.0.0.1:1' });
  ended = new Promise((end) => child.once('close', end));
  await eventually(
    () => told().catch(() => ''),
    (text) => text !== '',
  );
});
afterAll(async () => {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  rmSync(home, { recursive: true, force: true });
  if (!dropped) await database.drop();
});

it('tells the figures of the database it reads', async () => {
  await database.query(
    `INSERT INTO outbox (topic, payload, created_at) VALUES ('x.waits', '{}', now() - interval '10 minutes')`,
  );
  await database.query(
    `INSERT INTO job_run (job, period, status, created_at) VALUES ('uji', 'a', 'QUEUED', now() - interval '2 hours'), ('uji', 'b', 'FAILED', now())`,
  );
  const text = await told();
  const value = (line: string) => valueIn(text, line);
  expect(value('tirtapay_up')).toBe(1);
  expect(value('tirtapay_ready')).toBe(0);
  expect(value('tirtapay_figures_failed')).toBe(0);
  expect(value('tirtapay_events_waiting')).toBe(1);
  expect(value('tirtapay_oldest_event_seconds')).toBeGreaterThanOrEqual(600);
  expect(value('tirtapay_jobs{job="uji",status="FAILED"}')).toBe(1);
  expect(value('tirtapay_oldest_job_seconds')).toBeGreaterThanOrEqual(7_200);
  expect(value('tirtapay_database_bytes')).toBeGreaterThan(1_000_000);
  expect(value('tirtapay_replicas')).toBeGreaterThanOrEqual(0);
  for (const { name } of FIGURES) expect(text).toContain(`# TYPE ${name} gauge`);
  expect((await at('/')).status).toBe(404);
});

it('leaves out what cannot be read, says how many, and tells the others', async () => {
  await database.transaction(async (tx) => {
    await tx.query('LOCK TABLE outbox');
    const text = await told();
    expect(valueIn(text, 'tirtapay_up')).toBe(1);
    expect(valueIn(text, 'tirtapay_figures_failed')).toBe(2);
    expect(text).not.toContain('tirtapay_events_waiting');
    expect(text).not.toContain('tirtapay_oldest_event_seconds');
    expect(valueIn(text, 'tirtapay_oldest_job_seconds')).toBeGreaterThan(0);
    expect(valueIn(text, 'tirtapay_database_bytes')).toBeGreaterThan(0);
  });
  expect(valueIn(await told(), 'tirtapay_figures_failed')).toBe(0);
});

it('is refused a port that is none or is taken, in one line', async () => {
  const refusal = async (given: string) => {
    const refused = metrics({ METRICS_PORT: given }, 'pipe');
    let said = '';
    refused.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise((end) => refused.once('close', end));
    return [code, said];
  };
  expect(await refusal('abc')).toEqual([
    1,
    'tirtapay: METRICS_PORT must be a whole number from 1 to 65535, not "abc"\n',
  ]);
  expect(await refusal(String(port))).toEqual([
    1,
    `tirtapay: port ${String(port)} is in use: set METRICS_PORT to another one\n`,
  ]);
});

it('of every figure the labels are those of states, and name no person, connection or payment', async () => {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  const labels = new Set<string>();
  for (const { sql } of FIGURES) {
    const columns = (await client.query(sql)).fields.map(({ name }) => name);
    expect(columns).toContain('value');
    for (const column of columns) labels.add(column);
  }
  await client.end();
  labels.delete('value');
  expect([...labels].sort()).toEqual(
    ['bank', 'channel', 'code', 'job', 'kind', 'method', 'quantile', 'state', 'status', 'type'].sort(),
  );
});

it('goes on when the database has gone, and says that it does not answer', async () => {
  await database.drop();
  dropped = true;
  const text = await told();
  expect(valueIn(text, 'tirtapay_up')).toBe(0);
  expect(text).not.toContain('tirtapay_database_bytes');
  expect(valueIn(await told(), 'tirtapay_up')).toBe(0);
});

it('every alert and every panel is of a figure there is', () => {
  const known = new Set([
    ...FIGURES.map(({ name }) => name),
    'tirtapay_up',
    'tirtapay_ready',
    'tirtapay_figures_failed',
  ]);
  const named = ['docker/prometheus/alerts.yml', 'docker/grafana/tirtapay.json'].flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\btirtapay_[a-z_]+/g)].map(([name]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

describe('docker-compose.yml', () => {
  const services = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8').split(/^ {2}(?=[a-z]+:$)/m);
  const service = (name: string) => services.find((text) => text.startsWith(`${name}:\n`)) ?? '';

  it('gives whoever watches the database and the address of the API: no key, no owner, no photo', () => {
    const environment = /\n {4}environment:\n((?: {6}.*\n)+)/.exec(service('metrics'))?.[1] ?? '';
    expect([...environment.matchAll(/^ {6}(.+?): /gm)].map(([, name]) => name)).toEqual([
      'NODE_ENV',
      'DATABASE_URL',
      'METRICS_HOST',
      'METRICS_API_URL',
    ]);
    expect(service('metrics')).toContain('\n    volumes: []\n');
  });

  it('starts Grafana with a password of its own alone, and for this machine alone', () => {
    const ports = /\n {4}ports:\n((?: {6}.*\n)+)/.exec(service('grafana'))?.[1];
    expect(ports).toBe("      - '127.0.0.1:${GRAFANA_PORT:-3001}:3000'\n");
    const script = /\n {6}- '(.*GF_SECURITY_ADMIN_PASSWORD.*)'\n/.exec(service('grafana'))?.[1] ?? '';
    const started = (password: string) =>
      spawnSync('sh', ['-c', script.replaceAll('$$', '$').replace('/run.sh', 'echo started')], {
        env: { PATH: process.env.PATH, GF_SECURITY_ADMIN_PASSWORD: password },
        encoding: 'utf8',
      });
    expect(started('')).toMatchObject({ status: 1, stdout: '', stderr: 'GRAFANA_PASSWORD must be set\n' });
    expect(started('rahasia')).toMatchObject({ status: 0, stdout: 'started\n' });
  });
});
