import { connect } from 'node:net';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout';
import { eventually, testApp } from '../support';

/* A refusal looks the same wherever it is born: router, parser of HTTP, or a path that cannot be read. */

const app = testApp({ jobs: false });

interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What the server says to these bytes, until it hangs up. */
function send(bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      resolve({
        status: Number(first.split(' ')[1]),
        headers: new Map(
          lines.map((line) => [
            line.slice(0, line.indexOf(':')).toLowerCase(),
            line.slice(line.indexOf(':') + 2),
          ]),
        ),
        body: rest.join('\r\n\r\n'),
      });
    });
  });
}

/** Names that differ from answer to answer for a reason. */
const OF_ONE_ANSWER = new Set([
  'date',
  'connection',
  'keep-alive',
  'allow',
  'content-length',
  'transfer-encoding',
]);
const names = (headers: Iterable<string>) => [...headers].filter((name) => !OF_ONE_ANSWER.has(name)).sort();

const SECURITY = [
  'cache-control',
  'content-security-policy',
  'content-type',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-request-id',
];

it.each([
  [
    'a path that cannot be decoded',
    'GET /api/v1/%ZZ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    400,
    'request.invalid',
  ],
  [
    'a path with a bad surrogate',
    'GET /api/v1/customers/%C0%80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    400,
    'request.invalid',
  ],
  ['bytes that are no HTTP', 'HELO x\r\n\r\n', 400, 'request.invalid'],
  ['a method nobody knows', 'FLY / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'request.invalid'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
    'request.invalid',
  ],
  [
    'a header without end',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    413,
    'request.too_large',
  ],
  [
    'TRACE',
    'TRACE /api/v1/public/info HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    405,
    'request.method_not_allowed',
  ],
  [
    'TRACE of a page',
    'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    405,
    'request.method_not_allowed',
  ],
])('%s is refused in the form and with the headers of every refusal', async (_, bytes, status, code) => {
  const usual = await app.anyone.get('/nowhere');
  const answer = await send(bytes);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(JSON.parse(answer.body)).toMatchObject({
    code,
    status,
    title: expect.any(String) as string,
    request_id: answer.headers.get('x-request-id'),
  });
  expect(names(answer.headers.keys())).toEqual(names(usual.headers.keys()));
  expect(names(answer.headers.keys())).toEqual(expect.arrayContaining(SECURITY) as string[]);
});

it.each([
  ['GET', '/api/v1/payment/verify', 'POST'],
  ['GET', '/api/v1/public/inquiries', 'POST'],
  ['DELETE', '/api/v1/public/info', 'GET'],
  ['PUT', '/api/v1/customers/1', 'GET, PATCH'],
  ['POST', '/health/ready', 'GET'],
])('%s %s answers 405 and names the methods it takes: %s', async (method, path, allow) => {
  const answer = await app.anyone.call<{ code: string }>(method, path);
  expect([answer.status, answer.headers.get('allow'), answer.body.code]).toEqual([
    405,
    allow,
    'request.method_not_allowed',
  ]);
});

it('answers a wrong method under SNAP in SNAP’s words, and an unknown path 404', async () => {
  const snap = await app.anyone.call<{ responseCode: string }>('GET', '/api/snap/v1.0/transfer-va/inquiry');
  expect([snap.status, snap.body.responseCode, snap.headers.get('allow')]).toEqual([405, '4052400', 'POST']);
  expect((await app.anyone.get('/nowhere')).status).toBe(404);
  expect((await app.anyone.get('/payment/verify/more')).status).toBe(404);
});

it('opens at most fifty event streams for one address, and takes the place of a closed one', async () => {
  const { SnapBank } = await import('../support/snap-bank');
  const host = new SnapBank();
  await host.start();
  // The answers are kept with their switches: one that is collected as garbage hangs up, and frees its place.
  const streams: { readonly control: AbortController; readonly answer: Response }[] = [];
  try {
    const bank = await app.make.bank({ code: 'SULTRA' });
    await host.connect(app, bank);
    const { BankDirectory } = await import('../../src/modules/bank-gateway/registry');
    app.get(BankDirectory).forget();
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const looked = await app.anyone.post<{ token: string }>('/public/inquiries', {
      customer_number: customer.customer_number,
    });
    const begun = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
      token: looked.body.token,
      method: 'VA',
      bank_code: bank.code,
    });
    expect(begun.status).toBe(201);
    const open = async () => {
      const control = new AbortController();
      const answer = await fetch(`${app.url}/api/v1/public/intents/${begun.body.intent_token}/events`, {
        signal: control.signal,
      });
      if (answer.status === 200) streams.push({ control, answer });
      return answer.status;
    };
    // Asked for at once: none takes a place that another is about to take.
    const statuses = await Promise.all(Array.from({ length: 60 }, open));
    expect([200, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([50, 10]);
    expect(await open()).toBe(429);
    streams.shift()?.control.abort();
    await eventually(open, (again) => again === 200);
  } finally {
    for (const { control } of streams) control.abort();
    await host.stop();
  }
});
