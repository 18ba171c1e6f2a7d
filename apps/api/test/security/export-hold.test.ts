import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { testApp, type StaffName, STAFF_PASSWORD } from '../support';

/* Whoever downloads and does not read must cost the others nothing. */

const app = testApp({ jobs: false, environment: { EXPORT_SECONDS: '20' } });
const sockets: Socket[] = [];

const ROWS = 6_000;
const tokens: Partial<Record<StaffName, ReturnType<typeof app.logIn>>> = {};

beforeAll(async () => {
  const bank = await app.make.bank({ code: 'SULTRA' });
  // Far more than every buffer between the file and a reader who does not read: few rows, and long ones.
  await app.database.query(
    `INSERT INTO payment_transaction (bank_id, received_at, method, request_target, request_id, request_timestamp, http_status,
       latency_us, bank_reference)
     SELECT $1, now(), 'POST', '/api/v1/payment/verify', gen_random_uuid()::text, '', 200, 1, repeat('x', 2500)
     FROM generate_series(1, $2::int)`,
    [bank.id, ROWS],
  );
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A download on a socket that reads the head of the answer and nothing more. */
async function hold(username: StaffName): Promise<string> {
  const { token } = await (tokens[username] ??= app.logIn(username));
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write(`GET /api/v1/bank-calls/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  const head = await new Promise<string>((resolve) => {
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      resolve(chunk.toString('latin1'));
    });
  });
  return head.slice(9, 12);
}

const openTransactions = async () =>
  (
    await app.database.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE 'tirtapay%' AND state LIKE 'idle in transaction%'",
      [app.database.name],
    )
  ).count;

it('leaves log-in, the public page and every screen open while twelve downloads stand still', async () => {
  for (const username of ['super', 'it', 'it2'] as const)
    for (let index = 0; index < 4; index += 1)
      expect([username, index, await hold(username)]).toEqual([username, index, index < 2 ? '200' : '429']);
  expect(await openTransactions()).toBe(0);
  expect((await app.anyone.post('/auth/login', { username: 'admin', password: STAFF_PASSWORD })).status).toBe(
    200,
  );
  const customer = await app.make.customer();
  const look = await app.anyone.post('/public/inquiries', { customer_number: customer.customer_number });
  expect(look.status).toBe(200);
  expect((await (await app.as('super')).get('/bank-calls')).status).toBe(200);
  expect((await app.anyone.get('/health/ready')).status).toBe(200);
});

/** Tries until a place is free; the jest time-out ends it. */
async function holdAgain(username: StaffName): Promise<string> {
  for (;;) {
    const status = await hold(username);
    if (status !== '429') return status;
    await pause(200);
  }
}

it('gives the place of a person back when the reader goes, and when the time of a download is over', async () => {
  // the two before hung up
  expect([await holdAgain('super'), await holdAgain('super'), await hold('super')]).toEqual([
    '200',
    '200',
    '429',
  ]);
  // nobody reads, nobody hangs up: when their time is over the places are free
  expect(await holdAgain('super')).toBe('200');
});

it('gives a reader the whole list', async () => {
  const staff = await app.as('it');
  let answer = await staff.get('/bank-calls/export');
  for (; answer.status === 429; answer = await staff.get('/bank-calls/export')) await pause(200);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.text.trimEnd().split('\n')).toHaveLength(ROWS + 1);
});

it('never waits for a screen: with every connection for screens taken, people still log in', async () => {
  const { Database } = await import('../../src/platform/database');
  const pool = app.get(Database).pool('screen');
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  try {
    expect((await app.anyone.post('/auth/login', { username: 'admin', password: 'wrong' })).status).toBe(401);
    expect(
      (await app.anyone.post('/auth/login', { username: 'admin', password: STAFF_PASSWORD })).status,
    ).toBe(200);
    expect((await app.anyone.get('/health/ready')).status).toBe(200);
  } finally {
    for (const client of taken) client.release();
  }
});
