import { testApp, type HttpCaller } from '../support';

const app = testApp();

interface ProblemBody {
  code: string;
}
interface UserRow {
  id: number;
  username: string;
  role: string;
  active: boolean;
  version: number;
}
interface Half {
  username: string;
  half: number;
  code: string;
}

const PASSWORD = 'perahu-layar-angin-timur';
const REASON = 'pegawai baru bagian langganan';

let one: HttpCaller;
let two: HttpCaller;

beforeAll(async () => {
  [one, two] = [await app.as('super'), await app.as('super2')];
});
beforeEach(async () => {
  await app.database.query('DELETE FROM rate_limit');
});

const ask = (by: HttpCaller, path: string, body: object) =>
  by.post<ProblemBody & { approval_id: number }>(path, { reason: REASON, ...body });

const decide = (by: HttpCaller, id: number, decision = 'APPROVE') =>
  by.post<ProblemBody>(`/approvals/${String(id)}/decision`, { decision, note: 'sesuai' });

const half = (by: HttpCaller, id: number) => by.post<Half & ProblemBody>(`/users/code-halves/${String(id)}`);

const redeem = (code: string, more: object = {}) =>
  app.anyone.post<ProblemBody & { errors?: { pointer: string }[] }>('/auth/codes/redemption', {
    code,
    password: PASSWORD,
    ...more,
  });

async function user(username: string): Promise<UserRow> {
  const list = await one.get<{ data: UserRow[] }>(`/users?q=${username}`);
  const found = list.body.data.find((row) => row.username === username);
  if (found === undefined) throw new Error(`no user ${username}`);
  return found;
}

const count = async (username: string) =>
  (
    await app.database.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM pengguna WHERE username = $1',
      [username],
    )
  ).count;

describe('one super administrator cannot be both persons', () => {
  it.each(['ADMIN_SUPER', 'ADMIN_IT', 'MANAJER', 'ADMIN_PDAM'])('makes no %s alone', async (role) => {
    const answer = await one.post<ProblemBody>('/users', {
      username: `sendiri.${role.toLowerCase().replace('_', '.')}`,
      name: 'Diri Kedua',
      role,
      password: PASSWORD,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'user.needs_second_person']);
  });

  it.each([
    ['a new password', 'manajer', { password: PASSWORD }],
    ['another role', 'manajer', { role: 'ADMIN_SUPER' }],
    ['a step up from the field', 'petugas', { role: 'ADMIN_PDAM' }],
    ['another name', 'it', { name: 'Bukan Budi' }],
    ['a locked person let in again', 'it2', { active: true }],
  ] as const)('gives nobody %s alone', async (_, username, change) => {
    if ('active' in change)
      await app.database.query('UPDATE pengguna SET active = false WHERE username = $1', [username]);
    const before = await user(username);
    const answer = await one.patch<ProblemBody>(`/users/${String(before.id)}`, {
      version: before.version,
      ...change,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'user.needs_second_person']);
    expect(await user(username)).toEqual(before);
    await app.database.query('UPDATE pengguna SET active = true WHERE username = $1', [username]);
  });

  it('shuts anybody out alone, at once', async () => {
    const it2 = await user('it2');
    const answer = await one.patch<UserRow>(`/users/${String(it2.id)}`, {
      version: it2.version,
      active: false,
    });
    expect(answer.body.active).toBe(false);
  });

  it('still makes and resets a meter reader alone', async () => {
    const made = await one.post<UserRow>('/users', {
      username: 'pembaca.baru',
      name: 'Pembaca Baru',
      role: 'PETUGAS_METER',
      password: 'sementara-9x-ganti-segera',
    });
    expect(made.status).toBe(201);
    const reset = await one.patch(`/users/${String(made.body.id)}`, {
      version: made.body.version,
      password: PASSWORD,
    });
    expect(reset.status).toBe(200);
  });
});

describe('a second person and a code in two halves', () => {
  it('makes a manager: nobody but the manager knows the whole code', async () => {
    const asked = await ask(one, '/users/requests', {
      username: 'manajer.baru',
      name: 'Manajer Baru',
      role: 'MANAJER',
    });
    expect(asked.status).toBe(202);
    const id = asked.body.approval_id;
    expect(await count('manajer.baru')).toBe(0);
    expect((await decide(one, id)).body.code).toBe('approval.same_person');
    for (const other of ['manajer', 'it', 'admin'] as const)
      expect((await decide(await app.as(other), id)).body.code).toBe('approval.not_able');
    expect((await half(one, id)).body.code).toBe('user.code_gone');
    expect((await decide(two, id)).status).toBe(200);
    const [first, second] = [await half(one, id), await half(two, id)];
    expect(first.body).toMatchObject({ username: 'manajer.baru', half: 1 });
    expect(second.body).toMatchObject({ username: 'manajer.baru', half: 2 });
    // Shown once, and neither half alone opens anything.
    for (const caller of [one, two]) expect((await half(caller, id)).body.code).toBe('user.code_gone');
    for (const part of [first.body.code, second.body.code, `${second.body.code}-${first.body.code}`])
      expect((await redeem(part)).body.code).toBe('auth.code_invalid');
    const code = `${first.body.code} ${second.body.code}`.toLowerCase();
    expect((await app.anyone.post('/auth/codes/owner', { code })).body).toEqual({
      username: 'manajer.baru',
      name: 'Manajer Baru',
    });
    expect((await redeem(code, { password: 'manajer.baru' })).body.code).toBe('user.password_weak');
    expect((await redeem(code)).status).toBe(204);
    expect((await redeem(code)).body.code).toBe('auth.code_invalid');
    await app.logIn('manajer.baru', PASSWORD);
    const trail = await app.database.query(
      `SELECT l.action, u.username AS by FROM log_aktivitas l LEFT JOIN pengguna u ON u.id = l.actor_id
       WHERE l.entity_type = 'pengguna' AND l.entity_id = $1 ORDER BY l.id`,
      [(await user('manajer.baru')).id],
    );
    expect(trail).toMatchObject([
      { action: 'user.created', by: 'super2' },
      { action: 'security.code_issued', by: 'super2' },
      { action: 'security.code_redeemed', by: 'manajer.baru' },
      { action: 'security.logged_in', by: 'manajer.baru' },
    ]);
  });

  it('a new password: the old one and every session end, a newer code replaces an older one', async () => {
    const { token } = await app.logIn('manajer.baru', PASSWORD);
    const codes: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const person = await user('manajer.baru');
      const asked = await ask(one, `/users/${String(person.id)}/requests`, {
        version: person.version,
        reset_password: true,
      });
      expect((await decide(two, asked.body.approval_id)).status).toBe(200);
      const [first, second] = [
        await half(one, asked.body.approval_id),
        await half(two, asked.body.approval_id),
      ];
      codes.push(`${first.body.code}-${second.body.code}`);
    }
    expect((await app.anyone.with({ authorization: `Bearer ${token}` }).get('/auth/me')).status).toBe(401);
    await expect(app.logIn('manajer.baru', PASSWORD)).rejects.toThrow('401');
    expect((await redeem(codes[0] ?? '')).body.code).toBe('auth.code_invalid');
    expect((await redeem(codes[1] ?? '')).status).toBe(204);
    await app.logIn('manajer.baru', PASSWORD);
  });

  it('a code lives seven days', async () => {
    const person = await user('manajer.baru');
    const asked = await ask(one, `/users/${String(person.id)}/requests`, {
      version: person.version,
      reset_password: true,
    });
    await decide(two, asked.body.approval_id);
    const [first, second] = [
      await half(one, asked.body.approval_id),
      await half(two, asked.body.approval_id),
    ];
    app.clock.advance(7 * 24 * 3_600_000 + 1);
    app.forgetTokens();
    expect((await redeem(`${first.body.code}${second.body.code}`)).body.code).toBe('auth.code_invalid');
    [one, two] = [await app.as('super'), await app.as('super2')];
  });

  it('changes a role only as it was when it was asked for', async () => {
    const before = await user('admin2');
    const asked = await ask(one, `/users/${String(before.id)}/requests`, {
      version: before.version,
      role: 'MANAJER',
    });
    await app.database.query('UPDATE pengguna SET version = version + 1 WHERE id = $1', [before.id]);
    expect((await decide(two, asked.body.approval_id)).body.code).toBe('version.conflict');
    expect((await decide(two, asked.body.approval_id, 'REJECT')).status).toBe(200);
    expect((await user('admin2')).role).toBe('ADMIN_PDAM');
  });

  it('a name is given once', async () => {
    const body = { username: 'kembar', name: 'Kembar', role: 'ADMIN_IT' };
    const [a, b] = [await ask(one, '/users/requests', body), await ask(one, '/users/requests', body)];
    expect((await decide(two, a.body.approval_id)).status).toBe(200);
    expect((await decide(two, b.body.approval_id)).body.code).toBe('user.duplicate');
    expect((await ask(one, '/users/requests', body)).body.code).toBe('user.duplicate');
  });

  it('guesses are counted', async () => {
    await app.database.query('DELETE FROM rate_limit');
    const codes: string[] = [];
    for (let i = 0; i < 12; i += 1) codes.push((await redeem('AAAAA-BBBBB-CCCCC-DDDDD')).body.code);
    expect(codes[0]).toBe('auth.code_invalid');
    expect(codes.at(-1)).toBe('auth.too_many_attempts');
  });
});
