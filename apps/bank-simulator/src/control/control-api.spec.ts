import { request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamicVirtualAccountNumber } from '@tirtapay/domain';
import { FakeBiller } from '../../test/fake-biller';
import { startBankSimulator, type RunningBankSimulator } from '..';
import type { BankCall } from '../books/call-log';

const now = () => Date.parse('2026-01-15T09:30:00+08:00');
const NOTIFICATION = {
  event_id: 'evt-1',
  event: 'payment.paid',
  method: 'VA',
  virtual_account_number: '13501010203000046',
  bank_reference: 'BPD-1',
  amount: 144_500,
  paid_at: '2026-01-15T09:30:00+08:00',
};

interface Answer {
  readonly [name: string]: unknown;
  readonly status: number;
  readonly calls?: readonly BankCall[];
  readonly call?: BankCall;
}

let biller: FakeBiller;
let home: string;
let bank: RunningBankSimulator;

beforeAll(async () => {
  biller = new FakeBiller(now);
  await biller.start();
  home = mkdtempSync(join(tmpdir(), 'control '));
  bank = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, now });
});
afterAll(async () => {
  await bank.close();
  await biller.stop();
  rmSync(home, { recursive: true, force: true });
});

async function control(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Promise<Answer> {
  const response = await fetch(bank.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}

describe('the control API', () => {
  it('pays and says what was sent and answered', async () => {
    const order = { number: '13501010203000046', via: 'NATIVE', reference: 'BPD/77' };
    const report = await control('POST', '/control/payments', order);
    expect(report).toMatchObject({
      status: 200,
      scenario: 'pay',
      passed: true,
      payment: { bank: 'sultra', reference: 'BPD/77', total: 144_500, state: 'CONFIRMED' },
      steps: [{ title: 'Cek tagihan' }, { title: 'Kirim pembayaran', met: true }, {}],
    });
    expect(biller.postedReferences).toEqual(['BPD/77']);
    const { payments } = await control('GET', '/control/payments');
    expect(payments).toEqual([
      expect.objectContaining({ reference: 'BPD/77', bills: expect.any(Array) as string[] }),
    ]);
  });

  it('sends a webhook as often and as wrongly as told', async () => {
    const good = await control('POST', '/control/webhook', { body: NOTIFICATION, times: 2 });
    expect(good.calls?.map(({ status, verdict }) => [status, verdict])).toEqual([
      [404, 'VALID'],
      [404, 'VALID'],
    ]);
    const bad = await control('POST', '/control/webhook', { body: NOTIFICATION, signature: 'bad' });
    expect(bad.calls?.[0]).toMatchObject({ status: 401, fault: 'bad-signature' });
    const raw = await control('POST', '/control/webhook', { body: '{"a":1,}', bank: 'kedua' });
    expect(raw.calls?.[0]).toMatchObject({ request_body: '{"a":1,}', bank: 'kedua' });
  });

  it('makes any signed call, and lists calls after a given one', async () => {
    const before = (await control('GET', '/control/calls')).calls?.[0]?.id ?? 0;
    const target = '/api/v1/payment/status?bank_reference=BPD%2F77';
    const { call } = await control('POST', '/control/calls', { protocol: 'NATIVE', method: 'GET', target });
    expect(call).toMatchObject({ status: 200, verdict: 'VALID', target });
    expect(call?.string_to_sign).toContain(target);
    const { calls } = await control('GET', `/control/calls?after=${String(before)}&direction=OUT`);
    expect(calls).toEqual([call]);
    expect((await control('GET', '/control/calls?direction=IN')).calls).toEqual([]);
  });

  it('plays another bank with credentials of its own, and keeps them to itself', async () => {
    const snap = { client_key: 'baru', partner_id: 'baru', channel_id: '1', partner_service_id: '98802' };
    const order = {
      id: 'baru',
      name: 'Bank Baru',
      key_id: 'demo-bank-kedua',
      secret: 'demo-secret-kedua-do-not-use-in-production',
      snap: { ...snap, mode: 'SYMMETRIC', secret: 'rahasia' },
    };
    const { banks } = await control('POST', '/control/banks', order);
    expect(JSON.stringify(banks)).not.toMatch(/rahasia|do-not-use/);
    const inquiry = { bank: 'baru', number: '98802010203000046', via: 'NATIVE', scenario: 'silent' };
    expect((await control('POST', '/control/payments', inquiry)).steps).toMatchObject([
      { calls: [{ bank: 'baru', status: 404, response_code: 'bill.none_open' }] },
    ]);
    const noSecret = { ...order, snap: { ...snap, mode: 'SYMMETRIC' } };
    expect((await control('POST', '/control/banks', noSecret)).status).toBe(400);
  });

  it('hands out the bank’s public key and takes the biller’s', async () => {
    expect(await control('GET', '/control/keys')).toEqual({ status: 200, public_key: bank.publicKeyPem });
    const registered = await control('POST', '/control/partner-key', { public_key: bank.publicKeyPem });
    expect(registered).toMatchObject({ status: 200, registered: true });
    expect((await control('POST', '/control/partner-key', { public_key: 'bukan kunci' })).status).toBe(400);
  });

  it.each([
    ['POST', '/control/payments', {}, 400, 'invalid'],
    ['POST', '/control/payments', { number: '1', qr: 'x' }, 400, 'invalid'],
    ['POST', '/control/payments', { number: '13501010203000046', scenario: 'gempa' }, 400, 'invalid'],
    ['POST', '/control/payments', { number: '123' }, 409, 'counter_refused'],
    ['POST', '/control/payments', { number: '13501010203000046', bank: 'lain' }, 409, 'counter_refused'],
    [
      'POST',
      '/control/payments',
      { number: dynamicVirtualAccountNumber('13501', 1), via: 'NATIVE' },
      409,
      'counter_refused',
    ],
    ['POST', '/control/webhook', { body: {}, bank: 'lain' }, 409, 'counter_refused'],
    ['POST', '/control/faults', { kind: 'gempa' }, 400, 'invalid'],
    ['POST', '/control/calls', { protocol: 'NATIVE', target: 'http://jahat.example/' }, 400, 'invalid'],
    ['GET', '/control/lain', undefined, 404, 'unknown'],
    ['POST', '/control/payments', '{', 400, 'invalid'],
  ])('%s %s %j → %i %s', async (method, path, body, status, code) => {
    expect(await control(method, path, body)).toMatchObject({ status, code });
  });
});

describe('who may drive the bank', () => {
  it.each([
    ['a form of a page', { 'content-type': 'text/plain' }],
    ['a script of a page', { 'content-type': 'application/json', origin: 'https://jahat.example' }],
    ['even a page of the bank', { 'content-type': 'application/json', origin: 'http://127.0.0.1:3100' }],
  ])('not %s', async (_, headers) => {
    expect((await control('POST', '/control/faults', { kind: 'timeout' }, headers)).status).toBe(403);
    expect((await control('GET', '/control/faults')).faults).toEqual([]);
  });

  it('not somebody who reaches this machine under another name', async () => {
    const { hostname, port } = new URL(bank.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '/control/banks', headers: { host: 'jahat.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
