import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { testApp, type HttpCaller } from '../support';
import { someOf } from '../support/long-run';

/* Every route of the OpenAPI document is given what a careless or hostile person would send. */

const app = testApp();

interface Operation {
  readonly operationId: string;
  readonly 'x-access'?: { readonly kind: string };
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: unknown;
}

const document = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

/** Routes that end the caller's own session would take the test's tokens with them. */
const SKIPPED = new Set(['logOut', 'endSession', 'changePassword']);

let caller: HttpCaller;
let bank: NativeBankClient;

beforeAll(async () => {
  caller = await app.as('super');
  bank = (await app.make.bank({ code: 'SULTRA' })).client();
});

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const HOSTILE_BODIES: readonly (readonly [string, string | Buffer])[] = [
  ['an unknown property', '{"surprise":1,"id":5,"role":"ADMIN_SUPER","amount":1,"status":"PAID"}'],
  [
    'wrong types',
    '{"customer_number":{"$gt":""},"username":[],"name":{},"amount":"72500","period":7,"id":"x","reason":[1]}',
  ],
  ['a negative amount', '{"amount":-1,"usage_m3":-5,"current_stand":-1,"page_size":-1}'],
  ['a fraction', '{"amount":0.1,"usage_m3":1.5,"current_stand":2.5}'],
  ['a huge number', '{"amount":1e400,"usage_m3":9007199254740993,"current_stand":99999999999999999999}'],
  [
    'NUL and bidi',
    '{"name":"a\\u0000b","reason":"\\u202Eevil\\u202C long enough","customer_number":"0102\\u200b03000046","username":"\\u0000","password":"\\u0000"}',
  ],
  ['a lone surrogate', '{"name":"\\ud800","reason":"\\udfff\\udfff\\udfff\\udfff\\udfff\\udfff"}'],
  ['an array', '[]'],
  ['null', 'null'],
  ['a string', '"x"'],
  ['nothing', ''],
  ['broken JSON', '{"a":'],
  ['duplicate keys', '{"a":1,"a":2}'],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
];
/** Refused where a body is read, which all operations have in common. */
const LARGE_BODIES: typeof HOSTILE_BODIES = [
  ['10,000 levels', nested(10_000)],
  ['100,000 items', `{"ids":[${'1,'.repeat(99_999)}1],"bill_numbers":[${'"1",'.repeat(20_000)}"1"]}`],
];
const HOSTILE_IDS = [
  '0',
  '-1',
  '1e3',
  '0x10',
  '99999999999999999999',
  "1'--",
  '%00',
  '..%2f..',
  'NaN',
  'x'.repeat(150),
];
const HOSTILE_QUERIES = [
  'page_size=1000000000',
  'page=-1',
  'page=0x10',
  'sort=password_hash',
  'sort=id;DROP TABLE pembayaran',
  'unknown=1',
  'q=%00',
  `q=${'a'.repeat(5000)}`,
  'page=1&page=2',
  'sort=-',
  'q=%25_%25',
];

const SERVER_FAULT = 500;

function fill(path: string, value: string): string {
  return path.replaceAll(/\{[^}]+\}/g, value);
}

async function send(
  method: string,
  path: string,
  operation: Operation,
  raw?: string | Buffer,
): Promise<{ status: number; text: string; type: string }> {
  if (operation['x-access']?.kind === 'BANK') {
    const answer = await bank.send(method, path, raw === undefined ? undefined : Buffer.from(raw));
    return {
      status: answer.status,
      text: answer.rawBody.toString(),
      type: answer.headers.get('content-type') ?? '',
    };
  }
  const answer = await caller.call(method, path, undefined, raw === undefined ? {} : { raw });
  return { status: answer.status, text: answer.text, type: answer.headers.get('content-type') ?? '' };
}

function expectRefusal(answer: { status: number; text: string; type: string }, path: string): void {
  expect(answer.status).toBeLessThan(SERVER_FAULT);
  if (answer.status < 400) return;
  expect(answer.text).not.toMatch(/\bat \S+\.[jt]s|SELECT |syntax error|node_modules/);
  if (path.startsWith('/api/snap/'))
    expect(JSON.parse(answer.text)).toMatchObject({
      responseCode: expect.stringMatching(/^\d{7}$/) as string,
    });
  else {
    expect(answer.type).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      code: expect.any(String) as string,
      request_id: expect.any(String) as string,
      title: expect.any(String) as string,
    });
  }
}

const counts = () =>
  app.database.one(
    'SELECT (SELECT count(*) FROM pembayaran)::int AS payments, (SELECT count(*) FROM tagihan)::int AS bills, (SELECT count(*) FROM pelanggan)::int AS customers, (SELECT count(*) FROM jurnal)::int AS journals',
  );

const WITH_BODY = operations.filter(
  ({ operation }) => operation.requestBody !== undefined && !SKIPPED.has(operation.operationId),
);
const GIVEN_LARGE = new Set(someOf(WITH_BODY, 8));

describe.each(WITH_BODY.map((one) => [one.operation.operationId, one] as const))('%s', (_, one) => {
  it('refuses hostile bodies clearly and writes nothing by halves', async () => {
    const { path, method, operation } = one;
    const before = await counts();
    for (const [, body] of [...HOSTILE_BODIES, ...(GIVEN_LARGE.has(one) ? LARGE_BODIES : [])]) {
      const answer = await send(method, fill(path, '1'), operation, body);
      expectRefusal(answer, path);
    }
    expect(await counts()).toEqual(before);
  });
});

it('answers hostile ids with the resource’s own refusal', async () => {
  for (const { path, method, operation } of operations.filter(
    (one) => one.path.includes('{') && one.method === 'GET',
  ))
    for (const id of HOSTILE_IDS) expectRefusal(await send(method, fill(path, id), operation), path);
});

it('answers hostile list queries with 400', async () => {
  const lists = operations.filter(
    ({ method, operation }) =>
      method === 'GET' && (operation.parameters ?? []).some((parameter) => parameter.name === 'page_size'),
  );
  expect(lists.length).toBeGreaterThan(8);
  for (const { path, method, operation } of lists) {
    for (const query of HOSTILE_QUERIES) {
      const answer = await send(method, `${fill(path, '1')}?${query}`, operation);
      expectRefusal(answer, path);
    }
    expect(
      (await send(method, `${fill(path, '1')}?sort=password_hash`, operation)).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (await send(method, `${fill(path, '1')}?page_size=1000000000`, operation)).status,
    ).toBeGreaterThanOrEqual(400);
  }
});

it('answers a body of 5 MB with 413, another content type with 415, an unknown route with 404', async () => {
  const large = await caller.post('/public/inquiries', undefined, {
    raw: `{"customer_number":"${'1'.repeat(5_000_000)}"}`,
  });
  expect([large.status, (large.body as { code: string }).code]).toEqual([413, 'request.too_large']);
  const xml = await caller.post('/public/inquiries', undefined, {
    raw: '<a/>',
    headers: { 'content-type': 'text/xml' },
  });
  expect([xml.status, (xml.body as { code: string }).code]).toEqual([415, 'request.unsupported_media']);
  const nowhere = await caller.get('/nowhere');
  expect([nowhere.status, (nowhere.body as { code: string }).code]).toEqual([404, 'request.not_found']);
});
