import { stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { testApp, type StaffName, STAFF_PASSWORD } from '../support';

/* Whoever downloads and does not read must cost the others nothing. */

const app = testApp({ jobs: false, environment: { EXPORT_SECONDS: '10' } });
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

describe('a file that is written in the background', () => {
  const ADDRESS = '/api/v1/bank-calls/export?format=csv';

  interface FileBody {
    id: number;
    name: string;
    status: string;
    rows: number;
    expected: number | null;
    size_bytes: number | null;
    failure: { code: string } | null;
  }

  const order = async (username: StaffName, address = ADDRESS) =>
    (await app.as(username)).post<FileBody & { code: string }>('/exports', { address });
  const file = async (username: StaffName, id: number) =>
    (await app.as(username)).get<FileBody & { code: string }>(`/exports/${String(id)}`);
  const writer = async () => {
    const { WriteExport } =
      await import('../../src/modules/outward/reporting/export-files/write-export.service');
    return app.get(WriteExport);
  };
  const runKey = async (id: number) =>
    (await app.database.one<{ run_key: string }>('SELECT run_key FROM berkas_unduhan WHERE id = $1', [id]))
      .run_key;
  const write = async (id: number) => (await writer()).run(await runKey(id));

  afterEach(async () => {
    await app.database.query("UPDATE job_run SET status = 'FAILED' WHERE job = 'export-file'");
    await app.database.query('DELETE FROM berkas_unduhan');
  });

  it('is asked for, written, and fetched by whom it belongs to and nobody else', async () => {
    const { status, body } = await order('it');
    expect([status, body.status, body.name]).toEqual([202, 'QUEUED', 'panggilan-bank.csv']);
    const early = await (await app.as('it')).get<{ code: string }>(`/exports/${String(body.id)}/file`);
    expect([early.status, early.body.code]).toEqual([409, 'export.not_ready']);
    await write(body.id);
    const ready = (await file('it', body.id)).body;
    expect(ready).toMatchObject({ status: 'SUCCESS', rows: ROWS, expected: ROWS });
    const fetched = await (await app.as('it')).get(`/exports/${String(body.id)}/file`);
    expect(fetched.headers.get('content-disposition')).toBe('attachment; filename="panggilan-bank.csv"');
    expect(fetched.headers.get('content-length')).toBe(String(ready.size_bytes));
    // to the last byte what would have been sent at once
    expect(fetched.text).toBe((await (await app.as('it')).get('/bank-calls/export?format=csv')).text);
    expect((await (await app.as('it')).get<FileBody[]>('/exports')).body.map(({ id }) => id)).toEqual([
      body.id,
    ]);
    const other = await app.as('it2');
    expect((await other.get('/exports')).body).toEqual([]);
    for (const answer of [
      await other.get<{ code: string }>(`/exports/${String(body.id)}`),
      await other.get<{ code: string }>(`/exports/${String(body.id)}/file`),
      await other.post<{ code: string }>(`/exports/${String(body.id)}/retry`, {}),
      await other.delete<{ code: string }>(`/exports/${String(body.id)}`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'export.not_found']);
    expect(
      (await (await app.as('it')).post<{ code: string }>(`/exports/${String(body.id)}/retry`, {})).body.code,
    ).toBe('export.state_conflict');
    expect((await (await app.as('it')).delete(`/exports/${String(body.id)}`)).status).toBe(204);
    expect((await file('it', body.id)).body.code).toBe('export.not_found');
  });

  it('is refused at once to whoever may not have it, and where there is no such file or filter', async () => {
    expect((await order('kasir')).status).toBe(403);
    expect((await app.anyone.post('/exports', { address: ADDRESS })).status).toBe(401);
    const filter = await order('it', '/api/v1/bank-calls/export?format=csv&state=open');
    expect([filter.status, filter.body.code]).toEqual([400, 'request.invalid']);
    expect((await order('it', '/api/v1/nothing/export')).status).toBe(404);
    for (const address of [
      '/api/v1/users',
      'http://127.0.0.1/api/v1/users/export',
      '/api/v1/../export',
      '/export',
    ])
      expect([address, (await order('it', address)).status]).toEqual([address, 400]);
    expect((await (await app.as('it')).get('/exports')).body).toEqual([]);
  });

  it('of one person three wait at a time, however many are asked for at once; others are not held up', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => order('it')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    expect(new Set(answers.filter(({ status }) => status !== 202).map(({ body }) => body.code))).toEqual(
      new Set(['export.too_many']),
    );
    expect((await order('it2')).status).toBe(202);
  });

  it('is judged by what the person may do when it is written, says why it was given up, and begins again', async () => {
    const { id } = (await order('it')).body;
    await app.database.query("UPDATE pengguna SET active = false WHERE username = 'it'");
    await write(id);
    await app.database.query("UPDATE pengguna SET active = true WHERE username = 'it'");
    const failed = (await file('it', id)).body;
    expect([failed.status, failed.failure?.code]).toEqual(['FAILED', 'auth.session_ended']);
    expect((await (await app.as('it')).post(`/exports/${String(id)}/retry`, {})).status).toBe(202);
    await write(id);
    expect((await file('it', id)).body).toMatchObject({ status: 'SUCCESS', rows: ROWS });
  });

  it('begins anew when the process that wrote it died, and is given up when that happens again and again', async () => {
    const { JobRuns } = await import('../../src/platform/jobs');
    const runs = app.get(JobRuns);
    const once = (await order('it')).body.id;
    await runs.begin('export-file', await runKey(once), new Date());
    await write(once);
    expect((await file('it', once)).body.status).toBe('SUCCESS');
    const often = (await order('it')).body.id;
    for (let death = 0; death < 5; death += 1)
      await runs.begin('export-file', await runKey(often), new Date());
    await write(often);
    const failed = (await file('it', often)).body;
    expect([failed.status, failed.failure?.code]).toEqual(['FAILED', 'service.unavailable']);
  });

  it('that was given up can be begun anew for a day, and is then gone as well', async () => {
    const { id } = (await order('it')).body;
    const { JobRuns } = await import('../../src/platform/jobs');
    await app.get(JobRuns).fail('export-file', await runKey(id), 'export.too_large', app.clock.date());
    await (await writer()).clear();
    expect((await file('it', id)).body.failure?.code).toBe('export.too_large');
    await app.database.query("UPDATE job_run SET finished_at = '2000-01-01' WHERE period = $1", [
      await runKey(id),
    ]);
    await (await writer()).clear();
    expect((await file('it', id)).body.code).toBe('export.not_found');
  });

  it('is nobody else’s to read while it is written', async () => {
    const { ExportDoor } = await import('../../src/modules/outward/reporting/export-files/export-door');
    const door = app.get(ExportDoor);
    const serve = door.serve.bind(door);
    const modes: number[] = [];
    const watched = jest.spyOn(door, 'serve').mockImplementation(async (address, caller, target) => {
      const served = await serve(address, caller, target);
      if (target !== null) modes.push((await stat(target.path)).mode & 0o777);
      return served;
    });
    await write((await order('it')).body.id);
    watched.mockRestore();
    expect(modes).toEqual([0o600]);
  });

  it('goes when its time is over, and so does what was removed while it waited', async () => {
    const { id } = (await order('it')).body;
    await write(id);
    const { file_key: key } = await app.database.one<{ file_key: string }>(
      'SELECT file_key FROM berkas_unduhan WHERE id = $1',
      [id],
    );
    const { FileStore } = await import('../../src/platform/files');
    const stored = () => app.get(FileStore).open({ key, sha256: Buffer.alloc(32), sizeBytes: 0 });
    await app.database.query("UPDATE berkas_unduhan SET expires_at = '2000-01-01' WHERE id = $1", [id]);
    expect((await (await app.as('it')).get(`/exports/${String(id)}/file`)).status).toBe(404);
    await (await writer()).clear();
    expect(await stored()).toBeNull();
    const waiting = (await order('it')).body.id;
    const its = await runKey(waiting);
    await (await app.as('it')).delete(`/exports/${String(waiting)}`);
    await (await writer()).run(its);
    expect((await (await app.as('it')).get('/exports')).body).toEqual([]);
  });
});
