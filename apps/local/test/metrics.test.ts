import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from '../../api/test/support/eventually';
import { TestDatabase } from '../../api/test/support';
import { freePort } from '../src/embedded-postgres/free-port';
import { FIGURES } from '../src/metrics/figures';

const ROOT = resolve(__dirname, '../../..');

/* `npm run metrics` on a database of its own: what is planted is what is told, and it names nobody. */

it('tells the figures of the database it reads, and goes on when it has gone', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tirtapay metrics '));
  const database = await TestDatabase.create();
  await database.query(
    `INSERT INTO outbox (topic, payload, created_at) VALUES ('x.waits', '{}', now() - interval '10 minutes')`,
  );
  await database.query(
    `INSERT INTO job_run (job, period, status, created_at) VALUES ('uji', 'a', 'QUEUED', now() - interval '2 hours'), ('uji', 'b', 'FAILED', now())`,
  );
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'metrics'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: database.appUrl,
      TIRTAPAY_HOME: home,
      METRICS_PORT: String(port),
      METRICS_API_URL: 'http://127.0.0.1:1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((end) => child.once('close', end));
  const at = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);
  try {
    const told = await eventually(
      () =>
        at('/metrics').then(
          (answer) => answer.text(),
          () => '',
        ),
      (text) => text !== '',
    );
    const value = (line: string) =>
      Number(
        told
          .split('\n')
          .find((one) => one.startsWith(`${line} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('tirtapay_up')).toBe(1);
    expect(value('tirtapay_ready')).toBe(0);
    expect(value('tirtapay_events_waiting')).toBe(1);
    expect(value('tirtapay_oldest_event_seconds')).toBeGreaterThanOrEqual(600);
    expect(value('tirtapay_jobs{job="uji",status="FAILED"}')).toBe(1);
    expect(value('tirtapay_oldest_job_seconds')).toBeGreaterThanOrEqual(7_200);
    expect(value('tirtapay_database_bytes')).toBeGreaterThan(1_000_000);
    for (const { name } of FIGURES) expect(told).toContain(`# TYPE ${name} gauge`);
    expect((await at('/')).status).toBe(404);
  } finally {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(home, { recursive: true, force: true });
  }
});

it('every alert and every panel is of a figure there is', () => {
  const known = new Set([...FIGURES.map(({ name }) => name), 'tirtapay_up', 'tirtapay_ready']);
  const named = ['docker/prometheus/alerts.yml', 'docker/grafana/tirtapay.json'].flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\btirtapay_[a-z_]+/g)].map(([name]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it('no figure has a label of a person, a connection or a payment', () => {
  const labels = FIGURES.flatMap(({ sql }) => [...sql.matchAll(/\bAS ([a-z_]+)/g)].map(([, name]) => name));
  expect(
    labels.filter((name) => /customer|name|phone|email|address|number|reference|token/.test(name ?? '')),
  ).toEqual([]);
});
