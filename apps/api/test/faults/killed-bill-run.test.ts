import { buildCustomerNumber } from '@tirtapay/domain';
import { randomBytes } from 'node:crypto';
import { HttpCaller, STAFF_PASSWORD, testApp, type TestRegion } from '../support';
import { Client } from 'pg';
import { LONG } from '../support/long-run';
import { ApiProcess } from './api-process';
import { Holder, until } from './payments-in-flight';

/** Enough for `npm test`; the long run counts to twenty. */
const ROUNDS = LONG ? 20 : 2;
/** A run takes 500 bills in one transaction: three of them, so that what is killed has some behind it and some before it. */
const CHUNK = 500;
const CUSTOMERS = 1_150;
const PERIOD = '2025-12';

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });

interface Run {
  readonly id: number;
  readonly status: string;
  readonly total: number;
  readonly issued: number;
  readonly failed: number;
  readonly skipped: number;
  readonly amount: number;
}

/** Connections of this December, each read once and waiting for a decision. */
async function readOnce(region: TestRegion): Promise<void> {
  const tariff = await app.make.tariff();
  const numbers = Array.from({ length: CUSTOMERS }, (_, index) =>
    buildCustomerNumber({ region: region.code, route: region.route.code, sequence: index + 1 }),
  );
  await app.database.query(
    `INSERT INTO pelanggan (customer_number, name, address, region_id, route_id, tariff_id, state, registered_at, activated_at)
     SELECT n, 'Rina Kurnia', 'Jl. Ahmad Yani No. 12', $2, $3, $4, 'AKTIF', now(), now() FROM unnest($1::text[]) AS n`,
    [numbers, region.id, region.route.id, tariff.id],
  );
  await app.database.query(
    `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
     SELECT id, 'KILL-' || customer_number, 5, 15, '2025-12-02', 0 FROM pelanggan WHERE region_id = $1`,
    [region.id],
  );
  await app.database.query(
    `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method,
       condition_code, severity, status, read_at, read_by)
     SELECT gen_random_uuid(), c.id, m.id, $2, 0, 1 + c.id % 40, 1 + c.id % 40, 'ACTUAL', 'NORMAL', 'OK', 'RECORDED',
       '2025-12-25T10:00:00+08:00', (SELECT id FROM pengguna WHERE username = 'petugas')
     FROM pelanggan c JOIN meter m ON m.customer_id = c.id WHERE c.region_id = $1`,
    [region.id, PERIOD],
  );
}

async function draftAll(region: TestRegion): Promise<void> {
  const admin = await app.as('admin');
  const readings = await app.database.query<{ id: number }>(
    'SELECT r.id::int FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id WHERE c.region_id = $1 ORDER BY r.id',
    [region.id],
  );
  for (let at = 0; at < readings.length; at += CHUNK) {
    const ids = readings.slice(at, at + CHUNK).map(({ id }) => id);
    const { status, body } = await admin.post('/meter-readings/verify-batch', { ids, severities: ['OK'] });
    expect([status, body]).toMatchObject([200, { verified: ids.length }]);
  }
}

const bills = (region: TestRegion, state: 'DRAFT' | 'ISSUED') =>
  app.database.query<{ id: number; customer_id: number; bill_number: string; principal: number }>(
    `SELECT b.id::int, b.customer_id::int, b.bill_number, b.principal::int FROM tagihan b
     JOIN pelanggan c ON c.id = b.customer_id WHERE c.region_id = $1 AND b.state = $2 ORDER BY b.id`,
    [region.id, state],
  );

it(`is killed ${String(ROUNDS)} times in the middle of a run and issues every bill once, as it was drafted`, async () => {
  const region = await app.make.region();
  await readOnce(region);
  await draftAll(region);
  const drafted = await bills(region, 'DRAFT');
  expect(drafted).toHaveLength(CUSTOMERS);

  const api = await ApiProcess.create({ NODE_ENV: 'test', DATABASE_URL: app.database.appUrl, ...keys });
  const signIn = async () => {
    const office = new HttpCaller(api.url);
    const answer = await office.post<{ access_token: string }>('/auth/login', {
      username: 'admin',
      password: STAFF_PASSWORD,
    });
    return office.with({ authorization: `Bearer ${answer.body.access_token}` });
  };
  // What another role waits for is told to a superuser alone.
  const watcher = new Client({ connectionString: app.database.superUrl });
  await watcher.connect();
  let id = 0;
  let killed = 0;
  try {
    for (; killed < ROUNDS; killed += 1) {
      await api.start();
      const office = await signIn();
      const left = await bills(region, 'DRAFT');
      // The last two rounds let one whole transaction through, and no more, before the process dies in the next one.
      const first = ROUNDS - killed <= 2 ? CHUNK : 0;
      const within = left.slice(first, first + CHUNK);
      const victim = within[Math.floor(Math.random() * within.length)];
      if (victim === undefined) throw new Error('nothing is left to be killed in');
      // Held once where the run comes by first, the customer, and once where it writes, the bill.
      const holder =
        killed % 2 === 0
          ? await Holder.of(app.database.superUrl, 'SELECT FROM pelanggan WHERE id = $1 FOR UPDATE', [
              victim.customer_id,
            ])
          : await Holder.of(app.database.superUrl, 'SELECT FROM tagihan WHERE id = $1 FOR UPDATE', [
              victim.id,
            ]);
      if (id === 0) {
        const { status, body } = await office.post<Run>('/bill-runs', {
          period: PERIOD,
          region_id: region.id,
        });
        expect(status).toBe(202);
        ({ id } = body);
      } else expect((await office.post(`/bill-runs/${String(id)}/resume`)).status).toBe(202);
      await until(async () => {
        const { rowCount } = await watcher.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return (rowCount ?? 0) > 0;
      });
      await api.end('SIGKILL');
      await holder.letGo();
      expect(await bills(region, 'ISSUED')).toHaveLength(CUSTOMERS - (await bills(region, 'DRAFT')).length);
    }
    await api.start();
    const office = await signIn();
    expect((await office.post(`/bill-runs/${String(id)}/resume`)).status).toBe(202);
    const run = async () => (await office.get<Run>(`/bill-runs/${String(id)}`)).body;
    await until(async () => (await run()).status === 'DONE');
    const total = drafted.reduce((sum, { principal }) => sum + principal, 0);
    expect(await run()).toMatchObject({
      total: CUSTOMERS,
      issued: CUSTOMERS,
      failed: 0,
      skipped: 0,
      amount: total,
    });
    expect(await bills(region, 'ISSUED')).toEqual(drafted);
    // One entry in the books for each bill, and the receivable is what the bills say.
    expect(
      await app.database.one(
        `SELECT count(*)::int AS journals, count(DISTINCT entity_id)::int AS of_bills FROM jurnal WHERE event = 'bill.issued'`,
      ),
    ).toEqual({ journals: CUSTOMERS, of_bills: CUSTOMERS });
    const [told] = await app.database.query(
      "SELECT count(*)::int AS n FROM outbox WHERE topic = 'bill_run.finished' AND entity_id = $1",
      [id],
    );
    expect(told).toEqual({ n: 1 });
  } finally {
    await api.end('SIGTERM');
    await watcher.end();
  }
});
