import { SignJWT, UnsecuredJWT } from 'jose';
import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { ForgetSessions } from '../../src/modules/ground/identity/forget-sessions';
import { STAFF_PASSWORD, testApp, type Answer, type HttpCaller } from '../support';

const KEY = randomBytes(32);
const app = testApp({ environment: { JWT_KEYS: `k1:${KEY.toString('base64')}` } });

interface Signed {
  access_token: string;
  token_type: string;
  expires_in: number;
  user: { id: number; username: string; role: string; permissions: string[]; must_change_password: boolean };
}
interface ProblemBody {
  code: string;
  request_id: string;
  errors?: { pointer: string; code: string }[];
}
interface SessionRow {
  id: string;
  current: boolean;
  user_agent: string | null;
}
interface UserRow {
  id: number;
  username: string;
  role: string;
  active: boolean;
  version: number;
}

const GOOD_PASSWORD = 'kuda-hijau-lompat-pagar';
const COOKIE = 'tirtapay_refresh';

const logIn = (username: string, password: string = STAFF_PASSWORD) =>
  app.anyone.post<Signed & ProblemBody>('/auth/login', { username, password });

function refresh(cookie: string, headers: Record<string, string> = { origin: app.url }) {
  return app.anyone.post<Signed & ProblemBody>('/auth/refresh', undefined, {
    headers: { cookie: `${COOKIE}=${cookie}`, ...headers },
  });
}

const as = (token: string) => app.anyone.with({ authorization: `Bearer ${token}` });
const me = (token: string) => as(token).get<{ username: string } & ProblemBody>('/auth/me');

async function events(action: string): Promise<number> {
  const { count } = await app.database.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM log_aktivitas WHERE action = $1',
    [action],
  );
  return count;
}

let sequence = 0;
/** Asked for by one super administrator, agreed to by another. @returns the whole one-time code, a half from each */
async function agree(path: string, body: object): Promise<string> {
  const [maker, checker] = [await app.as('super'), await app.as('super2')];
  const asked = await maker.post<{ approval_id: number }>(path, { ...body, reason: 'untuk pekerjaannya' });
  expect(asked.status).toBe(202);
  const id = String(asked.body.approval_id);
  const decided = await checker.post(`/approvals/${id}/decision`, { decision: 'APPROVE' });
  expect(decided.status).toBe(200);
  const half = async (caller: HttpCaller) =>
    (await caller.post<{ code: string }>(`/users/code-halves/${id}`)).body.code;
  return `${await half(maker)}-${await half(checker)}`;
}

const redeem = (code: string, password: string) =>
  app.anyone.post<ProblemBody>('/auth/codes/redemption', { code, password });

/** A fresh member of staff with a password of their own choice. */
async function newUser(role = 'ADMIN_PDAM'): Promise<UserRow & { password: string }> {
  const admin = await app.as('super');
  const username = `orang.${String((sequence += 1))}`;
  const code = await agree('/users/requests', { username, name: 'Orang Baru', role });
  expect((await redeem(code, GOOD_PASSWORD)).status).toBe(204);
  const list = await admin.get<{ data: UserRow[] }>(`/users?q=${username}`);
  const row = list.body.data.find((user) => user.username === username);
  return { ...(row as UserRow), password: GOOD_PASSWORD };
}

async function clearLimits(): Promise<void> {
  await app.database.query('DELETE FROM rate_limit');
}
beforeEach(clearLimits);

describe('log-in', () => {
  it('answers with a bearer token, the person and a cookie no script can read', async () => {
    const answer = await logIn('admin');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      user: { username: 'admin', role: 'ADMIN_PDAM', must_change_password: false },
    });
    expect(answer.body.user.permissions).toContain('customer.write');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^tirtapay_refresh=[A-Za-z0-9_-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await me(answer.body.access_token)).body.username).toBe('admin');
  });

  it('is remembered with the person, in the trail and in the list of users', async () => {
    const before = app.clock.now() - 1000;
    const { body } = await logIn('petugas');
    const entry = await app.database.one<{ actor_kind: string; actor_id: number }>(
      "SELECT actor_kind, actor_id FROM log_aktivitas WHERE action = 'security.logged_in' ORDER BY id DESC LIMIT 1",
    );
    expect(entry).toEqual({ actor_kind: 'USER', actor_id: body.user.id });
    const admin = await app.as('super');
    const row = await admin.get<{ last_login_at: string | null }>(`/users/${String(body.user.id)}`);
    expect(Date.parse(row.body.last_login_at ?? '')).toBeGreaterThan(before);
  });

  it('S08: an unknown name, a wrong password and a disabled user are told the very same', async () => {
    const disabled = await newUser();
    await app.database.query('UPDATE pengguna SET active = false WHERE id = $1', [disabled.id]);
    const answers = [
      await logIn('admin', 'bukan-sandinya-ini'),
      await logIn('tidak.ada', 'bukan-sandinya-ini'),
      await logIn(disabled.username, disabled.password),
    ];
    const shown = answers.map(({ status, body }) => ({ status, body: { ...body, request_id: '' } }));
    expect(shown[0]).toMatchObject({ status: 401, body: { code: 'auth.invalid_credentials' } });
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  });

  it('S09: takes 64 and 128 characters and any script whole, refuses 129 and a megabyte', async () => {
    const user = await newUser();
    const admin = await app.as('super');
    for (const password of [
      'Pasir putih di pantai Nirwana; '.repeat(5).slice(0, 128),
      '水道料金支払い済み🐠🐟ÄÖ',
    ]) {
      const row = await admin.get<UserRow>(`/users/${String(user.id)}`);
      const code = await agree(`/users/${String(user.id)}/requests`, {
        version: row.body.version,
        reset_password: true,
      });
      expect((await redeem(code, password)).status).toBe(204);
      expect((await logIn(user.username, password)).status).toBe(200);
      expect((await logIn(user.username, password.slice(0, -1))).status).toBe(401);
    }
    expect((await logIn('admin', 'x'.repeat(129))).status).toBe(400);
    expect([400, 413]).toContain((await logIn('admin', 'x'.repeat(1_100_000))).status);
    expect((await logIn('admin', 'nul\u0000byte di tengah')).status).toBe(400);
    expect((await logIn('ad\u0000min', 'bukan-sandinya-ini')).status).toBe(400);
  });

  it('S18: refuses members nobody asked for', async () => {
    const answer = await app.anyone.post<ProblemBody>('/auth/login', {
      username: 'admin',
      password: STAFF_PASSWORD,
      role: 'ADMIN_SUPER',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', errors: [{ pointer: '/role', code: 'unknown_property' }] },
    });
  });

  it('S14: gives a new session id each time and keeps five sessions, the oldest giving way', async () => {
    const user = await newUser();
    await app.database.query('UPDATE user_session SET revoked_at = now() WHERE user_id = $1', [user.id]);
    const tokens: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      tokens.push((await logIn(user.username, user.password)).body.access_token);
      app.clock.advance(1_000);
    }
    expect((await me(tokens[0] ?? '')).body.code).toBe('auth.session_ended');
    const sessions = await as(tokens[5] ?? '').get<SessionRow[]>('/auth/sessions');
    expect(sessions.body).toHaveLength(5);
    expect(new Set(sessions.body.map((session) => session.id)).size).toBe(5);
    expect(sessions.body.filter((session) => session.current)).toHaveLength(1);
  });

  it('keeps five sessions also when five more log-ins arrive at once', async () => {
    const user = await newUser();
    const answers = await Promise.all(Array.from({ length: 5 }, () => logIn(user.username, user.password)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const { count } = await app.database.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM user_session WHERE user_id = $1 AND revoked_at IS NULL',
      [user.id],
    );
    expect(count).toBe(5);
  });
});

describe('S07: guessing', () => {
  it('one name: five free tries, then 429 with Retry-After, also for the right password, and it lets go', async () => {
    const answers: Answer<ProblemBody>[] = [];
    for (let i = 0; i < 6; i += 1) answers.push(await logIn('manajer', `tebakan nomor ${String(i)}`));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    const blocked = await logIn('manajer');
    expect(blocked.body.code).toBe('auth.too_many_attempts');
    const wait = Number(blocked.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(30);
    expect((await logIn('admin')).status).toBe(200);
    // the first block is over; the wider window still counts what was tried
    await app.database.query("DELETE FROM rate_limit WHERE key LIKE 'login-account-1:%'");
    for (let i = 0; i < 5; i += 1) await logIn('manajer', `tebakan lain ${String(i)}`);
    await app.database.query("DELETE FROM rate_limit WHERE key LIKE 'login-account-1:%'");
    const longer = Number((await logIn('manajer')).headers.get('retry-after'));
    expect(longer).toBeGreaterThan(30);
    expect(longer).toBeLessThanOrEqual(300);
  });

  it('parallel guesses are counted before any password is looked at', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => logIn('it', `serentak nomor ${String(i)}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('one password on many names stops at the address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 40; i += 1)
      statuses.push((await logIn(`nama${String(i)}`, 'Musim hujan 2026')).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
    expect(statuses.slice(30)).toEqual(Array.from({ length: 10 }, () => 429));
    expect(await events('security.login_blocked')).toBeGreaterThan(0);
  });

  it('a stranger who exhausts a name does not lock its owner out of a place the owner has used', async () => {
    const owner = await newUser();
    await logIn(owner.username, owner.password);
    await app.database.query('UPDATE user_session SET ip = $2 WHERE user_id = $1', [owner.id, '10.9.8.7']);
    for (let i = 0; i < 8; i += 1) await logIn(owner.username, `orang asing ${String(i)}`);
    expect((await logIn(owner.username, owner.password)).status).toBe(429);
    await app.database.query('UPDATE user_session SET ip = $2 WHERE user_id = $1', [owner.id, '127.0.0.1']);
    expect((await logIn(owner.username, owner.password)).status).toBe(200);
  });

  it('leaves a trace that does not hold what was typed', async () => {
    await logIn('SandiSayaTerketikDiSini', 'salah ketik saja');
    const rows = await app.database.query<{ row: string }>(
      "SELECT l::text AS row FROM log_aktivitas l WHERE action LIKE 'security.%'",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => /sandisaya|salah ketik/i.test(row))).toEqual([]);
  });
});

describe('access tokens', () => {
  const sign = async (change: {
    alg?: string;
    typ?: string;
    iss?: string;
    aud?: string;
    kid?: string;
    exp?: number | null;
    nbf?: number;
    key?: Uint8Array;
  }) => {
    const now = Math.floor(app.clock.now() / 1000);
    const { sub, sid } = await subject();
    const jwt = new SignJWT({ sid })
      .setProtectedHeader({
        alg: change.alg ?? 'HS256',
        typ: change.typ ?? 'at+jwt',
        kid: change.kid ?? 'k1',
      })
      .setSubject(sub)
      .setIssuer(change.iss ?? 'tirtapay')
      .setAudience(change.aud ?? 'tirtapay-api')
      .setIssuedAt(now);
    if (change.exp !== null) jwt.setExpirationTime(change.exp ?? now + 60);
    if (change.nbf !== undefined) jwt.setNotBefore(change.nbf);
    return jwt.sign(change.key ?? KEY);
  };
  const subject = async () => {
    const { token } = await app.logIn('admin');
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
      sid: string;
    };
    return payload;
  };

  it('takes the one it issued and nothing that differs in key, algorithm, kind, issuer, audience or time', async () => {
    const now = Math.floor(app.clock.now() / 1000);
    expect((await me(await sign({}))).status).toBe(200);
    const forged = [
      await sign({ key: randomBytes(32) }),
      await sign({ alg: 'HS384' }),
      await sign({ alg: 'HS512' }),
      await sign({ typ: 'JWT' }),
      await sign({ iss: 'orang-lain' }),
      await sign({ aud: 'lain' }),
      await sign({ kid: 'k2' }),
      await sign({ exp: null }),
      await sign({ exp: now - 1 }),
      await sign({ nbf: now + 600 }),
    ];
    for (const token of forged) {
      const answer = await me(token);
      expect([answer.status, answer.body.code]).toEqual([401, 'auth.unauthenticated']);
    }
  });

  it('S01, S02: no algorithm, no signature, or HMAC with a public key is worth nothing and is put on record', async () => {
    const before = await events('security.token_rejected');
    const { sub, sid } = await subject();
    const unsigned = new UnsecuredJWT({ sid })
      .setSubject(sub)
      .setIssuer('tirtapay')
      .setAudience('tirtapay-api')
      .setExpirationTime('1h')
      .encode();
    const good = await sign({});
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    const attacks = [
      unsigned,
      unsigned.replace(
        /^[^.]+/,
        Buffer.from('{"alg":"None","typ":"at+jwt","kid":"k1"}').toString('base64url'),
      ),
      good.replace(/[^.]+$/, ''),
      await sign({ key: createSecretKey(Buffer.from(pem)).export() }),
      'a.b.c',
      'satu-kata',
    ];
    for (const token of attacks) expect((await me(token)).status).toBe(401);
    expect(await events('security.token_rejected')).toBeGreaterThan(before);
  });

  it('S04: a refresh token is no access token', async () => {
    const { cookies } = await app.logIn('admin');
    expect((await me(cookies.get(COOKIE) ?? '')).status).toBe(401);
  });

  it('ends with its session within one request: log-out, ended elsewhere, expiry of the session', async () => {
    const first = await app.logIn('petugas');
    const second = await app.logIn('petugas');
    const sessions = await as(second.token).get<SessionRow[]>('/auth/sessions');
    const own = sessions.body.find((session) => session.current);
    const other = sessions.body.find((session) => !session.current);
    expect((await as(second.token).delete(`/auth/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await me(first.token)).body.code).toBe('auth.session_ended');
    expect((await as(second.token).post('/auth/logout')).status).toBe(204);
    expect((await me(second.token)).body.code).toBe('auth.session_ended');
    expect((await refresh(second.cookies.get(COOKIE) ?? '')).status).toBe(401);
    const stranger = await app.as('admin');
    expect((await stranger.delete(`/auth/sessions/${own?.id ?? ''}`)).status).toBe(404);
    expect((await stranger.delete('/auth/sessions/bukan-uuid')).status).toBe(404);
  });
});

it('who manages users sees where somebody is signed in and signs them out there; nobody else does', async () => {
  const { token } = await app.logIn('petugas');
  const supervisor = await app.as('super');
  const { id } = (await as(token).get<{ id: number }>('/auth/me')).body;
  const path = `/users/${String(id)}/sessions`;
  const there = (await as(token).get<SessionRow[]>('/auth/sessions')).body.find(({ current }) => current)?.id;
  const listed = (await supervisor.get<SessionRow[]>(path)).body.find((session) => session.id === there);
  expect(listed?.current).toBe(false);
  const one = `${path}/${there ?? ''}`;
  const kasir = await app.as('kasir');
  expect([(await kasir.get(path)).status, (await kasir.delete(one)).status]).toEqual([403, 403]);
  // of another person there is no such session
  const own = (await supervisor.get<{ id: number }>('/auth/me')).body.id;
  expect((await supervisor.delete(`/users/${String(own)}/sessions/${there ?? ''}`)).status).toBe(404);
  expect((await supervisor.delete(one)).status).toBe(204);
  expect((await as(token).get<ProblemBody>('/auth/me')).body.code).toBe('auth.session_ended');
  expect((await supervisor.delete(one)).status).toBe(404);
  const nobody = await supervisor.get<ProblemBody>('/users/999999999/sessions');
  expect([nobody.status, nobody.body.code]).toEqual([404, 'user.not_found']);
});

describe('S05: refresh', () => {
  it('rotates; the used token after the grace ends the whole family', async () => {
    const { cookies, token } = await app.logIn('manajer');
    const old = cookies.get(COOKIE) ?? '';
    const next = await refresh(old);
    expect(next.status).toBe(200);
    const successor = next.cookies.get(COOKIE) ?? '';
    expect(successor).not.toBe(old);
    expect((await me(next.body.access_token)).status).toBe(200);
    app.clock.advance(11_000);
    const reused = await refresh(old);
    expect([reused.status, reused.body.code]).toEqual([401, 'auth.session_ended']);
    expect((await refresh(successor)).status).toBe(401);
    expect((await me(next.body.access_token)).status).toBe(401);
    expect((await me(token)).status).toBe(401);
    expect(await events('security.refresh_reused')).toBe(1);
  });

  it('ten refreshes of one browser at the same moment get one successor, which then works', async () => {
    const { cookies } = await app.logIn('manajer');
    const old = cookies.get(COOKIE) ?? '';
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(old)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const successors = new Set(answers.map((answer) => answer.cookies.get(COOKIE)));
    expect(successors.size).toBe(1);
    const [successor = ''] = successors;
    expect((await refresh(successor)).status).toBe(200);
  });

  it('a token two steps back is stolen even within the grace', async () => {
    const { cookies } = await app.logIn('manajer');
    const first = cookies.get(COOKIE) ?? '';
    const second = (await refresh(first)).cookies.get(COOKIE) ?? '';
    await refresh(second);
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
  });

  it('S13: only our own page may ask, and says so in Origin', async () => {
    const { cookies } = await app.logIn('manajer');
    const token = cookies.get(COOKIE) ?? '';
    for (const headers of [{}, { origin: 'https://jahat.example' }, { origin: 'null' }] as Record<
      string,
      string
    >[]) {
      const answer = await refresh(token, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'auth.origin_denied']);
    }
    expect(await events('security.origin_denied')).toBeGreaterThan(0);
    expect((await refresh(token)).status).toBe(200);
    expect((await app.anyone.post('/auth/refresh', undefined, { headers: { origin: app.url } })).status).toBe(
      401,
    );
    expect((await refresh('x'.repeat(43))).status).toBe(401);
    expect((await refresh('../../x')).status).toBe(401);
  });

  it('an idle day or a week of age ends the session', async () => {
    const idle = await app.logIn('it2');
    app.clock.advance(25 * 3_600_000);
    expect((await refresh(idle.cookies.get(COOKIE) ?? '')).status).toBe(401);
    const old = await app.logIn('it2');
    let cookie = old.cookies.get(COOKIE) ?? '';
    for (let day = 0; day < 8; day += 1) {
      app.clock.advance(23 * 3_600_000);
      const answer = await refresh(cookie);
      if (answer.status !== 200) {
        expect(day).toBe(7);
        return;
      }
      cookie = answer.cookies.get(COOKIE) ?? '';
    }
    throw new Error('a session older than a week went on');
  });

  it('is forgotten with its tokens two months after it was over, and not before', async () => {
    await app.database.query(
      `WITH s AS (
         INSERT INTO user_session (id, user_id, created_at, last_seen_at, expires_at, user_agent)
         SELECT gen_random_uuid(), (SELECT id FROM pengguna WHERE username = 'manajer'), $1, $1,
           $1::timestamptz - make_interval(days => age), 'over for ' || age FROM unnest('{59,61}'::int[]) AS age RETURNING id),
       n AS (INSERT INTO refresh_token (session_id, token_hash, created_at)
         SELECT id, sha256(id::text::bytea), $1 FROM s RETURNING id, session_id)
       INSERT INTO refresh_token (session_id, token_hash, created_at, used_at, successor_id)
       SELECT session_id, sha256(('first' || session_id)::bytea), $1, $1, id FROM n`,
      [app.clock.date()],
    );
    const live = await app.logIn('manajer');
    await app.get(ForgetSessions).forgetOld();
    const kept = await app.database.query(
      `SELECT user_agent, (SELECT count(*)::int FROM refresh_token t WHERE t.session_id = s.id) AS tokens
       FROM user_session s WHERE user_agent LIKE 'over for %'`,
    );
    expect(kept).toEqual([{ user_agent: 'over for 59', tokens: 2 }]);
    expect((await me(live.token)).status).toBe(200);
  });
});

describe('S06: passwords and users', () => {
  it('a new password ends every session; the page goes on with the cookie of the answer', async () => {
    const user = await newUser();
    const here = await app.logIn(user.username, user.password);
    const elsewhere = await app.logIn(user.username, user.password);
    const changed = await as(here.token).post('/auth/password', {
      current_password: user.password,
      new_password: 'gunung-tinggi-awan-biru',
    });
    expect(changed.status).toBe(204);
    expect((await me(here.token)).status).toBe(401);
    expect((await me(elsewhere.token)).status).toBe(401);
    expect((await refresh(elsewhere.cookies.get(COOKIE) ?? '')).status).toBe(401);
    const goesOn = await refresh(changed.cookies.get(COOKIE) ?? '');
    expect(goesOn.status).toBe(200);
    expect((await me(goesOn.body.access_token)).body.username).toBe(user.username);
    expect((await logIn(user.username, user.password)).status).toBe(401);
  });

  it('S10: refuses weak passwords with 422 and a wrong current one with its pointer', async () => {
    const user = await newUser();
    const caller = as((await logIn(user.username, user.password)).body.access_token);
    const change = (current_password: string, new_password: string) =>
      caller.post<ProblemBody>('/auth/password', { current_password, new_password });
    for (const weak of ['pdam2026', 'tirtapay-pdam-2026', 'aaaaaaaaaaaaaa'])
      expect(await change(user.password, weak)).toMatchObject({
        status: 422,
        body: { code: 'user.password_weak', errors: [{ pointer: '/new_password' }] },
      });
    expect(await change('bukan yang sekarang', 'gunung-tinggi-awan-biru')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', errors: [{ pointer: '/current_password', code: 'wrong' }] },
    });
    expect((await change(user.password, user.password)).body.errors?.[0]?.code).toBe('unchanged');
  });

  it('a temporary password opens nothing but its own change', async () => {
    const admin = await app.as('super');
    await admin.post('/users', {
      username: 'baru.sekali',
      name: 'Baru Sekali',
      role: 'PETUGAS_METER',
      password: 'sementara-9x-ganti-segera',
    });
    const first = await logIn('baru.sekali', 'sementara-9x-ganti-segera');
    expect(first.body.user.must_change_password).toBe(true);
    const caller = as(first.body.access_token);
    expect((await caller.get<ProblemBody>('/customers')).body.code).toBe('auth.password_change_required');
    expect((await caller.get('/auth/me')).status).toBe(200);
  });

  it.each([
    ['another role', { role: 'MANAJER' }],
    ['disabling', { active: false }],
    ['a reset password', { reset_password: true }],
  ])('%s ends the sessions of the user at once', async (_, change) => {
    const user = await newUser();
    const { token } = await app.logIn(user.username, user.password);
    await agree(`/users/${String(user.id)}/requests`, { version: user.version, ...change });
    expect((await me(token)).body.code).toBe('auth.session_ended');
  });

  it('manages users: unique names, versions, the last administrator, and never a hash in an answer', async () => {
    const admin = await app.as('super');
    const body = { username: 'admin', name: 'Kembar', role: 'PETUGAS_METER', password: GOOD_PASSWORD };
    expect((await admin.post<ProblemBody>('/users', body)).body.code).toBe('user.duplicate');
    expect((await admin.post<ProblemBody>('/users', { ...body, username: 'Huruf Besar' })).status).toBe(400);
    expect((await admin.post<ProblemBody>('/users', { ...body, email: 'bukan surel' })).status).toBe(400);
    await app.database.query("UPDATE pengguna SET active = false WHERE username = 'super2'");
    const list = await admin.get<{ data: UserRow[]; meta: { total: number } }>(
      '/users?role=ADMIN_SUPER&active=true',
    );
    expect(list.body.data.map(({ username }) => username)).toEqual(['super']);
    expect(JSON.stringify(list.body)).not.toContain('argon2');
    const last = list.body.data[0];
    const path = `/users/${String(last?.id)}`;
    expect((await admin.patch<ProblemBody>(path, { version: last?.version, active: false })).body.code).toBe(
      'user.last_admin',
    );
    await app.database.query("UPDATE pengguna SET active = true WHERE username = 'super2'");
    expect((await admin.patch<ProblemBody>(path, { version: 999, name: 'X' })).body.code).toBe(
      'version.conflict',
    );
    expect((await admin.get<ProblemBody>('/users/999999')).body.code).toBe('user.not_found');
    expect((await admin.get<ProblemBody>('/users/0x1')).body.code).toBe('user.not_found');
  });

  it('tells the slower of two who changed the user, and not who has logged in since', async () => {
    const user = await newUser('PETUGAS_METER');
    const path = `/users/${String(user.id)}`;
    const faster = await (await app.as('super')).patch(path, { version: user.version, name: 'Nama Baru' });
    await app.logIn(user.username, user.password);
    const slower = await (await app.as('super2')).patch(path, { version: user.version, name: 'Nama Lain' });
    const { name } = await app.database.one<{ name: string }>(
      "SELECT name FROM pengguna WHERE username = 'super'",
    );
    expect([faster.status, slower.body]).toEqual([
      200,
      expect.objectContaining({ code: 'version.conflict', changed_by: name, changed: ['name'] }),
    ]);
  });

  it('two administrators who demote each other at the same moment leave one', async () => {
    const a = await newUser('ADMIN_SUPER');
    const b = await newUser('ADMIN_SUPER');
    await app.database.query("UPDATE pengguna SET role = 'MANAJER' WHERE username IN ('super', 'super2')");
    const [byA, byB] = await Promise.all(
      [a, b].map(async (user) => as((await app.logIn(user.username, user.password)).token)),
    );
    const answers = await Promise.all([
      byA?.patch(`/users/${String(b.id)}`, { version: b.version, active: false }),
      byB?.patch(`/users/${String(a.id)}`, { version: a.version, active: false }),
    ]);
    await app.database.query(
      "UPDATE pengguna SET role = 'ADMIN_SUPER' WHERE username IN ('super', 'super2')",
    );
    expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(1);
  });
});

describe('S15: who may do what', () => {
  it.each([
    ['admin', '/users', 403],
    ['petugas', '/approvals', 403],
    ['petugas', '/customers/export', 403],
    ['petugas', '/activity-log', 403],
    ['admin', '/activity-log', 403],
    ['it', '/customers', 403],
    ['manajer', '/customers', 200],
    ['petugas', '/dashboard', 200],
    ['it', '/activity-log', 200],
    ['super', '/users', 200],
  ] as const)('%s GET %s → %i', async (who, path, status) => {
    expect((await (await app.as(who)).get(path)).status).toBe(status);
  });

  it('nobody gets in without a token, and garbage in the header is no token', async () => {
    for (const headers of [{}, { authorization: 'Basic YTpi' }, { authorization: 'Bearer' }] as Record<
      string,
      string
    >[])
      expect(await app.anyone.with(headers).get('/customers')).toMatchObject({
        status: 401,
        body: { code: 'auth.unauthenticated' },
      });
  });
});
