import { codeAt, stepAt } from '../../src/modules/ground/identity/two-step/totp';
import { STAFF_PASSWORD, testApp, type HttpCaller, type StaffName } from '../support';
import { keyOfAuthenticator } from '../support/authenticator';

/*
 * Signing in in two steps where it is required: nothing works before it is set up, each code works once, a phone that is
 * lost is let go by two people.
 */

const app = testApp({ environment: { TIRTAPAY_TWO_STEP: 'required' } });

interface Answered {
  code: string;
  access_token: string;
  user: { must_set_up_two_step: boolean };
  errors?: { pointer: string }[];
}
interface State {
  on: boolean;
  required: boolean;
  recovery_codes_left: number;
}

/** What the phone of each person knows. */
const phones = new Map<StaffName, Buffer>();
const recovery = new Map<StaffName, readonly string[]>();

/** What the phone shows; a moment later than any code before. */
function shown(person: StaffName): string {
  app.clock.advance(31_000);
  return codeAt(phones.get(person) ?? Buffer.alloc(20), stepAt(app.clock.now()));
}

const logIn = (username: StaffName, code?: string, password: string = STAFF_PASSWORD) =>
  app.anyone.post<Answered>('/auth/login', { username, password, ...(code !== undefined && { code }) });

async function callerOf(username: StaffName, code?: string): Promise<HttpCaller> {
  const { status, text, body } = await logIn(username, code);
  if (status !== 200) throw new Error(text);
  return app.anyone.with({ authorization: `Bearer ${body.access_token}` });
}

async function setUp(person: StaffName, caller: HttpCaller, proof: object = {}): Promise<void> {
  const begun = await caller.post<{ secret: string; uri: string }>('/auth/two-step', {
    password: STAFF_PASSWORD,
    ...proof,
  });
  expect([begun.status, new URL(begun.body.uri).searchParams.get('secret')]).toEqual([
    200,
    begun.body.secret,
  ]);
  phones.set(person, keyOfAuthenticator(begun.body.secret));
  const confirmed = await caller.post<{ recovery_codes: string[] }>('/auth/two-step/confirmation', {
    code: shown(person),
  });
  expect(confirmed.status).toBe(200);
  expect(new Set(confirmed.body.recovery_codes).size).toBe(10);
  recovery.set(person, confirmed.body.recovery_codes);
}

const clearLimits = () => app.database.query('DELETE FROM rate_limit');
const actions = async (action: string) =>
  (await app.database.query('SELECT FROM log_aktivitas WHERE action = $1', [action])).length;

it('a password alone opens nothing but the own account, until the second step is set up', async () => {
  const first = await logIn('super');
  expect([first.status, first.body.user.must_set_up_two_step]).toEqual([200, true]);
  const caller = app.anyone.with({ authorization: `Bearer ${first.body.access_token}` });
  const elsewhere = await callerOf('super');
  for (const path of ['/users', '/settings', '/customers', '/approvals'])
    expect((await caller.get<Answered>(path)).body.code).toBe('auth.two_step_required');
  expect((await caller.get<State>('/auth/two-step')).body).toMatchObject({ on: false, required: true });

  const wrong = await caller.post<Answered>('/auth/two-step', { password: 'bukan-kata-sandi' });
  expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, '/password']);
  await setUp('super', caller);
  expect((await caller.get('/users')).status).toBe(200);
  expect((await elsewhere.get<Answered>('/auth/me')).body.code).toBe('auth.session_ended');
  const kept = await app.database.query<{ secret_enc: string }>(
    'SELECT secret_enc FROM two_step WHERE confirmed_at IS NOT NULL AND ended_at IS NULL',
  );
  expect(kept.map(({ secret_enc: sealed }) => sealed.slice(0, 5))).toEqual(['v1:1:']);
});

it('it is asked for after the password, works once, and a wrong password says nothing of it', async () => {
  expect((await logIn('super')).body.code).toBe('auth.two_step_code_needed');
  expect((await logIn('super', undefined, 'bukan-kata-sandi')).body.code).toBe('auth.invalid_credentials');
  const code = shown('super');
  expect((await logIn('super', code, 'bukan-kata-sandi')).body.code).toBe('auth.invalid_credentials');
  const both = await Promise.all([logIn('super', code), logIn('super', code)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await logIn('super', code)).body.code).toBe('auth.two_step_code_wrong');
  const { body } = await logIn('super', ` ${shown('super')} `.replace(/(\d{3})(?=\d)/, '$1 '));
  expect(body.user.must_set_up_two_step).toBe(false);
});

it('guesses are few, also when the password alone is sent between them', async () => {
  await clearLimits();
  const right = shown('super');
  const answers: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    await logIn('super');
    answers.push((await logIn('super', right === '000000' ? '111111' : '000000')).body.code);
  }
  expect(answers.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'auth.two_step_code_wrong'));
  expect(answers.slice(5)).toEqual(['auth.too_many_attempts', 'auth.too_many_attempts']);
  expect((await logIn('super', right)).status).toBe(429);
  expect(await actions('security.two_step_refused')).toBeGreaterThan(3);
  await clearLimits();
});

it('a recovery code stands in once; new ones make the others void', async () => {
  const [one = '', two = ''] = recovery.get('super') ?? [];
  const caller = await callerOf('super', one.toLowerCase().replaceAll('-', ' '));
  expect((await logIn('super', one)).body.code).toBe('auth.two_step_code_wrong');
  expect((await caller.get<State>('/auth/two-step')).body.recovery_codes_left).toBe(9);
  expect(await actions('security.recovery_code_used')).toBe(1);
  const renewed = await caller.post<{ recovery_codes: string[] }>('/auth/two-step/recovery-codes', {
    password: STAFF_PASSWORD,
    code: shown('super'),
  });
  expect(renewed.body.recovery_codes).toHaveLength(10);
  expect((await logIn('super', two)).body.code).toBe('auth.two_step_code_wrong');
  expect((await logIn('super', renewed.body.recovery_codes[0])).status).toBe(200);
  const text = JSON.stringify(await app.database.query('SELECT * FROM recovery_code'));
  for (const code of renewed.body.recovery_codes) expect(text).not.toContain(code);
});

it('another phone takes a code of the one before; who must, cannot turn it off; who may, can', async () => {
  const caller = await callerOf('super', shown('super'));
  const without = await caller.post<Answered>('/auth/two-step', { password: STAFF_PASSWORD });
  expect([without.status, without.body.errors?.[0]?.pointer]).toEqual([400, '/code']);
  const before = phones.get('super') ?? Buffer.alloc(20);
  await setUp('super', caller, { code: shown('super') });
  app.clock.advance(31_000);
  expect((await logIn('super', codeAt(before, stepAt(app.clock.now())))).body.code).toBe(
    'auth.two_step_code_wrong',
  );
  const off = { password: STAFF_PASSWORD, code: shown('super') };
  expect((await caller.post<Answered>('/auth/two-step/off', off)).body.code).toBe('auth.two_step_demanded');

  const manager = await callerOf('manajer');
  expect((await manager.get('/approvals')).status).toBe(200);
  expect((await manager.post<Answered>('/auth/two-step/off', off)).body.code).toBe('auth.two_step_off');
  await setUp('manajer', manager);
  expect((await logIn('manajer')).body.code).toBe('auth.two_step_code_needed');
  expect(
    (await manager.post('/auth/two-step/off', { password: STAFF_PASSWORD, code: shown('manajer') })).status,
  ).toBe(204);
  expect((await logIn('manajer')).status).toBe(200);
});

it('a lost phone is let go by two people, with a trail, and set up anew', async () => {
  await clearLimits();
  const second = await callerOf('super2');
  await setUp('super2', second);
  const specialist = await callerOf('it');
  await setUp('it', specialist);
  const first = await callerOf('super', shown('super'));
  const [user] = (
    await first.get<{ data: { id: number; version: number; two_step: boolean }[] }>(
      '/users?q=it&role=ADMIN_IT&two_step=true',
    )
  ).body.data;
  if (user === undefined) throw new Error('not listed');
  const change = { version: user.version, reset_two_step: true };
  const alone = await first.patch<Answered>(`/users/${String(user.id)}`, change);
  expect(alone.body.code).toBe('user.needs_second_person');
  const asked = await first.post<{ approval_id: number }>(`/users/${String(user.id)}/requests`, {
    ...change,
    reason: 'ponselnya hilang',
  });
  const decide = (who: HttpCaller) =>
    who.post<Answered>(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect((await decide(first)).body.code).toBe('approval.same_person');
  expect((await decide(second)).status).toBe(200);
  expect((await specialist.get<Answered>('/auth/me')).body.code).toBe('auth.session_ended');
  expect(await actions('security.two_step_changed')).toBe(1);
  const again = await logIn('it');
  expect([again.status, again.body.user.must_set_up_two_step]).toEqual([200, true]);
  expect((await logIn('it', recovery.get('it')?.[0])).status).toBe(200);
  const open = await app.database.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM recovery_code WHERE user_id = $1 AND used_at IS NULL AND voided_at IS NULL',
    [user.id],
  );
  expect(open.count).toBe(0);
});

it('who becomes one of those who decide comes in anew: neither the password nor the phone of before opens it', async () => {
  await clearLimits();
  const reader = await callerOf('petugas');
  await setUp('petugas', reader);
  const [first, second] = [
    await callerOf('super', shown('super')),
    await callerOf('super2', shown('super2')),
  ];
  const [user] = (
    await first.get<{ data: { id: number; version: number }[] }>('/users?q=petugas&role=PETUGAS_METER')
  ).body.data;
  if (user === undefined) throw new Error('not listed');
  // Asked for as a promotion and nothing else.
  const asked = await first.post<{ approval_id: number }>(`/users/${String(user.id)}/requests`, {
    version: user.version,
    role: 'MANAJER',
    reason: 'naik jabatan mulai bulan ini',
  });
  const approval = `/approvals/${String(asked.body.approval_id)}`;
  const told = (await second.get<{ summary: string; payload: object }>(approval)).body;
  expect(told.summary).toMatch(
    /^Kata sandi baru dan lepas dua langkah .+ – Petugas pencatat meter → Manajer$/,
  );
  expect(told.payload).toMatchObject({ role: 'MANAJER', reset_password: true, reset_two_step: true });
  expect((await second.post(`${approval}/decision`, { decision: 'APPROVE' })).status).toBe(200);

  expect((await reader.get<Answered>('/auth/me')).body.code).toBe('auth.session_ended');
  expect((await logIn('petugas', shown('petugas'))).body.code).toBe('auth.invalid_credentials');
  const halves: string[] = [];
  for (const who of [first, second])
    halves.push((await who.post<Answered>(`/users/code-halves/${String(asked.body.approval_id)}`)).body.code);
  const own = 'kapal-pinisi-angin-barat';
  const redeemed = await app.anyone.post('/auth/codes/redemption', { code: halves.join('-'), password: own });
  expect(redeemed.status).toBe(204);
  // The phone of before is asked for no more.
  const entered = await app.anyone.post<{ user: { role: string } }>('/auth/login', {
    username: 'petugas',
    password: own,
  });
  expect([entered.status, entered.body.user.role]).toEqual([200, 'MANAJER']);
});

it('somebody who agrees at the counter of another shows the telephone too', async () => {
  await clearLimits();
  await setUp('kasir2', await callerOf('kasir2'));
  const cashier = await callerOf('kasir');
  const handOver = (code?: string) =>
    cashier.post<Answered>('/counter/shifts/1/hand-over', {
      counted: [],
      successor: { username: 'kasir2', password: STAFF_PASSWORD, ...(code !== undefined && { code }) },
    });
  expect((await handOver()).body.code).toBe('auth.second_person_code');
  expect((await handOver('000000')).body.code).toBe('auth.second_person_code');
  const code = shown('kasir2');
  // There is no such shift: the person was believed, and asked no further.
  expect((await handOver(code)).body.code).toBe('counter.shift_not_found');
  expect((await handOver(code)).body.code).toBe('auth.second_person_code');
});
