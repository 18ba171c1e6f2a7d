import fc from 'fast-check';
import { SignJWT } from 'jose';
import { createHmac, randomUUID } from 'node:crypto';
import { signSymmetric, snapStringToSign } from '@tirtapay/bank-protocol';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { Vault } from '../../src/platform/security';
import { eventually, testApp, type TestBank } from '../support';
import {
  SNAP,
  snapPartner,
  testRsaKeys,
  type SnapParts,
  type TestSnapPartner,
} from '../support/snap-partner';
import vectors from '../../../../libs/bank-protocol/fixtures/snap-vectors.json';

const app = testApp();
let bank: TestBank;
let symmetric: TestSnapPartner;
let asymmetric: TestSnapPartner;
/** A right call of a number nobody has: answered 4042412 once the signature is right. */
let BODY: string;
const KNOWN = '4042412';

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  symmetric = await snapPartner(app, bank);
  asymmetric = await snapPartner(app, await app.make.bank({ code: 'KEDUA' }), { mode: 'ASYMMETRIC' });
  BODY = JSON.stringify({ ...symmetric.account('010203000046'), inquiryRequestId: 'INQ-1' });
});

const at = (milliseconds: number) => symmetric.now(milliseconds);

describe('access token (73)', () => {
  it('is issued for 900 seconds against the key of the partner', async () => {
    const answer = await symmetric.askToken();
    expect(answer.body).toEqual({
      responseCode: '2007300',
      responseMessage: 'Successful',
      accessToken: expect.stringMatching(/^[A-Za-z0-9._-]{20,2048}$/) as string,
      tokenType: 'Bearer',
      expiresIn: '900',
      additionalInfo: {},
    });
    expect(answer.headers.get('x-client-key')).toBe(symmetric.partnerId);
    expect(answer.headers.get('x-timestamp')).toMatch(/\+07:00$/);
  });

  it.each([
    ['in lower case', '{"granttype":"client_credentials"}', '2007300'],
    ['pretty-printed', '{\n  "grantType" : "client_credentials",\n  "additionalInfo": {}\n}', '2007300'],
    ['missing', '{}', '4007302'],
    ['of another kind', '{"grantType":"password"}', '4007301'],
    ['not JSON', '{"grantType":', '4007300'],
    ['an array', '[]', '4007300'],
    ['empty', '', '4007302'],
  ])('with a grant type %s', async (_, body, code) => {
    expect((await symmetric.askToken({ body })).code).toBe(code);
  });

  it.each<[string, () => ReturnType<TestSnapPartner['askToken']>, string]>([
    ['an unknown client', () => symmetric.askToken({}, { headers: { 'X-CLIENT-KEY': 'nobody' } }), '4017300'],
    [
      'another client',
      () => symmetric.askToken({}, { headers: { 'X-CLIENT-KEY': asymmetric.partnerId } }),
      '4017300',
    ],
    [
      'another timestamp',
      () => symmetric.askToken({ timestamp: at(-1_000) }, { timestamp: at(0) }),
      '4017300',
    ],
    ['an old timestamp', () => symmetric.askToken({ timestamp: at(-302_000) }), '4017300'],
    ['garbage', () => symmetric.askToken({}, { signature: 'AAAA' }), '4017300'],
    ['no signature', () => symmetric.askToken({}, { headers: { 'X-SIGNATURE': undefined } }), '4007302'],
    ['no client key', () => symmetric.askToken({}, { headers: { 'X-CLIENT-KEY': undefined } }), '4007302'],
    ['a partner whose mode has no token', () => asymmetric.askToken(), '4037301'],
  ])('is refused to %s', async (_, attack, code) => {
    const refused = await attack();
    expect([refused.code, refused.status]).toEqual([code, Number(code.slice(0, 3))]);
    expect(refused.text).not.toContain('accessToken');
  });

  it('takes the signature as hex too', async () => {
    expect((await symmetric.askToken({ encoding: 'hex' })).code).toBe('2007300');
  });
});

describe('shared vectors', () => {
  afterAll(() => {
    app.clock.set('2026-01-15T09:30:00+08:00');
  });

  it.each(
    vectors.vectors.filter((vector) => ['asymmetric-token', 'asymmetric-verify'].includes(vector.type ?? '')),
  )('$name opens the door at its own time', async (vector) => {
    const [clientKey = '', timestamp = ''] = (vector.stringToSign ?? '').split('|');
    const partner = await snapPartner(app, bank);
    await app.database.query('UPDATE snap_partner SET client_key = $2, public_keys = $3 WHERE id = $1', [
      partner.rowId,
      clientKey,
      [testRsaKeys().publicPem, vector.publicKeyPem ?? vectors.testPublicKeyPem],
    ]);
    app.get(SnapPartnerDirectory).forget();
    app.clock.set(timestamp);
    const sent = { signature: vector.signatureBase64 ?? '', headers: { 'X-CLIENT-KEY': clientKey } };
    expect((await partner.askToken({ timestamp }, sent)).code).toBe('2007300');
  });

  it('a naive white space strip before signing is another message', async () => {
    const naive = BODY.replaceAll(/\s+/g, '');
    expect(naive).not.toBe(BODY);
    expect((await symmetric.send({ body: naive }, { body: BODY })).code).toBe('4012400');
  });
});

describe.each<['SYMMETRIC' | 'ASYMMETRIC']>([['SYMMETRIC'], ['ASYMMETRIC']])('a %s call', (mode) => {
  const partner = () => (mode === 'SYMMETRIC' ? symmetric : asymmetric);
  const send = (signed: SnapParts, sent: SnapParts = {}) => partner().send({ body: BODY, ...signed }, sent);

  it('enters with base64 or hex, milliseconds or not, any offset', async () => {
    expect((await send({})).code).toBe(KNOWN);
    expect((await send({ encoding: 'hex' })).code).toBe(KNOWN);
    const utc = new Date(app.clock.now()).toISOString();
    expect((await send({ timestamp: utc })).code).toBe(KNOWN);
    expect((await send({ timestamp: utc.replace(/\.\d+/, '') })).code).toBe(KNOWN);
  });

  it('is over the minified body, or over the body as sent', async () => {
    const pretty = JSON.stringify(JSON.parse(BODY), null, 2);
    expect((await send({ body: BODY }, { body: pretty })).code).toBe(KNOWN);
    if (mode === 'ASYMMETRIC') return;
    const [timestamp, token] = [at(0), await symmetric.token()];
    const asSent = snapStringToSign(
      'symmetric',
      {
        method: 'POST',
        endpointUrl: SNAP.inquiry,
        accessToken: token,
        timestamp,
        rawBody: Buffer.from(pretty),
      },
      'as-sent',
    );
    const signature = createHmac('sha512', symmetric.secret).update(asSent).digest('base64');
    expect((await send({ timestamp, body: pretty }, { signature })).code).toBe(KNOWN);
  });

  it.each<[string, () => ReturnType<typeof send>]>([
    ['a changed body', () => send({}, { body: BODY.replace('INQ-1', 'INQ-2') })],
    ['other key order', () => send({}, { body: `{${BODY.slice(1, -1).split(',').reverse().join(',')}}` })],
    ['an escaped character', () => send({}, { body: BODY.replace('INQ-1', '\\u0049NQ-1') })],
    ['a changed path', () => send({ path: SNAP.status }, { path: SNAP.inquiry })],
    ['an added query', () => send({}, { path: `${SNAP.inquiry}?x=1` })],
    ['another method', () => send({ method: 'PUT' }, { method: 'POST' })],
    ['another timestamp', () => send({ timestamp: at(-1_000) }, { timestamp: at(0) })],
    ['garbage for a signature', () => send({}, { signature: 'zzzz' })],
    ['a signature of the wrong length', () => send({}, { signature: 'AAAA' })],
    ['a timestamp 301 s ago', () => send({ timestamp: at(-302_000) })],
    ['a timestamp 301 s ahead', () => send({ timestamp: at(302_000) })],
    ['epoch seconds', () => send({ timestamp: '1768440600' })],
    ['a timestamp without a zone', () => send({ timestamp: '2026-01-15T09:30:00' })],
  ])('is refused for %s', async (_, attack) => {
    const refused = await attack();
    expect([refused.status, refused.code]).toEqual([401, '4012400']);
    expect(Object.keys(refused.body)).toEqual(['responseCode', 'responseMessage']);
  });

  it('reads the query as part of the path', async () => {
    const path = `${SNAP.inquiry}?a=1&b=%20x`;
    expect((await send({ path })).code).toBe(KNOWN);
    expect((await send({ path }, { path: `${SNAP.inquiry}?b=%20x&a=1` })).code).toBe('4012400');
  });
});

it('any one-character change in method, path, body, token, timestamp or signature is refused', async () => {
  const token = await symmetric.token();
  const refusedOrMoved = new Set(['4012400', '4012401', '4010000', '4040002', '4000000', '4052400']);
  const changed = (text: string, index: number, to: string) => {
    const at_ = index % text.length;
    return text[at_] === to ? null : text.slice(0, at_) + to + text.slice(at_ + 1);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('path', 'body', 'token', 'timestamp', 'signature', 'method'),
      fc.nat(400),
      fc.constantFrom(...'0123456789abcXYZ{}":,.-_/'),
      async (part, index, letter) => {
        const timestamp = at(0);
        const parts = { method: 'POST', endpointUrl: SNAP.inquiry, accessToken: token, timestamp };
        const signature = signSymmetric(symmetric.secret, { ...parts, rawBody: Buffer.from(BODY) }, 'hex');
        const right = { method: 'POST', path: SNAP.inquiry, body: BODY, token, timestamp, signature };
        // the last letters of a path, so that it stays under /api/snap
        const position = part === 'path' ? '/api/snap/'.length + (index % 20) : index;
        const value = part === 'method' ? 'PUT' : changed(right[part], position, letter);
        fc.pre(value !== null);
        const answer = await symmetric.send({ ...right }, { ...right, [part]: value });
        expect(refusedOrMoved).toContain(answer.code === 'undefined' ? answer.text : answer.code);
      },
    ),
    { numRuns: 200 },
  );
});

describe('tokens', () => {
  const call = (token: string | null, partner = symmetric) => partner.send({ body: BODY, token });

  it.each<[string, () => Promise<string | null>]>([
    ['of another partner', async () => (await snapPartner(app, bank)).token()],
    ['changed', async () => `${(await symmetric.token()).slice(0, -2)}xx`],
    ['without a signature', async () => `${(await symmetric.token()).split('.').slice(0, 2).join('.')}.`],
    [
      'of no algorithm',
      async () => {
        const [, payload = ''] = (await symmetric.token()).split('.');
        return `${Buffer.from('{"alg":"none","typ":"snap+jwt"}').toString('base64url')}.${payload}.x`;
      },
    ],
    [
      'signed with the client secret',
      () =>
        new SignJWT({ sub: '1' })
          .setProtectedHeader({ alg: 'HS256', typ: 'snap+jwt' })
          .setIssuer('tirtapay')
          .setAudience('tirtapay-snap')
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(Buffer.from(symmetric.secret)),
    ],
    ['of a member of staff', async () => (await app.logIn('super')).token],
  ])('%s', async (_, token) => {
    const refused = await call(await token());
    expect([refused.status, refused.code]).toEqual([401, '4012401']);
    expect(Object.keys(refused.body)).toEqual(['responseCode', 'responseMessage']);
  });

  it('expires after 900 seconds, a staff route never takes one', async () => {
    const token = String((await symmetric.askToken()).body.accessToken);
    app.clock.advance(880_000);
    expect((await call(token)).code).toBe(KNOWN);
    app.clock.advance(25_000);
    expect((await call(token)).code).toBe('4012401');
    const fresh = String((await symmetric.askToken()).body.accessToken);
    const staff = await app.anyone.with({ authorization: `Bearer ${fresh}` }).get('/auth/me');
    expect(staff.status).toBe(401);
  });

  it('mode is an agreement, not a choice of the caller', async () => {
    expect((await asymmetric.send({ body: BODY, token: await symmetric.token() })).code).toBe('4012401');
    // Signed as the other mode has it, by the key that is registered for asking for tokens.
    expect((await symmetric.send({ body: BODY, token: null })).code).toBe('4012400');
    const stray = await asymmetric.send({ body: BODY }, { token: await symmetric.token() });
    expect(stray.code).toBe('4012401');
  });

  it('refuses weaker hashes', async () => {
    const [timestamp, token] = [at(0), await symmetric.token()];
    const text = snapStringToSign('symmetric', {
      method: 'POST',
      endpointUrl: SNAP.inquiry,
      accessToken: token,
      timestamp,
      rawBody: Buffer.from(BODY),
    });
    for (const algorithm of ['sha1', 'sha256', 'md5']) {
      const signature = createHmac(algorithm, symmetric.secret).update(text).digest('base64');
      expect((await symmetric.send({ body: BODY, timestamp }, { signature })).code).toBe('4012400');
    }
  });
});

describe('a partner nobody knows', () => {
  it('is answered as one with a wrong signature', async () => {
    const headers = { 'X-PARTNER-ID': 'nobody-at-all' };
    const unknown = await asymmetric.send({ body: BODY }, { headers });
    const wrong = await asymmetric.send({ body: BODY }, { body: `${BODY.slice(0, -1)},"x":1}` });
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
    const withToken = await symmetric.send({ body: BODY }, { headers });
    const wrongToken = await symmetric.send({ body: BODY, token: 'a.b.c' });
    expect([withToken.status, withToken.text]).toEqual([wrongToken.status, wrongToken.text]);
  });

  it.each<[string, string | null, number]>([
    ['no token', null, 0],
    ['a token of nobody', 'a.b.c', 0],
    ['no token, ten minutes ago', null, -600_000],
    ['a token of nobody, ten minutes ago', 'a.b.c', -600_000],
    ['no token, an hour ago', null, -3_600_000],
  ])('is told what everybody is told who cannot sign: %s', async (_, token, offset) => {
    const bent: SnapParts = { token, timestamp: at(offset) };
    const patient = await snapPartner(app, bank, { mode: 'ASYMMETRIC', tolerance: 900 });
    const told = async (partner: TestSnapPartner, headers = {}) => {
      const { status, text } = await partner.send({ body: BODY, ...bent }, { headers, signature: 'AAAA' });
      return [status, text];
    };
    const nobody = await told(symmetric, { 'X-PARTNER-ID': 'nobody-at-all' });
    for (const partner of [symmetric, asymmetric, patient]) expect(await told(partner)).toEqual(nobody);
  });

  it('is told the same when it asks for a token', async () => {
    const patient = await snapPartner(app, bank, { mode: 'SYMMETRIC', tolerance: 900 });
    const told = async (partner: TestSnapPartner, headers = {}) => {
      const { status, text } = await partner.askToken(
        { timestamp: at(-600_000) },
        { headers, signature: 'AAAA' },
      );
      return [status, text];
    };
    const nobody = await told(symmetric, { 'X-CLIENT-KEY': 'nobody-at-all' });
    for (const partner of [symmetric, patient]) expect(await told(partner)).toEqual(nobody);
  });
});

describe('headers', () => {
  it.each([
    ['X-TIMESTAMP', undefined, '4002402'],
    ['X-SIGNATURE', undefined, '4002402'],
    ['X-PARTNER-ID', undefined, '4002402'],
    ['X-EXTERNAL-ID', undefined, '4002402'],
    ['CHANNEL-ID', undefined, '4002402'],
    ['X-EXTERNAL-ID', 'has spaces', '4002401'],
    ['X-EXTERNAL-ID', 'x'.repeat(37), '4002401'],
    ['CHANNEL-ID', '123456', '4002401'],
    ['X-PARTNER-ID', 'x'.repeat(37), '4002401'],
    ['content-type', 'text/plain', '4002401'],
    ['content-type', 'application/xml', '4002401'],
  ])('%s: %s', async (name, value, code) => {
    const refused = await symmetric.send({ body: BODY }, { headers: { [name]: value } });
    expect([refused.status, refused.code]).toEqual([400, code]);
    expect(refused.body.responseMessage).toMatch(new RegExp(`\\{${name}\\}$`, 'i'));
  });
});

describe('external id', () => {
  const send = (headers: Record<string, string>, path: string = SNAP.inquiry, timestamp = at(0)) =>
    symmetric.send({ body: BODY, path, timestamp }, { headers });

  it('is used once per service and day, also under concurrency', async () => {
    const headers = { 'X-EXTERNAL-ID': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(headers)));
    expect(answers.filter(({ code }) => code === KNOWN)).toHaveLength(1);
    const conflicts = answers.filter(({ code }) => code === '4092400');
    expect(conflicts).toHaveLength(19);
    expect(conflicts[0]?.data).toMatchObject({ inquiryStatus: '01', inquiryRequestId: 'INQ-1' });
    expect((await send(headers, SNAP.status)).code).toBe('4042612');
  });

  it('belongs to its partner', async () => {
    const headers = { 'X-EXTERNAL-ID': randomUUID() };
    expect((await send(headers)).code).toBe(KNOWN);
    expect((await asymmetric.send({ body: BODY }, { headers })).code).toBe(KNOWN);
  });

  it('is counted by the calendar day of X-TIMESTAMP in its own offset', async () => {
    const headers = { 'X-EXTERNAL-ID': randomUUID() };
    app.clock.set('2026-01-16T00:30:00+08:00');
    expect((await send(headers, SNAP.inquiry, '2026-01-16T00:30:00+08:00')).code).toBe(KNOWN);
    expect((await send(headers, SNAP.inquiry, '2026-01-15T23:30:01+07:00')).code).toBe(KNOWN);
    expect((await send(headers, SNAP.inquiry, '2026-01-15T16:30:02Z')).code).toBe('4092400');
    expect((await send(headers, SNAP.inquiry, '2026-01-16T00:30:03+08:00')).code).toBe('4092400');
    app.clock.set('2026-01-15T09:30:00+08:00');
  });

  it('is not spent by a call with a wrong signature', async () => {
    const headers = { 'X-EXTERNAL-ID': randomUUID() };
    expect((await symmetric.send({ body: BODY }, { headers, body: '{}' })).code).toBe('4012400');
    expect((await send(headers)).code).toBe(KNOWN);
  });
});

describe('addresses, rates, keys', () => {
  it('refuses a bank whose list does not hold the peer, whatever forwarding headers say', async () => {
    const elsewhere = await snapPartner(app, await app.make.bank({ cidrs: ['203.0.113.0/24'] }), {
      mode: 'ASYMMETRIC',
    });
    const headers = {
      'x-forwarded-for': '203.0.113.7',
      forwarded: 'for=203.0.113.7',
      'x-real-ip': '203.0.113.7',
    };
    const refused = await elsewhere.send({ body: BODY }, { headers });
    expect([refused.status, refused.code]).toEqual([403, '4032401']);
  });

  it('limits a bank per second, and an external id refused for that may be used again', async () => {
    const slowBank = await app.make.bank();
    const slow = await snapPartner(app, slowBank, { mode: 'ASYMMETRIC' });
    await app.database.query('UPDATE bank_integration SET rate_limit_per_second = 2 WHERE id = $1', [
      slowBank.id,
    ]);
    app.get(BankDirectory).forget();
    app.get(SnapPartnerDirectory).forget();
    // All within one second, however long the machine takes for them.
    app.clock.stop();
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const answers = await Promise.all(
      ids.map((id) => slow.send({ body: BODY }, { headers: { 'X-EXTERNAL-ID': id } })),
    );
    const limited = answers.findIndex(({ code }) => code === '4292400');
    expect(answers[limited]).toMatchObject({ status: 429 });
    expect(answers[limited]?.headers.get('retry-after')).toBe('1');
    app.clock.advance(1_100);
    const again = await slow.send({ body: BODY }, { headers: { 'X-EXTERNAL-ID': ids[limited] } });
    expect(again.code).toBe(KNOWN);
    app.clock.run();
  });

  it('takes the previous secret until its end, the partner until it is revoked', async () => {
    const partner = await snapPartner(app, bank);
    await partner.token();
    const old = app.get(Vault).seal(partner.secret, {
      table: 'snap_partner',
      column: 'previous_secret_enc',
      id: partner.rowId,
    });
    const fresh = app.get(Vault).seal('the new secret', {
      table: 'snap_partner',
      column: 'secret_enc',
      id: partner.rowId,
    });
    await app.database.query(
      `UPDATE snap_partner SET secret_enc = $2, previous_secret_enc = $3, previous_valid_until = $4 WHERE id = $1`,
      [partner.rowId, fresh, old, new Date(app.clock.now() + 60_000)],
    );
    app.get(SnapPartnerDirectory).forget();
    expect((await partner.send({ body: BODY })).code).toBe(KNOWN);
    app.clock.advance(61_000);
    expect((await partner.send({ body: BODY })).code).toBe('4012400');
    await app.database.query("UPDATE snap_partner SET status = 'REVOKED' WHERE id = $1", [partner.rowId]);
    await eventually(
      async () => (await partner.send({ body: BODY })).code,
      (code) => code === '4012401',
    );
    expect((await partner.askToken()).code).toBe('4017300');
  });

  it('has a timestamp tolerance per partner', async () => {
    const patient = await snapPartner(app, bank, { mode: 'ASYMMETRIC', tolerance: 900 });
    expect((await patient.send({ body: BODY, timestamp: at(-890_000) })).code).toBe(KNOWN);
    expect((await patient.send({ body: BODY, timestamp: at(-910_000) })).code).toBe('4012400');
  });
});

describe('the log', () => {
  it('keeps one row of an authenticated call, without token, secret or personal data', async () => {
    const customer = await app.make.customer({ name: 'Siti Rahmawati' });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 3 });
    const externalId = randomUUID();
    const body = JSON.stringify(
      {
        ...symmetric.account(customer.customer_number),
        inquiryRequestId: 'LOG-1',
        virtualAccountName: 'Siti Rahmawati',
      },
      null,
      1,
    );
    const token = await symmetric.token();
    await symmetric.send({ body }, { headers: { 'X-EXTERNAL-ID': externalId } });
    await app.get(BankCallLog).settled();
    const row = await app.database.one<Record<string, unknown>>(
      'SELECT *, snap_partner_id::int AS partner FROM payment_transaction WHERE request_id = $1',
      [externalId],
    );
    expect(row).toMatchObject({
      partner: symmetric.rowId,
      key_id: null,
      http_status: 200,
      code: '2002400',
      request_target: SNAP.inquiry,
    });
    expect(row.string_to_sign).toContain(`POST:${SNAP.inquiry}:${token.slice(0, 8)}...:`);
    expect(JSON.stringify(row)).not.toMatch(/Rahmawati|[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\./);
    const tokens = await app.database.query<{ response_body: string }>(
      'SELECT response_body FROM payment_transaction WHERE request_target = $1 AND http_status = 200',
      [SNAP.token],
    );
    for (const { response_body } of tokens) expect(response_body).toContain('"accessToken":"***"');
    const used = await app.database.one<{ used: boolean }>(
      'SELECT last_used_at IS NOT NULL AS used FROM snap_partner WHERE id = $1',
      [symmetric.rowId],
    );
    expect(used.used).toBe(true);
  });

  it('samples refusals before authentication instead of storing each', async () => {
    const events = await app.database.query<{ code: string }>(
      "SELECT DISTINCT after->>'code' AS code FROM log_aktivitas WHERE action = 'security.bank_refused'",
    );
    expect(events.map(({ code }) => code)).toEqual(expect.arrayContaining(['4012400', '4012401', '4017300']));
  });
});
