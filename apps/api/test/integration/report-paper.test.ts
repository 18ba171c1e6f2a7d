import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { pagesOf } from '../../../../libs/documents/fixtures/pages-of';
import { make } from '../../src/modules/outward/reporting/reports/make-report.worker';
import { Database } from '../../src/platform/database';
import { askOnce } from '../../src/platform/database/ask-once';
import { REPORTS } from '../../src/modules/outward/reporting/reports/reports';
import { eventually, testApp, type HttpCaller } from '../support';

/* The process that draws reports asks PostgreSQL itself, on a connection of its own. */

let office: Client;
// Before the database of the application is taken away.
afterAll(() => office.end());
const app = testApp({ jobs: false });
const SHEET = '/reports/drd/pdf?period=2025-11';
let manager: HttpCaller;

beforeAll(async () => {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-11', usage: 20 });
  manager = await app.as('manajer');
  office = new Client({ connectionString: app.database.superUrl });
  await office.connect();
});

const print = (caller = manager) => caller.get<{ code: string } | undefined>(SHEET);
const outcomeOf = ({ status, body }: Awaited<ReturnType<typeof print>>) => [status, body?.code];
/** Connections on which a sheet asks for its rows, or has them. */
const asking = async () =>
  (
    await office.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%report AS MATERIALIZED%' AND pid <> pg_backend_pid()",
    )
  ).rows;

/** Whoever reads a bill waits in its statement until the work is done, for no lock and as long as it takes. */
async function whileRowsWait<T>(work: (end: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const end = () => office.query('SELECT pg_advisory_unlock_all()');
  await office.query(`SELECT pg_advisory_lock(77);
    CREATE OR REPLACE FUNCTION gate() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
      WHILE NOT pg_try_advisory_lock_shared(77) LOOP PERFORM pg_sleep(0.02); END LOOP;
      PERFORM pg_advisory_unlock_shared(77);
      RETURN true; END $$;
    CREATE POLICY gate ON tagihan USING (gate());
    ALTER TABLE tagihan ENABLE ROW LEVEL SECURITY`);
  try {
    return await work(end);
  } finally {
    await end();
    await office.query('ALTER TABLE tagihan DISABLE ROW LEVEL SECURITY; DROP POLICY gate ON tagihan');
  }
}

it('asks on one connection, which is gone when the rows are there', async () => {
  const { status, bytes } = await print();
  expect([status, pagesOf(bytes).length]).toEqual([200, 1]);
  await eventually(asking, (rows) => rows.length === 0);
});

it('serves two sheets of one person at once on one connection, and tells the others to wait', async () => {
  const [first, ...others] = await whileRowsWait(async (end) => {
    const one = print();
    // The second waits for the rows of the first, and not for long.
    await eventually(asking, (rows) => rows.length > 0);
    const others = Array.from({ length: 19 }, () => print());
    const refused = await Promise.race(others);
    expect([...outcomeOf(refused), refused.headers.get('retry-after')]).toEqual([429, 'report.busy', '5']);
    expect(await asking()).toHaveLength(1);
    await end();
    return (await Promise.all([one, ...others])).map(({ status }) => status).sort();
  });
  expect([first, ...new Set(others)]).toEqual([200, 200, 429]);
  expect((await print()).status).toBe(200);
});

it('answers as ever when a table is locked, the connection is cut or there is none: later it may go', async () => {
  await office.query('BEGIN; LOCK TABLE tagihan IN ACCESS EXCLUSIVE MODE');
  const locked = await print();
  await office.query('ROLLBACK');
  expect(outcomeOf(locked)).toEqual([503, 'service.unavailable']);
  const cut = await whileRowsWait(async () => {
    const answer = print();
    const [connection] = await eventually(asking, (rows) => rows.length > 0);
    await office.query('SELECT pg_terminate_backend($1)', [connection?.pid]);
    return answer;
  });
  expect(outcomeOf(cut)).toEqual([503, 'service.unavailable']);
  // Those that are open stay so: only the process that draws asks for a new one.
  const { rows } = await office.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  const name = rows[0]?.name ?? '';
  await office.query(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
  const none = await print();
  await office.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
  expect([...outcomeOf(none), none.headers.get('retry-after')]).toEqual([503, 'service.unavailable', '2']);
  expect((await print()).status).toBe(200);
});

it('draws nothing of more rows than paper takes', async () => {
  const [report] = REPORTS.filter(({ key }) => key === 'drd');
  if (report === undefined) throw new Error('there is a DRD');
  const head = {
    utility: { name: 'Perumda', address: 'Jl. Contoh 1', phone: '0401-1' },
    headLines: [],
    title: 'DRD',
    facts: [],
    landscape: true,
    asOf: app.clock.now(),
    zone: app.clock.zone,
    signedAt: '',
    signers: [],
  };
  const given = {
    period: '2025-11',
    region: null,
    tariff: null,
    today: app.clock.businessDate(),
    zone: app.clock.zone,
  };
  const asked = { databaseUrl: app.database.appUrl, given, head };
  // A limit of nothing says nothing of how many there are either: two rows, of which one is too many.
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-11', usage: 21 });
  expect(await make({ ...asked, report, most: 1 })).toEqual({ told: 2, document: null });
});

it('asks as the office does, reads values as the house does, and can only read', async () => {
  const ask = (sql: string) => askOnce(app.database.appUrl, sql, []);
  const names = ['statement_timeout', 'work_mem', 'max_parallel_workers_per_gather', 'transaction_read_only'];
  const said = names.map((name) => `current_setting('${name}') AS ${name}`);
  const [settings] = await app.get(Database).report(`SELECT ${said.join(', ')}`);
  expect(await ask(`SELECT ${said.join(', ')}`)).toEqual([{ ...settings, transaction_read_only: 'on' }]);
  expect(await ask("SELECT 12::int8 AS id, ARRAY[12::int8] AS ids, DATE '2026-01-05' AS day")).toEqual([
    { id: 12, ids: [12], day: '2026-01-05' },
  ]);
  await expect(ask('UPDATE pengguna SET name = name')).rejects.toMatchObject({ code: '25006' });
});

it('waits for its connection also when others take the processor meanwhile', async () => {
  const rows = askOnce(app.database.appUrl, 'SELECT 1 AS one', []);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
  expect(await rows).toEqual([{ one: 1 }]);
});

const DOCUMENTS = join(__dirname, '../../../../dist/server/libs/documents/src');
/** Opens the process that draws, says its number, and goes on as `then` says. */
const parent = (then: string) => {
  const started = spawn(
    process.execPath,
    [
      '-e',
      `const { renderThere } = require(${JSON.stringify(join(DOCUMENTS, 'pdf/render-aside.js'))});
       const maker = require('node:path').join(require('node:fs').mkdtempSync(require('node:os').tmpdir() + '/maker-'), 'maker.cjs');
       require('node:fs').writeFileSync(maker, "exports.make = async (waits) => { if (waits) await new Promise(() => undefined); return { told: process.pid, document: null } }");
       renderThere(maker, () => false).told.then((pid) => { console.log(pid); ${then} });`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return { started, drawing: once(started.stdout, 'data').then(([said]) => Number(String(said))) };
};
const lives = (pid: number): Promise<boolean> => {
  try {
    return Promise.resolve(process.kill(pid, 0));
  } catch {
    return Promise.resolve(false);
  }
};

it('leaves no process behind: one that draws ends with whoever opened it, idle or in the middle', async () => {
  for (const then of ['setInterval(() => undefined, 1000)', 'renderThere(maker, () => true)']) {
    const { started, drawing } = parent(then);
    const pid = await drawing;
    expect(await lives(pid)).toBe(true);
    started.kill('SIGKILL');
    await eventually(
      () => lives(pid),
      (living) => !living,
    );
  }
  // One that has nothing more to do ends by itself, and does not wait for the minute in which it keeps it warm.
  const { started, drawing } = parent('');
  const ended = once(started, 'exit');
  const pid = await drawing;
  expect(await ended).toEqual([0, null]);
  await eventually(
    () => lives(pid),
    (living) => !living,
  );
});
