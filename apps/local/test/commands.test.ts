import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { TestDatabase } from '../../api/test/support';
import { someOf } from '../../api/test/support/long-run';

const ROOT = resolve(__dirname, '../../..');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** `npm run <command>` in an environment of its own; with nobody to read what it prints when `unread`. */
function run(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  unread = false,
): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  if (unread) child.stdout.destroy();
  else child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return new Promise((ended) => {
    child.once('close', (code) => {
      ended({ code, output, complaints });
    });
  });
}

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tirtapay commands '));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('npm run bank', () => {
  /** An API that refuses, and tells what it was asked. */
  async function withBiller(work: (port: string, asked: readonly string[]) => Promise<void>): Promise<void> {
    const asked: string[] = [];
    const biller = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{}');
    });
    await new Promise<void>((listening) => biller.listen(0, '127.0.0.1', listening));
    await work(String((biller.address() as AddressInfo).port), asked);
    await new Promise((closed) => biller.close(closed));
  }

  it('calls the instance whose PORT it is given, also where that has no pages of the bank', async () => {
    await withBiller(async (port, asked) => {
      const environment = { PORT: port, TIRTAPAY_HOME: home, BANK_SIMULATOR_PORT: 'off' };
      const { output, complaints } = await run(['bank', 'inquire', '010203000046'], environment);
      expect(complaints).toBe('');
      expect(output).toContain(`Bank Sandbox → http://127.0.0.1:${port} sebagai`);
      expect(asked).toEqual(['/api/v1/payment/verify']);
    });
  });

  it('goes on to its end when nobody reads it, without a stack', async () => {
    await withBiller(async (port, asked) => {
      const environment = { PORT: port, TIRTAPAY_HOME: home };
      const read = await run(['bank', 'inquire', '010203000046'], environment);
      const unread = await run(['bank', 'inquire', '010203000046'], environment, true);
      expect(unread).toEqual({ code: read.code, output: '', complaints: '' });
      expect(asked).toHaveLength(2);
    });
  });
});

describe('npm run archive', () => {
  it('takes old months of the call log out of the database into files whose chain can be followed', async () => {
    const database = await TestDatabase.create();
    const folder = join(home, 'archive');
    const environment = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      TIRTAPAY_HOME: home,
      RETENTION_CALL_LOG_MONTHS: '3',
    };
    // A database that had its months in time: the first part ended long ago.
    const calls = (from: string) =>
      `INSERT INTO payment_transaction (bank_id, received_at, method, request_target, request_id, request_timestamp, http_status, latency_us, response_body)
       SELECT (SELECT id FROM bank_integration), '${from}'::timestamptz + n * interval '1 hour', 'POST', '/', 'r' || n, '', 200, n, 'baris' || chr(10) || n
       FROM generate_series(1, 700) n`;
    await database.query(
      `WITH collector AS (INSERT INTO penerima (kind, series, name, account, admin_fee) VALUES ('BANK', 'SATU', 'Bank Satu', '1130', 0) RETURNING id)
       INSERT INTO bank_integration (id, code, name, environment, qris_admin_fee, allowed_cidrs, rate_limit_per_second, channels)
       SELECT id, 'SATU', 'Bank Satu', 'LIVE', 0, '{127.0.0.0/8}', 10, '{TELLER}' FROM collector`,
    );
    await database.query('ALTER TABLE payment_transaction DETACH PARTITION call_log.before');
    await database.query(
      "ALTER TABLE payment_transaction ATTACH PARTITION call_log.before FOR VALUES FROM (MINVALUE) TO ('2020-02-01 00:00:00+00')",
    );
    for (const from of ['2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z']) await database.query(calls(from));
    await database.query("SELECT make_call_months('2020-02-15T00:00:00Z')");
    await database.query('SELECT make_call_months(now())');
    await database.query(calls(new Date(Date.now() - 700 * 3_600_000).toISOString()));
    const [{ kept } = { kept: 0 }] = await database.query<{ kept: number }>(
      "SELECT count(*)::int AS kept FROM payment_transaction WHERE received_at > '2021-01-01'",
    );

    const first = await run(['archive'], environment);
    const names = ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05'].map(
      (month) => `payment_transaction-${month}.jsonl.gz`,
    );
    expect([first.code, first.complaints, first.output.trim().split('\n')]).toEqual([
      0,
      '',
      names.map((name) => `archived ${join(folder, name)}`),
    ]);
    expect(
      await database.query(
        "SELECT count(*)::int AS left, min(received_at) > '2021-01-01' AS recent FROM payment_transaction",
      ),
    ).toEqual([{ left: kept, recent: true }]);

    const whole = await run(['archive', 'verify'], environment);
    expect([whole.code, whole.output.split('\n').slice(-2)[0]]).toEqual([0, 'all 5 archives are whole']);
    expect(whole.output).toContain(
      'ok   payment_transaction-2020-01.jsonl.gz: 700 calls, unbroken; to be kept until 2030-12-31',
    );
    // A wrong clock stamps calls into months that have left: the files of these stay what they are.
    await database.query(calls('2020-02-05T00:00:00Z'));
    await database.query('SELECT make_call_months(now())');
    const late = await run(['archive'], environment);
    expect([late.code, late.complaints, late.output.trim().split('\n')]).toEqual([
      0,
      '',
      ['2020-02-2', '2020-03-2'].map(
        (month) => `archived ${join(folder, `payment_transaction-${month}.jsonl.gz`)}`,
      ),
    ]);
    const again = await run(['archive', 'verify'], environment);
    expect([again.code, again.output.split('\n').slice(-2)[0]]).toEqual([0, 'all 7 archives are whole']);
    const second = join(folder, names[1] ?? '');
    const text = gunzipSync(readFileSync(second)).toString();
    expect(text.trim().split('\n')).toHaveLength(695);
    writeFileSync(second, gzipSync(text.replace('"http_status": 200', '"http_status": 500')));
    rmSync(join(folder, names[0] ?? ''));
    const broken = await run(['archive', 'verify'], environment);
    expect(broken.code).toBe(1);
    expect(broken.output).toMatch(/^BAD {2}payment_transaction-2020-01.*MISSING/m);
    expect(broken.output).toMatch(/^BAD {2}payment_transaction-2020-02.*ALTERED/m);
    expect(broken.output).toContain('2 of 7 archives are not');
    await database.drop();
  });
});

describe('a command nobody reads', () => {
  it.each(someOf(['invariants', 'doctor', 'migrate'], 3))(
    'npm run %s does its work and ends as it would have',
    async (name) => {
      const database = await TestDatabase.create();
      const environment = {
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        TIRTAPAY_HOME: home,
      };
      const read = await run([name], environment);
      expect(read.output).not.toBe('');
      expect(await run([name], environment, true)).toEqual({ code: read.code, output: '', complaints: '' });
      await database.drop();
    },
  );
});

it('npm run export writes every table as it stood, without what lets somebody in', async () => {
  const database = await TestDatabase.create();
  const environment = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    TIRTAPAY_HOME: home,
  };
  const folder = join(home, 'everything');
  expect((await run(['export'], environment)).complaints).toContain('npm run export -- <folder>');
  const written = await run(['export', folder], environment);
  expect([written.code, written.complaints]).toEqual([0, '']);
  const accounts = await database.query('SELECT FROM akun');
  expect(written.output).toMatch(new RegExp(`^ +${String(accounts.length)} {2}akun.csv$`, 'm'));
  expect(readFileSync(join(folder, 'akun.csv'), 'utf8')).toContain('3900,Saldo awal');
  expect(readFileSync(join(folder, 'pengguna.csv'), 'utf8').split('\n')[0]).not.toContain('password_hash');
  expect((await run(['export', folder], environment)).complaints).toContain('is not empty');
  await database.drop();
});
