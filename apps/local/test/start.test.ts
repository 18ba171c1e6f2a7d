import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { eventually, TestDatabase } from '../../api/test/support';
import { Launched, place, type Place } from './launched';

const launched: Launched[] = [];
const places: Place[] = [];

function launch(at: Place, change: Readonly<Record<string, string>> = {}): Launched {
  const one = new Launched({ ...at.environment, ...change });
  launched.push(one);
  return one;
}

async function somewhere(more: Readonly<Record<string, string>> = {}): Promise<Place> {
  const at = await place(more);
  places.push(at);
  return at;
}

afterAll(async () => {
  for (const one of launched) one.kill('SIGTERM');
  await Promise.all(launched.map((one) => one.exit));
  for (const at of places) rmSync(dirname(at.home), { recursive: true, force: true });
});

async function status(url: string): Promise<number> {
  return (await fetch(url)).status;
}

/** Processes that work in a folder: a database server lives in its data directory. */
function livingIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}

/* A start takes seconds: what one instance can show is asked of one, and each step stands on the one before. */
describe('npm start', () => {
  let first: Place;
  let second: Place;
  let one: Launched;
  let two: Launched;

  it('serves API, pages and bank; a second instance runs beside it', async () => {
    [first, second] = [await somewhere(), await somewhere()];
    one = await launch(first).ready();
    two = await launch(second).ready();
    expect(await status(`${first.url}/health/ready`)).toBe(200);
    expect(await status(`${second.url}/health/live`)).toBe(200);
    expect(await status(`http://127.0.0.1:${first.environment.BANK_SIMULATOR_PORT ?? ''}/`)).toBe(200);
    const page = await fetch(`${first.url}/`);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await (await fetch(`${first.url}/admin/customers`)).text()).toContain('<html');
    expect(await status(`${first.url}/api/v1/nothing`)).toBe(404);
    expect(await status(`${first.url}/assets/nothing.js`)).toBe(404);
    expect(await status(`${first.url}//`)).toBe(404);
    expect(statSync(join(first.home, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('refuses a second start on the same home', async () => {
    const refused = launch(await somewhere(), { TIRTAPAY_HOME: first.home });
    expect((await refused.exit).code).toBe(1);
    expect(refused.output).toMatch(/^tirtapay: TirtaPay already runs on .* \(process \d+\)/m);
  });

  it('recovers after kill -9, and stops without a trace, also by Ctrl C', async () => {
    one.kill('SIGKILL');
    await one.exit;
    const before = readFileSync(join(first.home, 'secrets.json'), 'utf8');
    const again = await launch(first).ready();
    expect(await status(`${first.url}/health/ready`)).toBe(200);
    expect(readFileSync(join(first.home, 'secrets.json'), 'utf8')).toBe(before);
    again.kill('SIGTERM');
    two.kill('SIGINT');
    expect([await again.exit, await two.exit]).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ]);
    expect([...livingIn(first.home), ...livingIn(second.home)]).toEqual([]);
  });

  it('can be stopped while it starts', async () => {
    const at = await somewhere();
    const one = launch(at);
    await eventually(
      () => existsSync(join(at.home, 'postgres')),
      (isThere) => isThere,
    );
    one.kill('SIGTERM');
    expect((await one.exit).code).toBe(0);
    expect(livingIn(at.home)).toEqual([]);
  });
});

describe('npm start says why not, in one line', () => {
  async function refusal(change: Readonly<Record<string, string>>): Promise<string> {
    const at = await somewhere();
    const one = launch(at, change);
    expect((await one.exit).code).toBe(1);
    expect(livingIn(at.home)).toEqual([]);
    return one.output.trim();
  }

  it('a port in use', async () => {
    const busy = createServer();
    await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
    const address = busy.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    expect(await refusal({ PORT: port })).toBe(`tirtapay: port ${port} is in use: set PORT to another one`);
    expect(await refusal({ BANK_SIMULATOR_PORT: port })).toBe(
      `tirtapay: port ${port} is in use: set BANK_SIMULATOR_PORT to another one`,
    );
    await new Promise((closed) => busy.close(closed));
  });

  it('a home that cannot be written', async () => {
    const at = await somewhere();
    const file = join(dirname(at.home), 'a file');
    writeFileSync(file, '');
    expect(await refusal({ TIRTAPAY_HOME: join(file, 'home') })).toMatch(
      /^tirtapay: the home .* cannot be written \(ENOTDIR\): set TIRTAPAY_HOME to a folder of yours$/,
    );
    expect(await refusal({ TIRTAPAY_HOME: '/proc/tirtapay/home' })).toMatch(
      /^tirtapay: the home \/proc\/tirtapay\/home /,
    );
  });

  it('a database that is not there, does not exist, or lets nobody in', async () => {
    const database = await TestDatabase.create();
    const missing = new URL(database.appUrl);
    missing.pathname = '/no_such_database';
    const stranger = new URL(database.appUrl);
    stranger.password = 'wrong';
    expect(await refusal({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' })).toBe(
      'tirtapay: DATABASE_URL: the database does not answer at 127.0.0.1:1/x',
    );
    expect(await refusal({ DATABASE_URL: missing.href })).toBe(
      `tirtapay: DATABASE_URL: the database no_such_database does not exist at ${missing.host}`,
    );
    expect(await refusal({ DATABASE_URL: stranger.href })).toMatch(/refuses the user tirtapay_app$/);
    await database.drop();
  });

  it('a configuration that is wrong, everything at once', async () => {
    const output = await refusal({
      PORT: 'abc',
      TIRTAPAY_ZONE: 'Mars/Olympus',
      BANK_SIMULATOR_PORT: '99999',
    });
    expect(output.split('\n')).toEqual([
      'tirtapay: configuration refused:',
      expect.stringContaining('TIRTAPAY_ZONE'),
      expect.stringContaining('PORT must be a whole number'),
      expect.stringContaining('BANK_SIMULATOR_PORT'),
    ]);
  });

  it('production: weak secrets and what is left of a demonstration, everything at once', async () => {
    const database = await TestDatabase.create();
    await database.query("INSERT INTO app_setting (key, value) VALUES ('demo_data', '{}')");
    const output = await refusal({
      NODE_ENV: 'production',
      TIRTAPAY_DEMO: '1',
      DATABASE_URL: database.appUrl,
      JWT_KEYS: 'k1:c2hvcnQ=',
    });
    for (const problem of [
      'JWT_KEYS k1 is weak',
      'DATA_KEYS is not set',
      'DATABASE_OWNER_URL is not set',
      'PUBLIC_URL must be an https',
      'TIRTAPAY_DEMO is on',
      'the database holds demonstration data',
      'the user admin has the demonstration password',
    ])
      expect(output).toContain(problem);
    await database.drop();
  });
});
