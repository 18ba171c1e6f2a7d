import { signNative, signSymmetric } from '@tirtapay/bank-protocol';
import { createHash, createHmac } from 'node:crypto';
import vectors from '../../../../libs/bank-protocol/fixtures/native-vectors.json';
import { snapPartner, type TestSnapPartner } from '../support/snap-partner';
import { testApp, type HttpCaller, type TestBank } from '../support';

const app = testApp();
let it1: HttpCaller;
let bank: TestBank;

interface Check {
  verdict: string;
  problems: { code: string; message: string }[];
  our_string_to_sign: string;
  body_sha256: string;
  timestamp_skew_seconds: number | null;
  first_difference: { position: number; line: number; ours: string; theirs: string } | null;
}

interface Parts {
  readonly method: string;
  readonly target: string;
  readonly timestamp: string;
  readonly requestId: string;
  readonly hash: string;
}

interface Wishes {
  readonly key?: string;
  readonly method?: string;
  readonly target?: string;
  readonly timestamp?: string;
  readonly requestId?: string;
  readonly body?: string;
  /** What the bank says it signed. */
  readonly theirs?: string;
  /** What the bank really signs. */
  readonly text?: (parts: Parts) => string;
  readonly sign?: (text: string) => string;
}

const BODY = '{ "customer_number": "010203000046" }';
const TARGET = '/api/v1/payment/status?bank_reference=BPD%2F2026-0001';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string, algorithm = 'sha256') =>
  createHmac(algorithm, key).update(text).digest();
const now = (offset = 0) => app.clock.text(app.clock.now() + offset);
const right = ({ method, target, timestamp, requestId, hash }: Parts) =>
  [method, target, timestamp, requestId, hash].join('\n');

beforeAll(async () => {
  it1 = await app.as('it');
  bank = await app.make.bank();
});

async function check(wishes: Wishes = {}): Promise<Check> {
  const {
    method = 'POST',
    target = TARGET,
    timestamp = now(),
    requestId = 'check-0001',
    body = BODY,
  } = wishes;
  const parts = { method: method.toUpperCase(), target, timestamp, requestId, hash: sha256(body) };
  const sign = wishes.sign ?? ((text: string) => hmac(bank.secret, text).toString('base64'));
  const signature = sign((wishes.text ?? right)(parts));
  const answer = await it1.post<Check>('/signature-checks', {
    protocol: 'NATIVE',
    key_id: wishes.key ?? bank.keyId,
    method,
    request_target: target,
    headers: { timestamp, request_id: requestId, signature },
    body,
    ...(wishes.theirs === undefined ? {} : { bank_string_to_sign: wishes.theirs }),
  });
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain(bank.secret);
  const expected = hmac(bank.secret, right(parts));
  if (signature !== expected.toString('base64'))
    for (const form of ['base64', 'hex'] as const) expect(answer.text).not.toContain(expected.toString(form));
  return answer.body;
}

const codes = ({ problems }: Check) => problems.map(({ code }) => code);

describe('a native call', () => {
  it('is valid when it is, and shows the very text of the protocol', async () => {
    const [vector] = vectors.requests;
    await app.make.bankKey(bank.id, 'vector-key-1', vectors.secret);
    app.clock.set('2026-01-15T09:30:10+08:00');
    const answer = await it1.post<Check>('/signature-checks', {
      protocol: 'NATIVE',
      key_id: 'vector-key-1',
      method: vector?.method,
      request_target: vector?.requestTarget,
      headers: { timestamp: vector?.timestamp, request_id: vector?.requestId, signature: vector?.signature },
      body: vector?.body,
    });
    expect(answer.body).toEqual({
      verdict: 'VALID',
      problems: [],
      our_string_to_sign: [
        vector?.method,
        vector?.requestTarget,
        vector?.timestamp,
        vector?.requestId,
        sha256(vector?.body ?? ''),
      ].join('\n'),
      body_sha256: sha256(vector?.body ?? ''),
      timestamp_skew_seconds: 10,
      first_difference: null,
    });
    expect(answer.text).not.toContain(vectors.secret);
  });

  it.each<[string, string, Wishes]>([
    ['the method in lower case', 'METHOD', { text: (p) => right({ ...p, method: 'post' }) }],
    ['no query', 'TARGET', { text: (p) => right({ ...p, target: p.target.split('?')[0] ?? '' }) }],
    ['a decoded query', 'TARGET', { text: (p) => right({ ...p, target: decodeURIComponent(p.target) }) }],
    ['a timestamp in UTC', 'TIMESTAMP', { text: (p) => right({ ...p, timestamp: utc(p.timestamp) }) }],
    ['no request id', 'NONCE', { text: (p) => [p.method, p.target, p.timestamp, p.hash].join('\n') }],
    [
      'a re-serialised body',
      'BODY_HASH',
      { text: (p) => right({ ...p, hash: sha256('{"customer_number":"010203000046"}') }) },
    ],
    ['the body itself', 'BODY_HASH', { text: (p) => right({ ...p, hash: BODY }) }],
    ['the hash in upper case', 'BODY_HASH', { text: (p) => right({ ...p, hash: p.hash.toUpperCase() }) }],
    ['no body', 'BODY_HASH', { text: (p) => right({ ...p, hash: sha256('') }) }],
    ['carriage returns', 'SEPARATOR', { text: (p) => right(p).replaceAll('\n', '\r\n') }],
    ['a line feed at the end', 'SEPARATOR', { text: (p) => `${right(p)}\n` }],
    ['SHA-512', 'ALGORITHM', { sign: (text) => hmac(bank.secret, text, 'sha512').toString('base64') }],
    [
      'a decoded secret',
      'SECRET',
      { sign: (text) => hmac(Buffer.from(bank.secret, 'base64'), text).toString('base64') },
    ],
    [
      'base64 of the hex',
      'SIGNATURE_FORMAT',
      { sign: (text) => Buffer.from(hmac(bank.secret, text).toString('hex')).toString('base64') },
    ],
    ['base64url', 'SIGNATURE_FORMAT', { sign: (text) => hmac(bank.secret, text).toString('base64url') }],
    ['garbage', 'SIGNATURE_FORMAT', { sign: () => 'not a signature' }],
  ])('signed with %s is told so (%s)', async (_, expected, wishes) => {
    const result = await check(wishes);
    expect(result.verdict).toBe('INVALID');
    expect(codes(result)).toEqual([
      expected,
      ...(expected === 'ALGORITHM' ? ['SIGNATURE_FORMAT'] : []),
      'SIGNATURE',
    ]);
    expect(result.problems.every(({ message }) => message.length > 20)).toBe(true);
  });

  const utc = (timestamp: string) => new Date(timestamp).toISOString().replace('.000Z', 'Z');

  it.each<[string, string, Wishes]>([
    ['a nonce too short', 'NONCE_FORMAT', { requestId: 'abc' }],
    ['a timestamp without zone', 'TIMESTAMP_FORMAT', { timestamp: '2026-01-15T09:30:00' }],
    ['a URL with host', 'TARGET', { target: 'https://host.example/api/v1/payment/verify' }],
    ['a method in lower case', 'METHOD', { method: 'post' }],
  ])('with %s is invalid for that alone when the signature is right', async (_, expected, wishes) => {
    expect(codes(await check(wishes))).toEqual([expected]);
  });

  it('tells how far the clocks are apart', async () => {
    const late = await check({ timestamp: now(-400_000) });
    expect(codes(late)).toEqual(['TIMESTAMP_SKEW']);
    expect(late.timestamp_skew_seconds).toBeGreaterThanOrEqual(400);
    expect(late.problems[0]?.message).toContain('di belakang');
    expect((await check({ timestamp: now(400_000) })).timestamp_skew_seconds).toBeLessThanOrEqual(-300);
  });

  it('finds the first difference to what the bank signed, line ends made visible', async () => {
    const timestamp = now();
    const theirs = right({
      method: 'POST',
      target: TARGET.replace('%2F', '/'),
      timestamp,
      requestId: 'check-0001',
      hash: sha256(BODY),
    });
    const result = await check({ timestamp, theirs, text: () => theirs });
    expect(result.first_difference).toEqual({
      position: 'POST\n'.length + TARGET.indexOf('%2F'),
      line: 2,
      ours: expect.stringMatching(/^%2F2026-0001⏎/) as string,
      theirs: expect.stringMatching(/^\/2026-0001⏎/) as string,
    });
    expect(codes(result)).toContain('SIGNATURE');
    const windows = await check({ timestamp, theirs: theirs.replace('\n', '\r\n'), text: () => 'another' });
    expect(windows.first_difference?.theirs.startsWith('␍⏎')).toBe(true);
    expect(codes(windows)).toContain('SECRET');
    expect((await check({ timestamp, theirs: result.our_string_to_sign })).first_difference).toBeNull();
  });

  it('tells an unknown key from a revoked one, to Admin IT alone', async () => {
    expect(codes(await check({ key: 'nobody-knows-it' }))).toEqual(['UNKNOWN_KEY']);
    await app.make.bankKey(bank.id, 'gone-key-0001', bank.secret);
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM bank_api_key WHERE key_id = 'gone-key-0001'",
    );
    await it1.post(`/banks/${String(bank.id)}/keys/${String(id)}/revocation`, { reason: 'percobaan' });
    expect(codes(await check({ key: 'gone-key-0001' }))).toEqual(['KEY_REVOKED']);
    const admin = await app.as('admin');
    expect((await admin.post('/signature-checks', {})).status).toBe(403);
  });

  it('answers in English when asked to', async () => {
    const english = it1.with({ 'accept-language': 'en' });
    const answer = await english.post<Check>('/signature-checks', {
      protocol: 'NATIVE',
      key_id: 'nobody-knows-it',
      method: 'POST',
      request_target: '/x',
      headers: { timestamp: now(), request_id: 'check-0001', signature: 'x' },
      body: '',
    });
    expect(answer.body.problems[0]?.message).toBe('This key is not registered.');
  });

  it('accepts the old secret while it is being rotated', async () => {
    const previous = await check({ sign: (text) => signedWith('another secret', text) });
    expect(codes(previous)).toEqual(['SIGNATURE']);
    const parts = {
      method: 'GET',
      requestTarget: TARGET,
      timestamp: now(),
      requestId: 'check-0002',
      rawBody: Buffer.alloc(0),
    };
    const valid = await it1.post<Check>('/signature-checks', {
      protocol: 'NATIVE',
      key_id: bank.keyId,
      method: 'GET',
      request_target: TARGET,
      headers: {
        timestamp: parts.timestamp,
        request_id: parts.requestId,
        signature: signNative(bank.secret, parts),
      },
      body: '',
    });
    expect(valid.body.verdict).toBe('VALID');
  });

  const signedWith = (key: string, text: string) => hmac(key, text).toString('base64');
});

describe('a SNAP call', () => {
  let partner: TestSnapPartner;
  let token: string;
  const path = '/api/snap/v1.0/transfer-va/inquiry';
  const body = '{ "partnerServiceId": "   13501" }';

  beforeAll(async () => {
    partner = await snapPartner(app, bank);
    token = await partner.token();
  });

  async function snap(
    signature: (timestamp: string) => string,
    change: Record<string, string> = {},
  ): Promise<Check> {
    const timestamp = now();
    const answer = await it1.post<Check>('/signature-checks', {
      protocol: 'SNAP',
      client_key: partner.partnerId,
      method: 'POST',
      request_target: path,
      headers: { timestamp, signature: signature(timestamp), access_token: change.token ?? token },
      body,
    });
    expect(answer.text).not.toContain(partner.secret);
    return answer.body;
  }
  const parts = (timestamp: string) => ({
    method: 'POST',
    endpointUrl: path,
    timestamp,
    rawBody: Buffer.from(body),
    accessToken: token,
  });

  it('is valid over the minified body, with the leading spaces kept', async () => {
    const result = await snap((timestamp) => signSymmetric(partner.secret, parts(timestamp)));
    expect(result).toMatchObject({
      verdict: 'VALID',
      problems: [],
      body_sha256: sha256('{"partnerServiceId":"   13501"}'),
    });
    expect(result.our_string_to_sign.split(':')[1]).toBe(path);
  });

  it('is told about a body stripped of every space, a token of nobody, and a missing one', async () => {
    const stripped = await snap((timestamp) => {
      const text = ['POST', path, token, sha256('{"partnerServiceId":"13501"}'), timestamp].join(':');
      return createHmac('sha512', partner.secret).update(text).digest('base64');
    });
    expect(codes(stripped)).toEqual(['SIGNATURE']);
    const bearer = await snap((timestamp) => {
      const text = [
        'POST',
        path,
        `Bearer ${token}`,
        sha256('{"partnerServiceId":"   13501"}'),
        timestamp,
      ].join(':');
      return createHmac('sha512', partner.secret).update(text).digest('base64');
    });
    expect(codes(bearer)).toEqual(['TOKEN', 'SIGNATURE']);
    const foreign = await snap(
      (timestamp) => signSymmetric(partner.secret, { ...parts(timestamp), accessToken: 'abc' }),
      { token: 'abc' },
    );
    expect(codes(foreign)).toEqual(['TOKEN']);
    expect(codes(await snap(() => 'AAAA', { token: '' }))).toContain('TOKEN');
  });
});
