import { signNative, type NativeBankClient } from '@tirtapay/bank-protocol';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { eventually, testApp, type TestBank } from '../support';

const app = testApp();
let bank: TestBank;
let client: NativeBankClient;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  client = bank.client();
});

const code = (body: unknown) => (body as { code?: string }).code;
const TARGET = '/api/v1/payment/verify';
const BODY = Buffer.from('{"customer_number":"010203000046"}');

interface Call {
  method?: string;
  target?: string;
  timestamp?: string;
  requestId?: string;
  body?: Buffer;
  key?: string;
  signature?: string;
  headers?: Record<string, string>;
}

let counter = 0;
const nonce = () => `nonce-${String((counter += 1)).padStart(8, '0')}`;

/** Signs as `signed`, sends as `sent`: what differs is the attack. */
async function send(signed: Call, sent: Call = {}) {
  const timestamp = signed.timestamp ?? app.clock.text(app.clock.now());
  const requestId = signed.requestId ?? nonce();
  const method = signed.method ?? 'POST';
  const body = signed.body ?? BODY;
  const signature =
    sent.signature ??
    signNative(bank.secret, {
      method,
      requestTarget: signed.target ?? TARGET,
      timestamp,
      requestId,
      rawBody: body,
    });
  const sentBody = sent.body ?? body;
  const response = await fetch(app.url + (sent.target ?? signed.target ?? TARGET), {
    method: sent.method ?? method,
    headers: {
      'content-type': 'application/json',
      'x-api-key': sent.key ?? bank.keyId,
      'x-timestamp': sent.timestamp ?? timestamp,
      'x-request-id': sent.requestId ?? requestId,
      'x-signature': signature,
      ...sent.headers,
    },
    ...((sent.method ?? method) === 'GET' ? {} : { body: new Uint8Array(sentBody) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as unknown };
}

const at = (milliseconds: number) => app.clock.text(app.clock.now() + milliseconds);

describe('one indistinguishable 401', () => {
  it.each<[string, () => Promise<{ status: number; text: string; headers: Headers }>]>([
    ['a changed body', () => send({}, { body: Buffer.from('{"customer_number":"010203000047"}') })],
    ['re-serialised spaces', () => send({}, { body: Buffer.from('{ "customer_number": "010203000046" }') })],
    ['a changed path', () => send({ target: '/api/v1/payment/process' }, { target: TARGET })],
    ['an added query', () => send({}, { target: `${TARGET}?x=1` })],
    ['another method', () => send({ method: 'PUT' }, { method: 'POST' })],
    ['another timestamp', () => send({ timestamp: at(-1_000) }, { timestamp: at(0) })],
    ['another request id', () => send({}, { requestId: nonce() })],
    ['an unknown key', () => send({}, { key: 'unknown-key-000' })],
    ['garbage for a signature', () => send({}, { signature: 'zzzz' })],
    ['a signature of the wrong length', () => send({}, { signature: 'AAAA' })],
    ['a timestamp 301 s ago', () => send({ timestamp: at(-302_000) })],
    ['a timestamp 301 s ahead', () => send({ timestamp: at(302_000) })],
    ['epoch seconds', () => send({ timestamp: '1768440600' })],
    ['a timestamp without a zone', () => send({ timestamp: '2026-01-15T09:30:00' })],
  ])('%s', async (_, attack) => {
    const refused = await attack();
    expect(refused.status).toBe(401);
    const {
      instance: _instance,
      request_id: _requestId,
      ...rest
    } = JSON.parse(refused.text) as Record<string, unknown>;
    expect(rest).toEqual({
      type: '/docs/errors#auth.signature_invalid',
      title: expect.any(String) as string,
      status: 401,
      code: 'auth.signature_invalid',
    });
    expect(refused.headers.get('x-signature')).toBeNull();
  });
});

describe('once the signature is right', () => {
  it('accepts hex as well as base64', async () => {
    const requestId = nonce();
    const timestamp = at(0);
    const base64 = signNative(bank.secret, {
      method: 'POST',
      requestTarget: TARGET,
      timestamp,
      requestId,
      rawBody: BODY,
    });
    const answer = await send(
      { requestId, timestamp },
      { signature: Buffer.from(base64, 'base64').toString('hex') },
    );
    expect([answer.status, code(answer.body)]).toEqual([404, 'customer.not_found']);
    expect(answer.headers.get('x-signature')).not.toBeNull();
  });

  it('refuses a replayed request, also under concurrency', async () => {
    const requestId = nonce();
    const timestamp = at(0);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send({ requestId, timestamp })));
    expect(answers.filter((answer) => code(answer.body) === 'auth.replayed')).toHaveLength(9);
    expect(answers.filter((answer) => code(answer.body) === 'customer.not_found')).toHaveLength(1);
  });

  it.each([
    ['duplicate keys', '{"customer_number":"010203000046","customer_number":"010203000046"}'],
    ['an exponent for a number', '{"customer_number":"010203000046","bill_count":1e0}'],
    ['a decimal for a number', '{"customer_number":"010203000046","bill_count":1.0}'],
    ['broken JSON', '{"customer_number":'],
    ['an array', '[]'],
    ['a number', '5'],
    ['__proto__', '{"customer_number":"010203000046","__proto__":{"bill_count":1}}'],
    ['10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('answers %s with a signed 400', async (_, text) => {
    const answer = await send({ body: Buffer.from(text) });
    expect([answer.status, code(answer.body)]).toEqual([400, 'request.invalid']);
    expect(answer.headers.get('x-signature')).not.toBeNull();
  });
});

describe('addresses', () => {
  it('refuses a bank whose list does not hold the peer, whatever forwarding headers say', async () => {
    const elsewhere = await app.make.bank({ cidrs: ['203.0.113.0/24'] });
    const answer = await elsewhere.client().verify({ customer_number: '010203000046' });
    expect([answer.status, code(answer.body)]).toEqual([403, 'auth.ip_denied']);
    const requestId = nonce();
    const timestamp = at(0);
    const spoofed = await send(
      {},
      {
        key: elsewhere.keyId,
        requestId,
        timestamp,
        signature: signNative(elsewhere.secret, {
          method: 'POST',
          requestTarget: TARGET,
          timestamp,
          requestId,
          rawBody: BODY,
        }),
        headers: {
          'x-forwarded-for': '203.0.113.7',
          forwarded: 'for=203.0.113.7',
          'x-real-ip': '203.0.113.7',
        },
      },
    );
    expect([spoofed.status, code(spoofed.body)]).toEqual([403, 'auth.ip_denied']);
  });
});

describe('limits and keys', () => {
  it('limits a bank per second and says when to come back', async () => {
    const slow = await app.make.bank();
    await app.database.query('UPDATE bank_integration SET rate_limit_per_second = 3 WHERE id = $1', [
      slow.id,
    ]);
    app.get(BankDirectory).forget();
    const slowClient = slow.client();
    // All within one second, however long the machine takes for them.
    app.clock.stop();
    const answers = await Promise.all(Array.from({ length: 12 }, () => slowClient.status('NONE')));
    const limited = answers.filter((answer) => answer.status === 429);
    // Those that travel together are refused together.
    expect(limited.length).toBeGreaterThanOrEqual(9);
    expect(limited[0]?.headers.get('retry-after')).toBe('1');
    app.clock.run();
  });

  it('refuses a key that was revoked elsewhere, once it reads the credentials anew', async () => {
    const gone = await app.make.bank();
    const goneClient = gone.client();
    expect((await goneClient.status('NONE')).status).toBe(404);
    await app.database.query(
      "UPDATE bank_api_key SET status = 'REVOKED', revoked_at = now() WHERE bank_id = $1",
      [gone.id],
    );
    await eventually(
      async () => (await goneClient.status('NONE')).status,
      (status) => status === 401,
    );
  });

  it('logs every authenticated call with masked personal data', async () => {
    const customer = await app.make.customer({ name: 'Siti Rahmawati' });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 3 });
    await client.verify({ customer_number: customer.customer_number });
    await app.get(BankCallLog).settled();
    const row = await app.database.one<{ response_body: string; http_status: number }>(
      'SELECT response_body, http_status FROM payment_transaction WHERE request_body LIKE $1',
      [`%${customer.customer_number}%`],
    );
    expect(row.http_status).toBe(200);
    expect(row.response_body).not.toContain('Rahmawati');
    expect(row.response_body).toContain('S*** R********');
  });
});
