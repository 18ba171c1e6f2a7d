import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { CallMonths } from '../../src/modules/bank-gateway/security/archive/call-months';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { testApp, type TestBank } from '../support';

/* The call log is the witness in every dispute with a bank: no call may talk another one out of it. */

const app = testApp({ jobs: false });
let good: TestBank;
let bad: TestBank;

beforeAll(async () => {
  good = await app.make.bank({ code: 'SULTRA' });
  bad = await app.make.bank({ code: 'OTHER' });
});

const settled = () => app.get(BankCallLog).settled();
const rowsOf = (bank: TestBank) =>
  app.database.query<{ request_id: string; request_body: string | null }>(
    'SELECT request_id, request_body FROM payment_transaction WHERE bank_id = $1 ORDER BY id',
    [bank.id],
  );
const verify = (client: NativeBankClient, body: Buffer) =>
  client.send('POST', '/api/v1/payment/verify', body);
const HARMLESS = Buffer.from('{"customer_number":"999999999991"}');
const losses = () =>
  app.database.query("SELECT after FROM log_aktivitas WHERE action = 'security.bank_calls_lost'");

it('keeps every call of one bank while another sends bytes PostgreSQL cannot store', async () => {
  const poison = Buffer.from('{"customer_number":"0102\0"}');
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      const [first, second] = await Promise.all([
        verify(good.client(), HARMLESS),
        verify(bad.client(), poison),
      ]);
      expect([first.status, second.status]).toEqual([404, 400]);
    }),
  );
  await settled();
  expect(await rowsOf(good)).toHaveLength(40);
  const kept = await rowsOf(bad);
  expect(kept).toHaveLength(40);
  expect(new Set(kept.map((row) => row.request_body))).toEqual(
    new Set(['{"customer_number":"0102\\u0000"}']),
  );
  expect(await losses()).toEqual([]);
});

it('masks a name that is cut off where the log ends', async () => {
  const before = `{"pad":"${'x'.repeat(3_960)}","name":"`;
  const body = `${before}Rina Kurniawati Handayani Putri"}`;
  expect((await verify(good.client(), Buffer.from(body))).status).toBe(400);
  await settled();
  const kept = (await rowsOf(good)).at(-1)?.request_body;
  expect(kept).toBe(`${before}R*** K********* H*****"`);
});

it('loses one row that cannot be stored, keeps those beside it, and says so in the trail', async () => {
  const before = (await rowsOf(good)).length;
  const { id } = await app.database.one<{ id: number }>(
    'SELECT max(id)::int + 1 AS id FROM bank_integration',
  );
  const witness = await app.database.one<{ request_id: string }>(
    'SELECT request_id FROM payment_transaction WHERE bank_id = $1 LIMIT 1',
    [good.id],
  );
  await verify(good.client(), HARMLESS);
  app.get(BankCallLog).record({
    bankId: id, // nobody's: the foreign key refuses the row
    keyId: null,
    snapPartnerId: null,
    stringToSign: null,
    receivedAt: app.clock.now(),
    method: 'POST',
    requestTarget: '/api/v1/payment/verify',
    requestId: witness.request_id,
    requestTimestamp: '',
    ip: '',
    httpStatus: 200,
    code: null,
    replayed: false,
    bankReference: null,
    latencyUs: 1,
    requestBody: null,
    responseBody: null,
  });
  await verify(good.client(), HARMLESS);
  await settled();
  expect((await rowsOf(good)).length - before).toBe(2);
  expect(await losses()).toEqual([{ after: { rows: 1 } }]);
});

it('writes what waited once the database is back, every call once', async () => {
  const before = (await rowsOf(good)).length;
  const admin = new Client({ connectionString: app.database.superUrl.replace(/\/[^/]+$/, '/postgres') });
  await admin.connect();
  const locker = new Client({ connectionString: app.database.superUrl });
  locker.on('error', () => undefined);
  await locker.connect();
  try {
    // The answers leave; their rows cannot.
    await locker.query('BEGIN; LOCK TABLE payment_transaction IN ACCESS EXCLUSIVE MODE');
    for (let index = 0; index < 30; index += 1)
      expect((await verify(good.client(), HARMLESS)).status).toBe(404);
    await admin.query(`ALTER DATABASE ${app.database.name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      app.database.name,
    ]);
    expect((await app.anyone.get('/health/ready')).status).toBe(503);
    await pause(500);
  } finally {
    await admin.query(`ALTER DATABASE ${app.database.name} ALLOW_CONNECTIONS true`);
    await admin.end();
    await locker.end().catch(() => undefined);
  }
  await settled();
  const rows = (await rowsOf(good)).slice(before);
  expect(rows).toHaveLength(30);
  expect(new Set(rows.map((row) => row.request_id)).size).toBe(30);
  expect(await losses()).toHaveLength(1);
});

describe('the months of the log', () => {
  const months = () =>
    app.database.query<{ part: string }>(
      "SELECT part FROM call_log.months WHERE ends > '2090-01-01' ORDER BY ends",
    );
  const without = () => app.database.query('SELECT FROM call_log.no_month');
  const alarms = () =>
    app.database.query("SELECT after FROM log_aktivitas WHERE action = 'security.calls_without_month'");

  it('are made ahead; a call that came before its month was there is moved into it, and told', async () => {
    const now = app.clock.now();
    app.clock.set('2090-05-31T23:30:00Z');
    await verify(good.client(), HARMLESS);
    await settled();
    expect(await without()).toHaveLength(1);
    const before = await rowsOf(good);
    await app.get(CallMonths).prepare();
    expect([await without(), await rowsOf(good)]).toEqual([[], before]);
    expect(await months()).toEqual(
      ['05', '06', '07', '08'].map((month) => ({ part: `month_2090_${month}` })),
    );
    expect(await alarms()).toEqual([{ after: { rows: 1 } }]);
    const news = await app.database.query(
      "SELECT payload ->> 'route' AS route FROM outbox WHERE topic = 'fault.happened'",
    );
    expect(news).toEqual([{ route: 'payment_transaction' }]);

    app.clock.set('2090-06-01T00:30:00Z');
    await verify(good.client(), HARMLESS);
    await settled();
    await app.get(CallMonths).prepare();
    expect([(await rowsOf(good)).length, await without()]).toEqual([before.length + 1, []]);
    const { part } = await app.database.one<{ part: string }>(
      "SELECT tableoid::regclass::text AS part FROM payment_transaction WHERE received_at >= '2090-06-01'",
    );
    expect([part, await alarms()]).toEqual(['call_log.month_2090_06', [{ after: { rows: 1 } }]]);
    app.clock.set(new Date(now).toISOString());
  });

  it('are made also when a call comes in between, which is moved as well', async () => {
    const now = app.clock.now();
    const bank = new Client({ connectionString: app.database.appUrl });
    await bank.connect();
    app.clock.set('2095-03-10T00:00:00Z');
    try {
      await bank.query('BEGIN');
      await bank.query(
        `INSERT INTO payment_transaction (bank_id, received_at, method, request_target, request_id, request_timestamp, http_status, latency_us)
         VALUES ($1, '2095-03-10T00:00:00Z', 'POST', '/api/v1/payment/verify', 'between', '', 200, 1)`,
        [good.id],
      );
      const prepared = app.get(CallMonths).prepare();
      await Promise.race([prepared, pause(300)]);
      await bank.query('COMMIT');
      await prepared;
    } finally {
      await bank.end();
      app.clock.set(new Date(now).toISOString());
    }
    expect(await without()).toEqual([]);
    const { part } = await app.database.one<{ part: string }>(
      "SELECT tableoid::regclass::text AS part FROM payment_transaction WHERE request_id = 'between'",
    );
    expect(part).toBe('call_log.month_2095_03');
  });

  it('are neither entered nor made by the application itself', async () => {
    const client = new Client({ connectionString: app.database.appUrl });
    await client.connect();
    for (const sql of [
      'SELECT FROM call_log.no_month',
      'DROP TABLE payment_transaction',
      'INSERT INTO arsip_panggilan SELECT * FROM arsip_panggilan',
    ])
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    await client.end();
  });
});
