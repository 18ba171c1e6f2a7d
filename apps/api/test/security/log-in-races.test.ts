import { eventually, STAFF_PASSWORD, testApp } from '../support';

/* A password is compared for a tenth of a second. What happens to its person meanwhile holds as if it came before. */

const app = testApp({ jobs: false });

interface Answered {
  readonly code?: string;
}

const logIn = (username: string) =>
  app.anyone.post<Answered>('/auth/login', { username, password: STAFF_PASSWORD });

const liveSessions = async (username: string) =>
  (
    await app.database.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM user_session s JOIN pengguna u ON u.id = s.user_id
       WHERE u.username = $1 AND s.revoked_at IS NULL`,
      [username],
    )
  ).count;

/** Counted against accounts, of all of them. */
const attempts = async () =>
  (
    await app.database.one<{ count: number }>(
      "SELECT coalesce(sum(points), 0)::int AS count FROM rate_limit WHERE key LIKE 'login-account-1:%'",
    )
  ).count;

const waiting = () =>
  app.database.query(
    `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND a.datname = current_database()`,
  );

/** What `change` does stands before the call does anything, and after the call has read what it goes by. */
async function meanwhile<T>(change: readonly string[], username: string, call: () => Promise<T>): Promise<T> {
  const { asked } = await app.database.transaction(async (client) => {
    for (const sql of change) await client.query(sql, [username]);
    const begun = call();
    await eventually(waiting, ({ length }) => length > 0);
    // In an object: whoever awaited it here would wait for the commit that it waits for.
    return { asked: begun };
  });
  return asked;
}

const RESET = [
  "UPDATE pengguna SET password_hash = 'reset', version = version + 1 WHERE username = $1",
  `UPDATE user_session SET revoked_at = now(), revoked_reason = 'password_changed'
   WHERE user_id = (SELECT id FROM pengguna WHERE username = $1) AND revoked_at IS NULL`,
];
const TWO_STEP = [
  'UPDATE pengguna SET version = version + 1 WHERE username = $1',
  `INSERT INTO two_step (user_id, created_at, confirmed_at, secret_enc)
   SELECT id, now(), now(), 'v1:1:of an app' FROM pengguna WHERE username = $1`,
];
const DISABLED = ['UPDATE pengguna SET active = false, version = version + 1 WHERE username = $1'];

it.each([
  ['a reset password', 'petugas', RESET, 401, 'auth.invalid_credentials', 1],
  ['a disabled person', 'kasir', DISABLED, 401, 'auth.invalid_credentials', 1],
  // The password was right: no failure.
  ['a second step', 'kasir2', TWO_STEP, 401, 'auth.two_step_code_needed', 0],
] as const)('no session opens behind %s', async (_, username, change, status, code, failures) => {
  const before = await attempts();
  const answer = await meanwhile(change, username, () => logIn(username));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await liveSessions(username)).toBe(0);
  expect((await attempts()) - before).toBe(failures);
});

it('the old password does not become a new one behind a reset', async () => {
  const thief = await app.as('admin');
  const reset = "UPDATE pengguna SET password_hash = 'reset', version = version + 1 WHERE username = $1";
  const answer = await meanwhile([reset], 'admin', () =>
    thief.post<Answered>('/auth/password', {
      current_password: STAFF_PASSWORD,
      new_password: 'kuda-hijau-lompat-pagar',
    }),
  );
  expect(answer.status).toBe(400);
  expect(await app.database.one("SELECT password_hash FROM pengguna WHERE username = 'admin'")).toEqual({
    password_hash: 'reset',
  });
});

it('nobody agrees at the place of another behind a reset password', async () => {
  await app.database.query("UPDATE pengguna SET active = true WHERE username = 'kasir'");
  await app.database.query('UPDATE two_step SET confirmed_at = NULL');
  const cashier = await app.as('kasir');
  const handOver = () =>
    cashier.post<Answered>('/counter/shifts/1/hand-over', {
      counted: [],
      successor: { username: 'kasir2', password: STAFF_PASSWORD },
    });
  // There is no such shift: the person was believed.
  expect((await handOver()).body.code).toBe('counter.shift_not_found');
  const answer = await meanwhile(RESET, 'kasir2', handOver);
  expect([answer.status, answer.body.code]).toEqual([403, 'auth.second_person_refused']);
});
