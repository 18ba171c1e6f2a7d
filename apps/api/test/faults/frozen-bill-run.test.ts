import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { BillRunWorker, DraftBills } from '../../src/modules/water/billing';
import { Database } from '../../src/platform/database';
import { eventually, HttpCaller, STAFF_PASSWORD, testApp, type TestRegion } from '../support';
import { ApiProcess } from './api-process';
import { Holder } from './payments-in-flight';

/*
 * A process that is stopped and not dead (a machine that is put to sleep, a paused virtual one) holds what it holds: its
 * transaction, its locks, the job it took. Another one takes over, and what wakes up later writes nothing any more.
 */

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });
const PERIOD = '2025-12';
const CUSTOMERS = 12;

async function drafted(region: TestRegion): Promise<number[]> {
  const readings: number[] = [];
  const customers: number[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const customer = await app.make.customer({ region });
    customers.push(customer.id);
    readings.push((await app.make.reading({ customer, period: PERIOD, usage: 10 + index })).id);
  }
  await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, readings));
  return customers;
}

/** As it stands, whoever looks. */
const runs = () =>
  app.database.query<{ id: number; status: string; issued: number; epoch: number; finished_at: Date }>(
    'SELECT id::int, status, issued, epoch, finished_at FROM penetapan',
  );

it('a bill run that is frozen within a chunk is taken over, and issues nothing when it wakes up', async () => {
  const region = await app.make.region();
  const [victim] = await drafted(region);
  const frozen = await ApiProcess.create({ NODE_ENV: 'test', DATABASE_URL: app.database.appUrl, ...keys });
  // What another role waits for is told to a superuser alone.
  const watcher = new Client({ connectionString: app.database.superUrl });
  await watcher.connect();
  const waiting = async () =>
    (
      await watcher.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
    ).rowCount ?? 0;
  try {
    await frozen.start();
    const office = new HttpCaller(frozen.url);
    const { body } = await office.post<{ access_token: string }>('/auth/login', {
      username: 'admin',
      password: STAFF_PASSWORD,
    });
    const holder = await Holder.of(app.database.superUrl, 'SELECT FROM pelanggan WHERE id = $1 FOR UPDATE', [
      victim,
    ]);
    const asked = await office
      .with({ authorization: `Bearer ${body.access_token}` })
      .post<{ id: number }>('/bill-runs', { period: PERIOD, region_id: region.id });
    expect(asked.status).toBe(202);
    await eventually(waiting, (sessions) => sessions > 0);
    frozen.signal('SIGSTOP');
    await holder.letGo();

    // Nothing is to be had of what it holds until the database ends a transaction nobody goes on with.
    const takenOver = await eventually(
      async () => {
        await app
          .get(BillRunWorker)
          .run(asked.body.id)
          .catch(() => undefined);
        return (await runs())[0];
      },
      (run) => run?.status === 'DONE',
    );
    expect(takenOver?.issued).toBe(CUSTOMERS);
    frozen.signal('SIGCONT');
    await eventually(
      async () => (await fetch(`${frozen.url}/health/ready`).catch(() => null))?.status,
      (status) => status === 200,
    );
    // Its job is tried again and finds nothing to do.
    await frozen.end('SIGTERM');
    expect(await runs()).toEqual([takenOver]);
    expect(
      await app.database.one(
        `SELECT (SELECT count(*) FROM tagihan WHERE state = 'ISSUED')::int AS issued,
           (SELECT count(*) FROM jurnal WHERE event = 'bill.issued')::int AS journals,
           (SELECT count(*) FROM outbox WHERE topic LIKE 'bill_run.%')::int AS told`,
      ),
    ).toEqual({ issued: CUSTOMERS, journals: CUSTOMERS, told: 1 });
  } finally {
    frozen.signal('SIGCONT');
    await frozen.end('SIGKILL');
    await watcher.end();
  }
});
