import { testApp, type HttpCaller, type TestBank } from '../support';

/* A limit of every route: whoever asks too often is told so, whatever was asked. */

const app = testApp({
  jobs: false,
  environment: {
    TRUSTED_PROXY_CIDRS: '127.0.0.0/8',
    ADDRESS_CALLS_PER_MINUTE: '120',
    STAFF_CALLS_PER_MINUTE: '60',
  },
});
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank();
});
// A minute lasts as long as the calls of a test do.
beforeAll(() => {
  app.clock.stop();
});
beforeEach(() => {
  app.clock.set(new Date(Math.ceil((app.clock.now() + 1) / 60_000) * 60_000).toISOString());
});

async function statuses(count: number, ask: (index: number) => Promise<{ status: number }>) {
  const answers: number[] = [];
  for (let index = 0; index < count; index += 1) answers.push((await ask(index)).status);
  return answers;
}
const from = (ip: string, caller: HttpCaller = app.anyone) => caller.with({ 'x-forwarded-for': ip });
const only = (answers: readonly number[]) => [...new Set(answers)];

it('stops a signed-in person on all routes together, on whatever machines, and nobody else', async () => {
  const admin = await app.as('admin');
  const routes = ['/customers', '/bills', '/auth/me', '/regions'];
  const ask = (index: number) =>
    from(`203.0.113.${String(index % 50)}`, admin).get(routes[index % routes.length] ?? '');
  expect(only(await statuses(60, ask))).toEqual([200]);
  const refused = await from('198.51.100.9', admin).get<{ code: string; type: string }>('/customers');
  expect([refused.status, refused.body.code]).toEqual([429, 'request.rate_limited']);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await (await app.as('super')).get('/customers')).status).toBe(200);
  app.clock.advance(wait * 1_000);
  expect((await admin.get('/customers')).status).toBe(200);
});

it('stops an address before its forged tokens are looked at, and leaves its neighbours alone', async () => {
  const forged = app.anyone.with({ authorization: 'Bearer a.b.c' });
  expect(only(await statuses(120, () => from('203.0.113.5', forged).get('/auth/me')))).toEqual([401]);
  expect((await from('203.0.113.5', forged).get('/auth/me')).status).toBe(429);
  expect((await from('203.0.113.6', forged).get('/auth/me')).status).toBe(401);
});

it('counts what needs no log-in by address, one IPv6 line as one', async () => {
  const ask = (index: number) => from(`2001:db8:1:2::${String(index + 1)}`).get('/public/info');
  const first = await statuses(121, ask);
  expect(first.slice(0, 120)).not.toContain(429);
  expect(first.at(-1)).toBe(429);
  expect((await from('2001:db8:1:3::1').get('/public/info')).status).not.toBe(429);
});

it('does not count the signed calls of banks: they have a budget at their own door', async () => {
  const client = bank.client();
  const answers = await statuses(130, () => {
    // Within one minute, and within what a bank may ask each second.
    app.clock.advance(200);
    return client.send('GET', '/api/v1/payment/status?bank_reference=NONE');
  });
  expect(only(answers)).toEqual([404]);
});
