import { nativeStringToSign, signNative } from '@tirtapay/bank-protocol';
import { createHash, createHmac } from 'node:crypto';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { testApp, type TestBank } from '../support';
import { SNAP, snapPartner } from '../support/snap-partner';

const app = testApp({ jobs: false });
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank();
});

const TARGET = '/api/v1/payment/verify';
const BODY = '{"customer_number":"010203000046","bill_count":10}';
let calls = 0;

interface Forged {
  readonly sent?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the string-to-sign; the right one unless given. */
  readonly signature?: (text: string, right: string) => string;
}

async function send({ sent = BODY, key = bank.keyId, headers = {}, signature }: Forged) {
  const timestamp = app.clock.text(app.clock.now());
  const requestId = `forged-${String((calls += 1)).padStart(8, '0')}`;
  const parts = { method: 'POST', requestTarget: TARGET, timestamp, requestId, rawBody: Buffer.from(BODY) };
  const right = signNative(bank.secret, parts);
  const started = performance.now();
  const answer = await fetch(app.url + TARGET, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-api-key': key,
      'x-timestamp': timestamp,
      'x-request-id': requestId,
      'x-signature': signature?.(nativeStringToSign(parts), right) ?? right,
      ...headers,
    },
    body: sent,
  });
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code, milliseconds: performance.now() - started };
}

describe('a body that says the same in other bytes is another body', () => {
  it.each([
    ['spaces', '{ "customer_number": "010203000046", "bill_count": 10 }'],
    ['key order', '{"bill_count":10,"customer_number":"010203000046"}'],
    ['an exponent', '{"customer_number":"010203000046","bill_count":1e1}'],
    ['decimals', '{"customer_number":"010203000046","bill_count":10.00}'],
    ['an escaped letter', '{"customer_number":"\\u0030' + '10203000046","bill_count":10}'],
    ['a repeated key', '{"customer_number":"010203000046","bill_count":10,"bill_count":10}'],
    ['a line feed at the end', `${BODY}\n`],
    ['a byte order mark', `\uFEFF${BODY}`],
  ])('%s', async (_, sent) => {
    const refused = await send({ sent });
    expect([refused.status, refused.code]).toEqual([401, 'auth.signature_invalid']);
  });
});

describe('nothing weaker is accepted, whoever asks for it', () => {
  const hmac = (hash: string) => (text: string) =>
    createHmac(hash, bank.secret).update(text).digest('base64');
  const doubled = (_: string, right: string): string => `${right}${right}`;

  it.each<[string, Forged]>([
    ['HMAC-SHA1', { signature: hmac('sha1') }],
    ['HMAC-MD5', { signature: hmac('md5') }],
    ['HMAC-SHA512', { signature: hmac('sha512') }],
    ['HMAC-SHA1 by header', { signature: hmac('sha1'), headers: { alg: 'HS1', 'x-algorithm': 'HmacSHA1' } }],
    [
      'a hash without a key',
      { signature: (text) => createHash('sha256').update(`${bank.secret}${text}`).digest('base64') },
    ],
    ['the secret itself', { signature: () => Buffer.from(bank.secret).toString('base64') }],
    ['no signature by algorithm none', { signature: () => 'none', headers: { alg: 'none' } }],
    ['half a signature', { signature: (_, right) => right.slice(0, 22) }],
    ['a signature twice', { signature: doubled }],
    ['one letter more', { signature: (_, right) => `${right}A` }],
    [
      'base64url',
      { signature: (_, right) => right.replaceAll('+', '-').replaceAll('/', '_').replace('=', '') },
    ],
  ])('%s', async (_, forged) => {
    const refused = await send(forged);
    expect([refused.status, refused.code]).toEqual([401, 'auth.signature_invalid']);
  });

  it('while the right one is', async () => {
    expect((await send({})).code).toBe('customer.not_found');
  });
});

describe('how long a refusal takes', () => {
  const changed = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  const ways: Readonly<Record<string, Forged>> = {
    'a wrong first letter': { signature: (_, right) => changed(right, 0) },
    'a wrong last letter': { signature: (_, right) => changed(right, 40) },
    'an unknown key': { key: 'nobody-knows-this' },
  };

  /** Interleaved, so that whatever else the machine does falls on all alike. */
  async function mediansOf(rounds: number): Promise<number[]> {
    const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, forged] of Object.entries(ways))
        times.get(name)?.push((await send(forged)).milliseconds);
    return [...times.values()].map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0);
  }

  it('tells nothing of what was wrong', async () => {
    // What tells something tells it each time; a neighbour on the machine does not disturb three measurements alike.
    for (let measurement = 1; ; measurement += 1) {
      const medians = await mediansOf(300);
      const spread = Math.max(...medians) - Math.min(...medians);
      // On a machine where all of it takes longer, the same differs by more.
      const bar = Math.max(1.5, 0.4 * Math.min(...medians));
      if (measurement === 3) expect(spread).toBeLessThan(bar);
      if (spread < bar) return;
    }
  });
});

describe('secrets swapped between two rows of the database', () => {
  it('open nothing, and close no other door', async () => {
    const [one, two] = [await app.make.bank(), await app.make.bank()];
    await app.database.query(
      `UPDATE bank_api_key k SET secret_enc = other.secret_enc FROM bank_api_key other
       WHERE k.bank_id = ANY ($1) AND other.bank_id = ANY ($1) AND other.id <> k.id`,
      [[one.id, two.id]],
    );
    app.get(BankDirectory).forget();
    for (const [keyId, secret] of [
      [one.keyId, one.secret],
      [one.keyId, two.secret],
      [two.keyId, one.secret],
    ] as const)
      expect((await one.client({ keyId, secret }).status('NONE')).status).toBe(401);
    expect((await bank.client().status('NONE')).status).toBe(404);
  });

  it('open nothing of SNAP partners either', async () => {
    const [one, two, three] = [
      await snapPartner(app, bank),
      await snapPartner(app, bank),
      await snapPartner(app, bank),
    ];
    const token = await one.token();
    await app.database.query(
      `UPDATE snap_partner p SET secret_enc = other.secret_enc FROM snap_partner other
       WHERE p.id = ANY ($1) AND other.id = ANY ($1) AND other.id <> p.id`,
      [[one.rowId, two.rowId]],
    );
    app.get(SnapPartnerDirectory).forget();
    const asked = { ...one.account('010203000046'), inquiryRequestId: 'INQ-1' };
    const refused = await one.send({ body: JSON.stringify(asked), token });
    // Its token names a partner that is not there.
    expect([refused.status, refused.code]).toEqual([401, '4012401']);
    expect((await three.post(SNAP.inquiry, { ...asked, inquiryRequestId: 'INQ-2' })).code).toBe('4042412');
  });
});
