import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HttpCaller } from '../../api/test/support';
import { Launched, place } from './launched';

const ROOT = resolve(__dirname, '../../..');
const CODE = /^ {2}(\S+) +([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})$/gm;

const codesIn = (text: string): [string, string][] =>
  [...text.matchAll(CODE)].map(([, username = '', code = '']) => [username, code]);

it('an empty database: two codes, two people, a bank made by both', async () => {
  const at = await place({ BANK_SIMULATOR_PORT: 'off', TIRTAPAY_TWO_STEP: 'offered' });
  const running = await new Launched(at.environment).ready();
  const user = async (...rest: string[]) => {
    const environment = { PATH: process.env.PATH, HOME: process.env.HOME, ...at.environment };
    const command = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'user', ...rest], {
      cwd: ROOT,
      env: environment,
    });
    try {
      return { code: 0, output: (await command).stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, output: stderr };
    }
  };
  try {
    const first = codesIn(running.output);
    expect(first.map(([username]) => username)).toEqual(['super1', 'super2']);
    const renewed = await user('code', '--username', 'super2');
    expect(codesIn(renewed.output).map(([username]) => username)).toEqual(['super2']);
    const api = new HttpCaller(at.url);
    const redeem = (code: string, name?: string) =>
      api.post<{ code: string }>('/auth/codes/redemption', {
        code,
        password: 'perahu-layar-angin-timur',
        ...(name !== undefined && { name }),
      });
    const [one = '', lost = ''] = first.map(([, code]) => code);
    const two = codesIn(renewed.output)[0]?.[1] ?? '';
    expect((await redeem(lost, 'Siapa Saja')).body.code).toBe('auth.code_invalid');
    expect((await redeem(one)).status).toBe(400);
    expect((await redeem(one, 'Sitti Rahma')).status).toBe(204);
    expect((await redeem(two, 'Hasna Tuasamu')).status).toBe(204);
    const logIn = async (username: string) => {
      const { body } = await api.post<{ access_token: string; user: { name: string } }>('/auth/login', {
        username,
        password: 'perahu-layar-angin-timur',
      });
      return { caller: api.with({ authorization: `Bearer ${body.access_token}` }), name: body.user.name };
    };
    const [a, b] = [await logIn('super1'), await logIn('super2')];
    expect([a.name, b.name]).toEqual(['Sitti Rahma', 'Hasna Tuasamu']);
    const asked = await a.caller.post<{ approval_id: number }>('/banks/requests', {
      code: 'SULTRA',
      name: 'Bank Sultra',
      reason: 'kerja sama pertama',
    });
    const decided = await b.caller.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect(decided.status).toBe(200);
    expect((await a.caller.get<{ code: string }[]>('/banks')).body.map(({ code }) => code)).toEqual([
      'SULTRA',
    ]);
    const log = await a.caller.get<{ data: { action: string; actor: { kind: string } }[] }>(
      '/activity-log?page_size=100',
    );
    const made = log.body.data.filter(({ action }) => action === 'user.created');
    expect(made.map(({ actor }) => actor.kind)).toEqual(['CONSOLE', 'CONSOLE']);
    const third = await user('create', '--username', 'siti', '--name', 'Siti', '--role', 'MANAJER');
    expect(codesIn(third.output).map(([username]) => username)).toEqual(['siti']);
    expect(
      (await user('create', '--username', 'siti', '--name', 'Siti', '--role', 'MANAJER')).output,
    ).toContain('there is a user siti already');
    expect((await user('create', '--username', 'x')).code).toBe(1);
  } finally {
    running.kill('SIGTERM');
    await running.exit;
    rmSync(dirname(at.home), { recursive: true, force: true });
  }
});
