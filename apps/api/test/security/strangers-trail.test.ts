import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { eventually, testApp } from '../support';

/* Whoever has one line of IPv6 has 2^64 addresses; whoever has a keyboard has any letter. Neither costs us more for it. */

const app = testApp({ jobs: false, environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8' } });

beforeEach(() => app.database.query('DELETE FROM rate_limit'));

const from = (ip: string) => app.anyone.with({ 'x-forwarded-for': ip });
const rows = async (action: string) =>
  (
    await app.database.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM log_aktivitas WHERE action = $1',
      [action],
    )
  ).count;

/** Forged tokens from these addresses, a few at a time. */
async function forge(addresses: readonly string[]): Promise<void> {
  for (let at = 0; at < addresses.length; at += 10)
    await Promise.all(
      addresses.slice(at, at + 10).map(async (address) => {
        const caller = from(address).with({ authorization: 'Bearer forged' });
        expect((await caller.get('/auth/me')).status).toBe(401);
      }),
    );
}

const numbered = (count: number, address: (text: string) => string) =>
  Array.from({ length: count }, (_, index) => address((index + 1).toString(16)));

it('a line of addresses fills the trail no faster than an address, nor a network of lines without end', async () => {
  await forge(numbered(30, (host) => `2001:db8:1:2::${host}`));
  expect(await rows('security.token_rejected')).toBe(20);
  await forge(numbered(120, (line) => `2001:db8:2:${line}::1`));
  expect(await rows('security.token_rejected')).toBe(120);
});

it('nor by what the doors of the banks refuse', async () => {
  const log = app.get(BankCallLog);
  for (const address of numbered(100, (line) => `2001:db8:7:${line}::1`))
    log.refused(address, 'auth.ip_denied');
  log.refused('2001:db8:8:1::1', 'auth.ip_denied');
  const counts = await eventually(
    () =>
      app.database.query<{ count: number }>(
        "SELECT (after->>'count')::int AS count FROM log_aktivitas WHERE action = 'security.bank_refused'",
      ),
    ({ length }) => length >= 4,
  );
  expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual([1, 1, 10, 100]);
});

it('letters that grow when they are compared are counted like any others', async () => {
  const grown = 'ﷺ'.repeat(64);
  const answer = await from('203.0.113.9').post<{ code: string }>('/auth/login', {
    username: grown,
    password: 'bukan-sandinya-ini',
  });
  expect([answer.status, answer.body.code]).toEqual([401, 'auth.invalid_credentials']);
});
