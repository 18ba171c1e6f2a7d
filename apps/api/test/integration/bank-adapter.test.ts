import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { rupiah } from '@tirtapay/domain';
import { BankAdapters, type BankAdapter } from '../../src/modules/bank-gateway/outbound';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { KeepCalls } from '../../src/modules/money/checkout/keep-calls.service';
import { testApp, type TestBank } from '../support';
import { SnapBank } from '../support/snap-bank';

const app = testApp({ jobs: false });
const host = new SnapBank();
let bank: TestBank;
let adapter: BankAdapter;
const purpose = { checkoutId: null };

beforeAll(async () => {
  bank = await app.make.bank();
  await host.start();
  await host.connect(app, bank);
  app.get(BankDirectory).forget();
  const found = await app.get(BankAdapters).ofBank(bank.id);
  if (found === null) throw new Error('the bank is not set up');
  adapter = found;
});
afterAll(() => host.stop());

const account = { trxId: 'VA20260115000001', customerNo: '990000000016' };
const order = {
  ...account,
  payerName: 'RINA KURNIA',
  amount: rupiah(70_000),
  adminFee: rupiah(2_500),
  expiresAt: '2026-01-15T23:00:00+08:00',
};
const last = (service: (typeof SNAP_SERVICES)[keyof typeof SNAP_SERVICES]) => host.callsOf(service).at(-1);

describe('accounts', () => {
  it('are created, asked for, reported and closed, each by its own service and method', async () => {
    expect(await adapter.createVa(order, purpose)).toEqual({ state: 'DONE', value: null });
    expect(await adapter.inquireVa(account, purpose)).toEqual({
      state: 'DONE',
      value: { status: 'OPEN', payment: null },
    });
    host.pay('BANK/1', host.accounts.get(account.trxId), '2026-01-15T10:00:00+08:00');
    expect(await adapter.inquireVa(account, purpose)).toEqual({
      state: 'DONE',
      value: {
        status: 'PAID',
        payment: { bankReference: 'BANK/1', amount: 70_000, paidAt: '2026-01-15T10:00:00+08:00' },
      },
    });
    expect(await adapter.vaReport('2026-01-15')).toEqual({
      state: 'DONE',
      value: [
        {
          virtualAccountNo: '13501990000000016',
          bankReference: 'BANK/1',
          amount: 70_000,
          paidAt: '2026-01-15T10:00:00+08:00',
        },
      ],
    });
    // paid or gone: either way it takes no more money
    expect(await adapter.cancelVa(account, purpose)).toEqual({ state: 'DONE', value: null });
    expect(await adapter.cancelVa({ ...account, trxId: 'NOSUCH' }, purpose)).toEqual({
      state: 'DONE',
      value: null,
    });
    expect(last(SNAP_SERVICES.deleteVa)?.method).toBe('DELETE');
    expect(await adapter.inquireVa({ ...account, trxId: 'NOSUCH' }, purpose)).toMatchObject({
      value: { status: 'ABSENT' },
    });
  });

  it('of a day are as many as there were; an answer without a list is no day without a payment', async () => {
    const paid = (at: number) => ({
      virtualAccountNo: '   13501990000000016',
      virtualAccountName: 'RINA KURNIA',
      paymentRequestId: `BANK/DAY/${String(at)}`,
      paidAmount: { value: '70000.00', currency: 'IDR' },
      trxDateTime: '2026-01-15T10:00:00+08:00',
    });
    const many = Array.from({ length: 5_000 }, (_, at) => paid(at));
    host.report = { virtualAccountData: many };
    const outcome = await adapter.vaReport('2026-01-15');
    expect(outcome.state === 'DONE' && outcome.value.length).toBe(5_000);
    for (const report of [{}, { virtualAccountData: null }, { virtualAccountData: paid(1) }]) {
      host.report = report;
      expect(await adapter.vaReport('2026-01-15')).toMatchObject({ state: 'FAILED', reason: 'UNREACHABLE' });
    }
    host.report = { virtualAccountData: [] };
    expect(await adapter.vaReport('2026-01-15')).toEqual({ state: 'DONE', value: [] });
    host.report = null;
  });

  it('and the file of a day is taken only when it is named, whole and of that day', async () => {
    const file = {
      settlementDate: '2026-01-15',
      fileName: '../harian 15.csv',
      sha256: 'a'.repeat(64),
      content: 'H4sI',
    };
    host.report = file;
    expect(await adapter.dayFile('2026-01-15')).toEqual({
      state: 'DONE',
      value: { name: '.._harian 15.csv', sha256: file.sha256, packed: Buffer.from('H4sI', 'base64') },
    });
    for (const report of [
      {},
      { ...file, settlementDate: '2026-01-14' },
      { ...file, sha256: 'x' },
      { ...file, content: '' },
    ]) {
      host.report = report;
      expect(await adapter.dayFile('2026-01-15')).toMatchObject({ state: 'FAILED', reason: 'UNREACHABLE' });
    }
    host.report = null;
  });

  it('whose creation is repeated are not taken for made or failed', async () => {
    expect(await adapter.createVa(order, purpose)).toMatchObject({ state: 'UNKNOWN' });
  });
});

describe('codes', () => {
  const partnerReferenceNo = 'QR20260115000001';

  it('are made, asked for, refunded and cancelled', async () => {
    const made = await adapter.generateQr(
      { partnerReferenceNo, amount: rupiah(72_500), adminFee: rupiah(2_500), expiresAt: order.expiresAt },
      purpose,
    );
    if (made.state !== 'DONE') throw new Error('no code');
    const code = { partnerReferenceNo, referenceNo: made.value.referenceNo };
    expect(last(SNAP_SERVICES.qrGenerate)?.body).toMatchObject({
      amount: { value: '72500.00', currency: 'IDR' },
      merchantId: 'M001',
      terminalId: 'A01',
      validityPeriod: order.expiresAt,
    });
    expect(await adapter.queryQr(code, purpose)).toMatchObject({ value: { status: 'OPEN' } });
    host.pay('BANK/QR/1', host.codes.get(partnerReferenceNo), '2026-01-15T10:05:00+08:00');
    expect(await adapter.queryQr({ partnerReferenceNo, referenceNo: null }, purpose)).toEqual({
      state: 'DONE',
      value: {
        status: 'PAID',
        payment: { bankReference: 'BANK/QR/1', amount: 72_500, paidAt: '2026-01-15T10:05:00+08:00' },
      },
    });
    expect(await adapter.cancelQr(code, 'uji', purpose)).toMatchObject({
      state: 'FAILED',
      reason: 'REFUSED',
    });
    const refund = { ...code, partnerRefundNo: 'RF1', amount: rupiah(72_500), reason: 'bayar ganda' };
    expect(await adapter.refundQr(refund, purpose)).toEqual({
      state: 'DONE',
      value: { refundNo: `RF-${made.value.referenceNo}` },
    });
    expect(await adapter.queryQr({ partnerReferenceNo: 'NOSUCH', referenceNo: null }, purpose)).toMatchObject(
      {
        value: { status: 'ABSENT' },
      },
    );
    expect(
      await adapter.cancelQr({ partnerReferenceNo: 'NOSUCH', referenceNo: null }, 'uji', purpose),
    ).toEqual({
      state: 'DONE',
      value: null,
    });
  });
});

describe('the log of calls', () => {
  it('settles abandoned questions, and opens a case for a change that stays in doubt', async () => {
    host.next(SNAP_SERVICES.deleteVa, 'CUT_AFTER');
    expect((await adapter.cancelVa(account, purpose)).state).toBe('UNKNOWN');
    await app.database.query(
      `INSERT INTO outbound_call (bank_id, service, external_id, state, started_at, next_check_at) VALUES ($1, '30', '1', 'PENDING', $2, $2)`,
      [bank.id, app.clock.date()],
    );
    const state = () =>
      app.database.query(
        "SELECT service, state, (SELECT c.kind FROM kasus c WHERE c.source_key = 'outbound_call:' || o.id) AS case FROM outbound_call o WHERE state <> 'DONE' AND service IN ('30', '31') AND response_code IS NULL ORDER BY id",
      );
    app.clock.advance(6_000);
    await app.get(KeepCalls).tend();
    expect(await state()).toEqual([
      { service: '31', state: 'UNKNOWN', case: null },
      { service: '30', state: 'FAILED', case: null },
    ]);
    for (let look = 0; look < 4; look += 1) {
      app.clock.advance(15 * 60_000);
      await app.get(KeepCalls).tend();
    }
    expect(await state()).toEqual([
      { service: '31', state: 'UNKNOWN', case: 'CALL_UNSETTLED' },
      { service: '30', state: 'FAILED', case: null },
    ]);
  });
});
