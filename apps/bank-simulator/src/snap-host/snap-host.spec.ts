import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rsaPublicKey } from '@tirtapay/bank-protocol';
import { parseQris, validateQris } from '@tirtapay/domain';
import { bankKeys, startBankSimulator, type RunningBankSimulator } from '..';
import { PdamClient } from '../../test/pdam-client';

const START = Date.UTC(2026, 0, 15, 1, 30);
/** Making RSA keys takes a while: one home has them, every test starts with a copy. */
const keyHome = mkdtempSync(join(tmpdir(), 'snap host keys '));
let time: number;
let home: string;
let bank: RunningBankSimulator;
let pdam: PdamClient;

async function start(partnerPublicKey?: string): Promise<void> {
  bank = await startBankSimulator({
    port: 0,
    host: '127.0.0.1',
    apiUrl: 'http://127.0.0.1:1',
    home,
    now: () => time,
    ...(partnerPublicKey ? { partnerPublicKey } : {}),
  });
}

beforeAll(() => bankKeys(keyHome));
afterAll(() => {
  rmSync(keyHome, { recursive: true, force: true });
});
beforeEach(async () => {
  time = START;
  home = mkdtempSync(join(tmpdir(), 'snap host '));
  cpSync(keyHome, home, { recursive: true });
  await start();
  pdam = new PdamClient(bank.url, () => time);
});
afterEach(async () => {
  await bank.close();
  rmSync(home, { recursive: true, force: true });
});

const TRIPLE = {
  partnerServiceId: '   13501',
  customerNo: '990000000018',
  virtualAccountNo: '   13501990000000018',
};
const ACCOUNT = {
  ...TRIPLE,
  trxId: 'VA2026011500000001',
  virtualAccountName: 'RINA KURNIA',
  totalAmount: { value: '70000.00', currency: 'IDR' },
  feeAmount: { value: '2500.00', currency: 'IDR' },
  virtualAccountTrxType: 'C',
  expiredDate: '2026-01-15T11:30:00+08:00',
};
const NAME = { ...TRIPLE, trxId: ACCOUNT.trxId };
const CODE = {
  partnerReferenceNo: 'QR2026011500000001',
  amount: { value: '72500.00', currency: 'IDR' },
  feeAmount: { value: '2500.00', currency: 'IDR' },
  merchantId: 'PDAM-SANDBOX',
  validityPeriod: '2026-01-15T10:00:00+08:00',
};
const ORIGINAL = { originalPartnerReferenceNo: CODE.partnerReferenceNo };

const create = () => pdam.call('transfer-va/create-va', ACCOUNT);
const inquire = () => pdam.call('transfer-va/inquiry-va', NAME);

async function control(method: string, path: string, body?: object) {
  const response = await fetch(bank.url + path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Money taken at the bank; the biller is not told. */
const pay = (order: object) =>
  control('POST', '/control/payments', { ...order, via: 'WEBHOOK', scenario: 'silent' });

describe('keys', () => {
  it('are made once, kept private, and handed out', () => {
    const kept = bankKeys(home);
    expect(bankKeys(home).publicKeyPem).toBe(kept.publicKeyPem);
    expect(bank.publicKeyPem).toBe(kept.publicKeyPem);
    expect(rsaPublicKey(kept.publicKeyPem).asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(statSync(join(home, 'bank-simulator/keys/bank-private.pem')).mode & 0o777).toBe(0o600);
  });
});

describe('who may call', () => {
  it('gives a token for 900 seconds', async () => {
    const { code, body } = await pdam.token();
    expect(code).toBe('2007300');
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: '900' });
    expect((await create()).code).toBe('2002700');
    time += 901_000;
    expect((await inquire()).code).toBe('4013001');
  });

  it('checks the token request once it has the key of the biller', async () => {
    await control('POST', '/control/partner-key', { public_key: bank.publicKeyPem });
    expect((await pdam.token()).code).toBe('4017300');
    await control('POST', '/control/partner-key', { public_key: pdam.publicKeyPem });
    expect((await pdam.token()).code).toBe('2007300');
    expect((await pdam.token({ headers: { 'x-client-key': 'orang-lain' } })).code).toBe('4017300');
  });

  it('takes the asymmetric mode when the key is registered, and only then', async () => {
    expect((await pdam.call('transfer-va/create-va', ACCOUNT, { mode: 'ASYMMETRIC' })).code).toBe('4012700');
    await control('POST', '/control/partner-key', { public_key: pdam.publicKeyPem });
    expect((await pdam.call('transfer-va/create-va', ACCOUNT, { mode: 'ASYMMETRIC' })).code).toBe('2002700');
  });

  it.each([
    ['another body', { sent: JSON.stringify({ ...ACCOUNT, trxId: 'X' }) }, '4012700'],
    ['another time', { headers: { 'x-timestamp': '2026-01-15T09:30:01+08:00' } }, '4012700'],
    ['an old time', { headers: { 'x-timestamp': '2026-01-15T09:20:00+08:00' } }, '4012700'],
    ['another partner', { headers: { 'x-partner-id': 'orang-lain' } }, '4012700'],
    ['a made-up token', { headers: { authorization: 'Bearer abc' } }, '4012701'],
    ['no signature', { headers: { 'x-signature': undefined } }, '4002702'],
    ['letters in the external id', { headers: { 'x-external-id': 'a-1' } }, '4002701'],
    ['no channel', { headers: { 'channel-id': undefined } }, '4002702'],
    ['the wrong method', { method: 'PUT' }, '4052700'],
  ])('refuses %s', async (_, bend, code) => {
    expect((await pdam.call('transfer-va/create-va', ACCOUNT, bend)).code).toBe(code);
    expect((await inquire()).code).toBe('4043012');
  });

  it('takes an external id once a day', async () => {
    const headers = { 'x-external-id': '20260115000001' };
    expect((await pdam.call('transfer-va/create-va', ACCOUNT, { headers })).code).toBe('2002700');
    const other = { ...ACCOUNT, trxId: 'VA-2' };
    expect((await pdam.call('transfer-va/create-va', other, { headers })).code).toBe('4092700');
  });

  it('answers unknown paths and forms in its own words', async () => {
    expect((await pdam.call('transfer-va/lain', {})).code).toBe('4040002');
    expect((await fetch(`${bank.url}/tidak-ada/snap/v1.0/access-token/b2b`, { method: 'POST' })).status).toBe(
      404,
    );
  });
});

describe('virtual accounts', () => {
  it('are created, changed, marked, asked for and deleted', async () => {
    expect((await create()).data).toEqual(ACCOUNT);
    expect((await inquire()).body.additionalInfo).toEqual({ paidStatus: 'N' });
    const changed = { ...NAME, totalAmount: { value: '80000.00', currency: 'IDR' } };
    expect((await pdam.call('transfer-va/update-va', changed)).data).toMatchObject(changed);
    expect((await pdam.call('transfer-va/update-status', { ...NAME, paidStatus: 'Y' })).code).toBe('2002900');
    expect((await inquire()).code).toBe('4043012');
    expect((await pdam.call('transfer-va/update-status', { ...NAME, paidStatus: 'N' })).code).toBe('2002900');
    expect((await pdam.call('transfer-va/delete-va', NAME)).code).toBe('2003100');
    expect((await pdam.call('transfer-va/delete-va', NAME)).code).toBe('4043112');
    expect((await inquire()).code).toBe('4043012');
  });

  it('are created once', async () => {
    await create();
    expect((await create()).code).toBe('4092701');
    expect((await pdam.call('transfer-va/create-va', { ...ACCOUNT, trxId: 'VA-2' })).code).toBe('4092701');
  });

  it.each([
    ['partnerServiceId', '13501', '4002701'],
    ['virtualAccountNo', '13501990000000018', '4002701'],
    ['trxId', undefined, '4002702'],
    ['virtualAccountName', '', '4002702'],
    ['totalAmount', { value: '70000', currency: 'IDR' }, '4002701'],
    ['totalAmount', { value: '70000.50', currency: 'IDR' }, '4002701'],
    ['totalAmount', { value: '70000.00', currency: 'USD' }, '4002701'],
    ['totalAmount', 70_000, '4002701'],
    ['expiredDate', '2026-01-15T11:30:00', '4002701'],
    ['expiredDate', '2026-01-15T01:00:00+08:00', '4002701'],
    ['virtualAccountTrxType', 'O', '4002701'],
  ])('are refused for %s = %j', async (field, value, code) => {
    const answer = await pdam.call('transfer-va/create-va', { ...ACCOUNT, [field]: value });
    expect(answer.code).toBe(code);
    expect(answer.body.responseMessage).toContain(field);
  });

  it('expire, and are paid all the same by a bank that errs', async () => {
    await create();
    time = Date.parse('2026-01-15T11:30:01+08:00');
    pdam.forgetToken();
    expect((await inquire()).code).toBe('4043019');
    await control('POST', '/control/payments', {
      number: '13501990000000018',
      via: 'WEBHOOK',
      scenario: 'expired',
    });
    expect((await inquire()).body.additionalInfo).toMatchObject({ paidStatus: 'Y' });
  });

  it('tell under which reference they were paid, in the report too', async () => {
    await create();
    const { payment } = (await pay({ number: '1350 1990 0000 0001 8', reference: 'BPD-1' })) as {
      payment: { total: number };
    };
    expect(payment).toMatchObject({ reference: 'BPD-1', total: 72_500, state: 'TAKEN' });
    const asked = await inquire();
    expect(asked.data).toMatchObject({ paidAmount: { value: '70000.00' } });
    expect(asked.body.additionalInfo).toEqual({ paidStatus: 'Y', paymentRequestId: 'BPD-1' });
    expect((await pdam.call('transfer-va/delete-va', NAME)).code).toBe('4043114');
    const period = { partnerServiceId: '   13501', startDate: '2026-01-15', endDate: '2026-01-15' };
    const report = await pdam.call('transfer-va/report', period);
    expect(report.body.virtualAccountdata).toEqual([
      expect.objectContaining({
        ...TRIPLE,
        paymentRequestId: 'BPD-1',
        paidAmount: { value: '70000.00', currency: 'IDR' },
      }),
    ]);
    const before = { ...period, startDate: '2026-01-14', endDate: '2026-01-14' };
    expect((await pdam.call('transfer-va/report', before)).body.virtualAccountdata).toEqual([]);
  });

  it('outlive a restart', async () => {
    await create();
    await bank.close();
    await start();
    pdam = new PdamClient(bank.url, () => time);
    expect((await inquire()).data).toEqual(ACCOUNT);
  });
});

describe('QRIS codes', () => {
  it('carry amount, bill number and reference, and are sound', async () => {
    const { body, code } = await pdam.call('qr/qr-mpm-generate', CODE);
    expect(code).toBe('2004700');
    const content = String(body.qrContent);
    const parsed = parseQris(content);
    expect(parsed.ok && parsed.value).toMatchObject({
      initiation: 'DYNAMIC',
      amount: 72_500,
      billNumber: CODE.partnerReferenceNo,
      referenceLabel: body.referenceNo,
      mcc: '4900',
    });
    expect(validateQris(content)).toEqual([]);
    expect((await pdam.call('qr/qr-mpm-generate', CODE)).code).toBe('4094701');
    const much = { ...CODE, partnerReferenceNo: 'QR-2', amount: { value: '10000001.00', currency: 'IDR' } };
    expect((await pdam.call('qr/qr-mpm-generate', much)).code).toBe('4034702');
  });

  it('are open, then paid, then given back once', async () => {
    const { body } = await pdam.call('qr/qr-mpm-generate', CODE);
    const query = () => pdam.call('qr/qr-mpm-query', { ...ORIGINAL, serviceCode: '47' });
    expect((await query()).body.latestTransactionStatus).toBe('01');
    await pay({ qr: body.qrContent });
    expect((await query()).body).toMatchObject({
      latestTransactionStatus: '00',
      amount: { value: '72500.00' },
      additionalInfo: { paymentReference: body.referenceNo },
    });
    expect((await pdam.call('qr/qr-mpm-cancel', { ...ORIGINAL, merchantId: 'M', reason: 'x' })).code).toBe(
      '4047700',
    );
    const refund = { ...ORIGINAL, partnerRefundNo: 'RF-1', refundAmount: CODE.amount, reason: 'Dobel' };
    const first = await pdam.call('qr/qr-mpm-refund', refund);
    expect(first.code).toBe('2007800');
    expect((await pdam.call('qr/qr-mpm-refund', refund)).body.refundNo).toBe(first.body.refundNo);
    const second = await pdam.call('qr/qr-mpm-refund', { ...refund, partnerRefundNo: 'RF-2' });
    expect(second.code).toBe('4047813');
    expect((await query()).body.latestTransactionStatus).toBe('04');
  });

  it('are cancelled once, and unknown ones are not found', async () => {
    await pdam.call('qr/qr-mpm-generate', CODE);
    const cancel = { ...ORIGINAL, merchantId: 'M', reason: 'Lunas di tempat lain' };
    expect((await pdam.call('qr/qr-mpm-cancel', cancel)).code).toBe('2007700');
    expect((await pdam.call('qr/qr-mpm-cancel', cancel)).code).toBe('4047704');
    const other = { originalReferenceNo: 'lain', serviceCode: '47' };
    expect((await pdam.call('qr/qr-mpm-query', other)).code).toBe('4045101');
    expect((await pdam.call('qr/qr-mpm-refund', { ...ORIGINAL, partnerRefundNo: 'R' })).code).toBe('4047800');
  });
});

describe('faults of the host', () => {
  const fault = (kind: string, services = ['27']) => control('POST', '/control/faults', { kind, services });

  it.each([
    ['timeout', false],
    ['timeout-after', true],
    ['slow-drip', true],
  ])('%s: no answer in time', async (kind, isDone) => {
    await pdam.token();
    await fault(kind);
    await expect(pdam.call('transfer-va/create-va', ACCOUNT, { timeoutMs: 600 })).rejects.toThrow();
    expect((await inquire()).code).toBe(isDone ? '2003000' : '4043012');
    const calls = (await control('GET', '/control/calls?direction=IN')).calls as { fault: string | null }[];
    expect(calls[1]).toMatchObject({ fault: kind, status: kind === 'slow-drip' ? 200 : null });
  });

  it.each([
    ['error-500', '5002700', '4043012'],
    ['error-500-after', '5002701', '2003000'],
    ['accept-then-fail', '2002700', '4043012'],
    ['cutoff', '4032706', '4043012'],
    ['invalid-token', '4012701', '4013001'],
  ])('%s: %s, and then %s', async (kind, code, then) => {
    await pdam.token();
    await fault(kind);
    expect((await create()).code).toBe(code);
    expect((await inquire()).code).toBe(then);
  });

  it('wrong-body: a page of somebody else', async () => {
    await fault('wrong-body');
    await expect(create()).rejects.toThrow('not valid JSON');
    expect((await inquire()).code).toBe('2003000');
  });

  it('are played as often as told, on the service told', async () => {
    await control('POST', '/control/faults', { kind: 'error-500', services: ['30'], times: 2 });
    await create();
    const codes = [(await inquire()).code, (await inquire()).code, (await inquire()).code];
    expect(codes).toEqual(['5003000', '5003000', '2003000']);
    expect((await control('GET', '/control/faults')).faults).toEqual([]);
  });
});
