import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { testApp, type HttpCaller } from '../support';

/*
 * Two super administrators, bills issued, one password forgotten: the other one asks, whoever holds the server is the
 * second person, and neither sees the whole code.
 */

const ROOT = resolve(__dirname, '../../../..');
const KEYS = {
  JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ environment: KEYS });
let one: HttpCaller;

interface User {
  id: number;
  username: string;
  version: number;
}

async function console_(username: string): Promise<{ code: number; output: string }> {
  const command = promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'user', 'code', '--username', username],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...KEYS,
        DATABASE_URL: app.database.appUrl,
        DATABASE_OWNER_URL: app.database.ownerUrl,
      },
    },
  );
  try {
    return { code: 0, output: (await command).stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, output: stderr };
  }
}

const user = async (username: string): Promise<User> => {
  const page = await one.get<{ data: User[] }>(`/users?q=${username}&page_size=100`);
  const found = page.body.data.find((candidate) => candidate.username === username);
  if (found === undefined) throw new Error(`no user ${username}`);
  return found;
};

async function ask(username: string, change: object = { reset_password: true }): Promise<number> {
  const { id, version } = await user(username);
  const asked = await one.post<{ approval_id: number }>(`/users/${String(id)}/requests`, {
    version,
    reason: 'lupa kata sandi',
    ...change,
  });
  if (asked.status !== 202) throw new Error(asked.text);
  return asked.body.approval_id;
}

const withdraw = (approval: number) => one.post(`/approvals/${String(approval)}/withdrawal`);
const half = (caller: HttpCaller, approval: number) =>
  caller.post<{ half: number; code: string }>(`/users/code-halves/${String(approval)}`);

beforeAll(async () => {
  one = await app.as('super');
  await app.make.issuedBill({ customer: await app.make.customer(), period: '2025-12', usage: 10 });
});

it('the console alone helps nobody, and not with more than a password', async () => {
  const refused = await console_('super2');
  expect([refused.code, refused.output]).toEqual([
    1,
    expect.stringContaining('somebody inside must ask first'),
  ]);
  const more = await ask('super2', { reset_password: true, role: 'MANAJER' });
  expect((await console_('super2')).output).toContain('somebody inside must ask first');
  await withdraw(more);
  expect((await console_('nobody')).output).toContain('no active user');
});

it('refuses while somebody inside can decide', async () => {
  const asked = await ask('manajer');
  const refused = await console_('manajer');
  expect([refused.code, refused.output]).toEqual([
    1,
    expect.stringContaining('somebody inside can decide this request'),
  ]);
  await withdraw(asked);
});

it('gives back the account by two halves, with a trail', async () => {
  const two = await app.as('super2');
  const asked = await ask('super2');
  const printed = await console_('super2');
  expect(printed.code).toBe(0);
  const second = /^ {2}super2 +([0-9A-Z]{5}-[0-9A-Z]{5})$/m.exec(printed.output)?.[1] ?? '';
  expect(second).not.toBe('');
  expect((await two.get('/users')).status).toBe(401);

  const detail = await one.get<{ status: string; decided_by: null; decision_note: string }>(
    `/approvals/${String(asked)}`,
  );
  expect(detail.body).toMatchObject({
    status: 'APPROVED',
    decided_by: null,
    decision_note: 'Konsol server',
  });
  expect((await half(await app.as('it'), asked)).status).toBe(403);
  const first = await half(one, asked);
  expect(first.body.half).toBe(1);
  expect((await half(one, asked)).status).toBe(404);

  const redeem = (code: string) =>
    app.anyone.post('/auth/codes/redemption', { code, password: 'perahu-layar-angin-timur' });
  expect((await redeem(second)).status).not.toBe(204);
  expect((await redeem(first.body.code + second)).status).toBe(204);
  const logIn = await app.anyone.post('/auth/login', {
    username: 'super2',
    password: 'perahu-layar-angin-timur',
  });
  expect(logIn.status).toBe(200);

  const trail = await app.database.query<{ action: string; actor_kind: string }>(
    `SELECT action, actor_kind FROM log_aktivitas
     WHERE action IN ('approval.approved', 'security.code_half_shown', 'security.code_redeemed') ORDER BY id`,
  );
  expect(trail.map(({ action, actor_kind }) => `${action} ${actor_kind}`)).toEqual([
    'approval.approved CONSOLE',
    'security.code_half_shown CONSOLE',
    'security.code_half_shown USER',
    'security.code_redeemed USER',
  ]);
  expect((await console_('super2')).code).toBe(1);
});
