import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApp } from '../support';

/* One stranger with large bodies must cost us no more than one stranger with small ones. */

const app = testApp({ jobs: false, environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8' } });

beforeEach(() => app.database.query('DELETE FROM rate_limit'));

const from = (ip: string) => app.anyone.with({ 'x-forwarded-for': ip });
const keys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${String(index)}`, 1])));
const refusal = (answer: { status: number; body: unknown }) => {
  const { code, errors } = answer.body as { code: string; errors?: { pointer: string; code: string }[] };
  return [answer.status, code, errors?.[0]?.code, errors?.[0]?.pointer];
};

interface Operation {
  readonly operationId: string;
  readonly 'x-access'?: { readonly kind: string };
  readonly requestBody?: unknown;
}
const { paths } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };
const anonymous = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(
      ([, operation]) => operation['x-access']?.kind === 'PUBLIC' && operation.requestBody !== undefined,
    )
    .map(([method, { operationId }]) => [operationId, method.toUpperCase(), path] as const),
);

it('knows every body a stranger may send', () => {
  expect(anonymous.length).toBeGreaterThanOrEqual(4);
});

it.each(anonymous)(
  '%s takes no body beyond 200 keys, 5,000 values, 32 levels or 64 KiB',
  async (_, method, path) => {
    const caller = from('203.0.113.1');
    const send = (raw: string) => caller.call(method, path.replaceAll(/\{[^}]+\}/g, 'x'), undefined, { raw });
    expect(refusal(await send(keys(201)))).toEqual([400, 'request.invalid', 'too_many_keys', '/k200']);
    expect(refusal(await send(keys(4_000)))).toEqual([400, 'request.invalid', 'too_many_keys', '/k200']);
    expect(refusal(await send(`{"a":[${'1,'.repeat(6_000)}1]}`))).toEqual([
      400,
      'request.invalid',
      'too_many_values',
      '/a/4998',
    ]);
    expect(refusal(await send('{"a":'.repeat(5_000))).slice(0, 3)).toEqual([
      400,
      'request.invalid',
      'too_deep',
    ]);
    for (const large of [keys(80_000), `{"a":"${'x'.repeat(65_529)}"}`])
      expect(refusal(await send(large)).slice(0, 2)).toEqual([413, 'request.too_large']);
  },
);

it('stops reading the bodies of an address after six hundred a minute, whatever they hold', async () => {
  const statuses: number[] = [];
  const flood = async (raw: string) => {
    const { status, headers } = await from('203.0.113.3').post('/auth/login', undefined, { raw });
    statuses.push(status);
    return headers;
  };
  // A malformed look-up costs no question to the database; it counts like any other body.
  const lookUp = async () => {
    const raw = '{"customer_number":7}';
    statuses.push((await from('203.0.113.3').post('/public/inquiries', undefined, { raw })).status);
  };
  // Many at once: on a machine that is busy they would not fit into a minute one after the other.
  for (let round = 0; round < 15; round += 1)
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? flood('{"broken') : lookUp())),
    );
  expect(new Set(statuses)).toEqual(new Set([400]));
  const headers = await flood(keys(80_000));
  expect(statuses.at(-1)).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('203.0.113.4').post('/auth/login', undefined, { raw: '{"broken' })).status).toBe(400);
});

it('refuses a query of more than a hundred parameters on any route', async () => {
  const query = Array.from({ length: 101 }, (_, index) => `k${String(index)}=1`).join('&');
  const answer = await from('203.0.113.5').get(`/public/info?${query}`);
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'request.invalid']);
});

it('still takes a batch of five thousand readings from staff', async () => {
  const staff = await app.as('admin');
  const ids = Array.from({ length: 5_000 }, (_, index) => 1_000_000_000 + index);
  const answer = await staff.post('/meter-readings/verify-batch', {
    severities: ['OK'],
    ids,
    dry_run: true,
  });
  expect(answer.status).toBe(200);
});
