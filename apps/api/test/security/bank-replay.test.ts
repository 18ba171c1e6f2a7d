import { signNative } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.setup';
import { sinceAnotherAtWork } from '../../src/platform/batches';
import { loadConfig } from '../../src/platform/config';
import { testApp, TEST_START, type TestBank } from '../support';

const KEYS = {
  JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, environment: KEYS });
let bank: TestBank;
let other: NestFastifyApplication;
let otherUrl: string;

/** Another process on the same database, as far as it can be told from outside. */
async function startOther(): Promise<void> {
  const database = { DATABASE_URL: app.database.appUrl, DATABASE_OWNER_URL: app.database.ownerUrl };
  const config = loadConfig({ ...KEYS, ...database, NODE_ENV: 'test', PORT: '0', TIRTAPAY_JOBS: '0' });
  other = await createApp(config, app.clock, false);
  await other.listen(0, '127.0.0.1');
  otherUrl = (await other.getUrl()).replace('[::1]', '127.0.0.1');
}

beforeAll(async () => {
  bank = await app.make.bank();
  await startOther();
});
beforeEach(() => {
  app.clock.set(TEST_START);
});
afterAll(() => other.close());

interface Captured {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A call as somebody on the line would have recorded it. */
function captured(target: string, body: object, requestId: string): Captured {
  const text = JSON.stringify(body);
  const timestamp = app.clock.text(app.clock.now());
  const parts = { method: 'POST', requestTarget: target, timestamp, requestId, rawBody: Buffer.from(text) };
  return {
    target,
    body: text,
    headers: {
      'content-type': 'application/json',
      'x-api-key': bank.keyId,
      'x-timestamp': timestamp,
      'x-request-id': requestId,
      'x-signature': signNative(bank.secret, parts),
    },
  };
}

async function play(url: string, { target, headers, body }: Captured) {
  const answer = await fetch(url + target, { method: 'POST', headers: { ...headers }, body });
  const text = await answer.text();
  const { code = '' } = JSON.parse(text) as { code?: string };
  return { status: answer.status, code, text, replayed: answer.headers.get('idempotent-replayed') };
}

const VERIFY = '/api/v1/payment/verify';
const UNKNOWN = { customer_number: '010203000046' };

describe('a recorded call played again', () => {
  it('is refused by the same process, by another, and after a restart', async () => {
    const call = captured(VERIFY, UNKNOWN, 'recorded-1');
    expect((await play(app.url, call)).code).toBe('customer.not_found');
    for (const url of [app.url, otherUrl]) {
      const again = await play(url, call);
      expect([again.status, again.code]).toEqual([409, 'auth.replayed']);
    }
    await other.close();
    await startOther();
    expect((await play(otherUrl, call)).code).toBe('auth.replayed');
  });

  it('enters once, however many processes it reaches at the same moment', async () => {
    const call = captured(VERIFY, UNKNOWN, 'recorded-2');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => play(index % 2 === 0 ? app.url : otherUrl, call)),
    );
    expect(answers.filter(({ code }) => code === 'customer.not_found')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'auth.replayed')).toHaveLength(19);
  });

  it('is out of its time after the window, whoever remembers it', async () => {
    const call = captured(VERIFY, UNKNOWN, 'recorded-3');
    await play(app.url, call);
    app.clock.advance(301_000);
    for (const url of [app.url, otherUrl]) {
      const late = await play(url, call);
      expect([late.status, late.code]).toEqual([401, 'auth.signature_invalid']);
    }
  });

  it('is nothing like a bank that repeats its payment under a new nonce', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const body = {
      bank_reference: 'REPLAY/1',
      customer_number: customer.customer_number,
      bill_numbers: [`${customer.customer_number}202512`],
      amount: 72_500,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    };
    const target = '/api/v1/payment/process';
    const call = captured(target, body, 'payment-one');
    const posted = await play(app.url, call);
    expect([posted.status, posted.replayed]).toEqual([200, null]);
    expect((await play(otherUrl, call)).code).toBe('auth.replayed');
    const repeated = await play(otherUrl, captured(target, body, 'payment-two'));
    expect([repeated.status, repeated.replayed, repeated.text]).toEqual([200, 'true', posted.text]);
  });
});

describe('that another process is at work', () => {
  it('is told by the count of calls as soon as both have let one in, and not by the calls of one', async () => {
    app.clock.advance(60_000);
    const before = sinceAnotherAtWork();
    for (const id of ['of-one-1', 'of-one-2'])
      expect((await play(app.url, captured(VERIFY, UNKNOWN, id))).code).toBe('customer.not_found');
    expect(sinceAnotherAtWork()).toBeGreaterThanOrEqual(before);
    const asked = performance.now();
    expect((await play(otherUrl, captured(VERIFY, UNKNOWN, 'of-other-1'))).code).toBe('customer.not_found');
    expect(sinceAnotherAtWork()).toBeLessThanOrEqual(performance.now() - asked);
  });
});
