import { NativeBankClient } from '@tirtapay/bank-protocol';
import { businessDate } from '@tirtapay/domain';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBankSimulator, type RunningBankSimulator } from '../../../bank-simulator/src';
import { registerDemoBankOutbound } from '../../../local/src/demo/bank-outbound';
import { DEMO_BANKS } from '../../../local/src/demo/plan/demo-banks';
import { registerDemoSnapPartners } from '../../../local/src/demo/snap-partners';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import { ReconcileDaily } from '../../src/modules/money/reconciliation';
import { OutboundDirectory } from '../../src/modules/bank-gateway/outbound';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { Database } from '../../src/platform/database';
import { Vault } from '../../src/platform/security';
import { eventually, testApp, TEST_START, type TestCustomer } from '../support';
import { agreeOnTerms } from '../support/settlement-terms';

/** Two real programmes: the application with its timers, and the sandbox bank as its own server. */
const app = testApp();
const home = mkdtempSync(join(tmpdir(), 'sandbox-bank-'));
let sandbox: RunningBankSimulator;

interface Report {
  passed: boolean;
  payment: { reference: string; total: number } | null;
  steps: { title: string; met: boolean; expected: string }[];
}

beforeAll(async () => {
  const [sultra, kedua] = await Promise.all(
    DEMO_BANKS.map(async ({ code, keyId, secret, vaPrefix }) => {
      const bank = await app.make.bank({ code, qrisAdminFee: 0 });
      await app.make.bankKey(bank.id, keyId, secret);
      await app.database.query('UPDATE bank_integration SET va_prefix = $2 WHERE id = $1', [
        bank.id,
        vaPrefix,
      ]);
      return bank.id;
    }),
  );
  const options = { port: 0, host: '127.0.0.1', apiUrl: app.url, home, now: () => app.clock.now() };
  sandbox = await startBankSimulator(options);
  const banks = { vault: app.get(Vault), sultraBankId: sultra ?? 0, keduaBankId: kedua ?? 0 };
  const ourKey = await app.get(Database).transaction(async (tx) => {
    await registerDemoSnapPartners(tx, { ...banks, publicKeys: [sandbox.publicKeyPem] });
    return registerDemoBankOutbound(tx, { ...banks, sandboxUrl: sandbox.url });
  });
  await control('POST', '/control/partner-key', { public_key: ourKey });
  app.get(BankDirectory).forget();
  app.get(OutboundDirectory).forget();
  app.get(SnapPartnerDirectory).forget();
});
afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(async () => {
  app.clock.set(TEST_START);
  await app.database.query('DELETE FROM rate_limit');
});

async function control<Body>(method: string, path: string, body?: object): Promise<Body> {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${String(answer.status)} ${text}`);
  return JSON.parse(text) as Body;
}

/** A customer pays at the bank. */
const pay = (request: object) => control<Report>('POST', '/control/payments', request);

async function owing(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  return customer;
}

async function begin(
  customer: TestCustomer,
  method: 'VA' | 'QRIS',
  code = 'SULTRA',
): Promise<PublicCheckoutDto> {
  const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  const answer = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token: inquiry.body.token,
    method,
    bank_code: code,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

const look = async (checkout: PublicCheckoutDto) =>
  (await app.anyone.get<PublicCheckoutDto>(`/public/intents/${checkout.intent_token}`)).body;

/** By what the bank told, in its call or in its notification: the next look at the page must see it. */
async function turnsToPaid(checkout: PublicCheckoutDto): Promise<void> {
  await app.notificationsApplied();
  expect((await look(checkout)).status).toBe('PAID');
}

async function books(customer: TestCustomer) {
  return app.database.one<{ payments: number; receipts: number; credit: number; cases: string[] | null }>(
    `SELECT (SELECT count(*) FROM pembayaran p WHERE p.customer_id = c.id)::int AS payments,
       (SELECT count(*) FROM kwitansi k JOIN pembayaran p ON p.id = k.payment_id WHERE p.customer_id = c.id)::int AS receipts,
       (SELECT coalesce(sum(s.amount), 0) FROM saldo_pelanggan s WHERE s.customer_id = c.id)::int AS credit,
       (SELECT json_agg(x.kind ORDER BY x.id) FROM kasus x WHERE x.customer_id = c.id) AS cases
     FROM pelanggan c WHERE c.id = $1`,
    [customer.id],
  );
}

const ONE_PAYMENT = { payments: 1, receipts: 1, credit: 0, cases: null };
const failures = (report: Report) => report.steps.filter((step) => !step.met);

describe('a dynamic virtual account at the sandbox bank', () => {
  it.each(['SNAP', 'WEBHOOK'] as const)('paid through %s turns the page to "Lunas"', async (via) => {
    const customer = await owing();
    const checkout = await begin(customer, 'VA');
    const report = await pay({ number: checkout.va_number, via });
    expect(failures(report)).toEqual([]);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });

  it('paid through process turns it too', async () => {
    const customer = await owing();
    const checkout = await begin(customer, 'VA');
    const report = await pay({
      number: checkout.va_number,
      via: 'NATIVE',
      customer_number: customer.customer_number,
    });
    expect(failures(report)).toEqual([]);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });

  it.each([
    ['notify-first', 'SNAP'],
    ['notify-twice', 'SNAP'],
    ['notify-first', 'NATIVE'],
    ['notify-twice', 'NATIVE'],
    ['retry-storm', 'SNAP'],
    ['retry-storm', 'WEBHOOK'],
    ['timeout-before', 'SNAP'],
    ['timeout-after', 'SNAP'],
    ['timeout-after', 'NATIVE'],
  ] as const)('%s over %s: one payment, one receipt', async (scenario, via) => {
    const customer = await owing();
    const checkout = await begin(customer, 'VA');
    const report = await pay({
      scenario,
      via,
      number: checkout.va_number,
      count: 20,
      ...(via === 'NATIVE' ? { customer_number: customer.customer_number } : {}),
    });
    expect(failures(report)).toEqual([]);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });

  it('paid after it expired is credit with an open case, and nothing else changes', async () => {
    const customer = await owing();
    app.clock.set('2026-01-14T23:50:00+08:00');
    const checkout = await begin(customer, 'VA');
    // opened close to midnight it lives into the next day
    app.clock.set('2026-01-16T00:20:00+08:00');
    await pay({ scenario: 'expired', via: 'WEBHOOK', number: checkout.va_number });
    await app.notificationsApplied();
    expect(await books(customer)).toEqual({
      payments: 1,
      receipts: 1,
      credit: 70_000,
      cases: ['EXPIRED_INTENT'],
    });
    expect((await look(checkout)).status).toBe('EXPIRED');
    expect(
      await app.database.query("SELECT 1 FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED'", [
        customer.id,
      ]),
    ).toHaveLength(1);
  });

  it('forgotten by the bank (silence) is found by asking', async () => {
    const customer = await owing();
    const checkout = await begin(customer, 'VA');
    await pay({ scenario: 'silent', number: checkout.va_number });
    expect((await look(checkout)).status).toBe('PENDING');
    const asked = await app.anyone.post<PublicCheckoutDto>(
      `/public/intents/${checkout.intent_token}/recheck`,
    );
    expect(asked.body.status).toBe('PAID');
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });
});

describe('a QRIS code of the sandbox bank', () => {
  it.each(['SNAP', 'WEBHOOK'] as const)('told through %s turns the page to "Lunas"', async (via) => {
    const customer = await owing();
    const checkout = await begin(customer, 'QRIS');
    const report = await pay({ qr: checkout.qr_payload, via });
    expect(failures(report)).toEqual([]);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });

  it('asks for no fee, by MDR law; the bank’s own keeps apart from it', async () => {
    const customer = await owing();
    const account = await begin(customer, 'VA', 'KEDUA');
    expect([account.admin_fee, account.amount]).toEqual([2_500, 72_500]);
    const code = await begin(customer, 'QRIS');
    expect([code.admin_fee, code.amount]).toEqual([0, 70_000]);
    expect(code.qr_payload).toContain('540570000');
    const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
      customer_number: customer.customer_number,
    });
    const methods = await app.anyone.get<{ method: string; total_amount: number }[]>(
      `/public/payment-methods?token=${inquiry.body.token}`,
    );
    expect(
      new Set(methods.body.map(({ method, total_amount: total }) => `${method} ${String(total)}`)),
    ).toEqual(new Set(['VA 72500', 'QRIS 70000', 'TELLER 72500']));
  });

  it('is taken by process with what the code asks for', async () => {
    const customer = await owing();
    const checkout = await begin(customer, 'QRIS');
    const report = await pay({
      qr: checkout.qr_payload,
      via: 'NATIVE',
      customer_number: customer.customer_number,
    });
    expect(failures(report)).toEqual([]);
    expect(report.payment?.total).toBe(70_000);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });

  it.each([
    { channel: 'QRIS', amount: 72_500, answer: 200, fee: 2_500 },
    { channel: 'QRIS', amount: 70_000, answer: 200, fee: 0 },
    { channel: 'QRIS', amount: 71_000, answer: 422, fee: null },
    { channel: 'VA', amount: 70_000, answer: 422, fee: null },
  ] as const)(
    'process in channel $channel with $amount: $answer',
    async ({ channel, amount, answer, fee }) => {
      const customer = await owing();
      const [sultra] = DEMO_BANKS;
      const client = new NativeBankClient({
        baseUrl: app.url,
        keyId: sultra?.keyId ?? '',
        secret: sultra?.secret ?? '',
        now: () => app.clock.now(),
      });
      const posted = await client.process({
        bank_reference: `FEE/${channel}/${String(amount)}`,
        customer_number: customer.customer_number,
        bill_numbers: [`${customer.customer_number}202512`],
        amount,
        paid_at: app.clock.text(app.clock.now()),
        channel,
      });
      const { admin_fee: kept = null } = posted.body as { admin_fee?: number };
      expect([posted.status, kept]).toEqual([answer, fee]);
    },
  );

  it('forgotten by the bank is found by asking, and its late notification changes nothing', async () => {
    const customer = await owing();
    const checkout = await begin(customer, 'QRIS');
    const { payment } = await pay({ scenario: 'silent', qr: checkout.qr_payload });
    const asked = await app.anyone.post<PublicCheckoutDto>(
      `/public/intents/${checkout.intent_token}/recheck`,
    );
    expect(asked.body.status).toBe('PAID');
    const { reference_no: qrReference } = await app.database.one<{ reference_no: string }>(
      'SELECT q.reference_no FROM qris_transaction q JOIN niat_bayar i ON i.id = q.intent_id WHERE i.token = $1',
      [checkout.intent_token],
    );
    await control('POST', '/control/webhook', {
      times: 3,
      body: {
        event_id: `LATE-${String(payment?.reference)}`,
        event: 'payment.paid',
        method: 'QRIS',
        qris_reference: qrReference,
        bank_reference: payment?.reference,
        amount: payment?.total,
        paid_at: app.clock.text(app.clock.now()),
      },
    });
    const state = () =>
      app.database.query(
        "SELECT outcome FROM webhook_inbox WHERE event_id LIKE 'LATE-%' AND state = 'PROCESSED'",
      );
    await app.notificationsApplied();
    expect(await state()).toEqual([{ outcome: 'ALREADY_POSTED' }]);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });
});

describe('two ways at once', () => {
  it('closes the account at the bank when the bills are paid by QRIS: nobody can pay twice', async () => {
    const customer = await owing();
    const account = await begin(customer, 'VA', 'KEDUA');
    const code = await begin(customer, 'QRIS');
    await pay({ qr: code.qr_payload });
    await turnsToPaid(code);
    const stateAtBank = async () => {
      const { orders } = await control<{ orders: { number?: string; state: string }[] }>(
        'GET',
        '/control/orders',
      );
      return orders.find((order) => order.number === account.va_number)?.state;
    };
    await eventually(stateAtBank, (state) => state === 'CANCELLED');
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });
});

describe('faults of the bank’s host', () => {
  it.each(['error-500-after', 'wrong-body', 'slow-drip'] as const)(
    '%s never loses a checkout, nor makes two accounts of one',
    async (kind) => {
      await control('POST', '/control/faults', { kind, services: ['27'], times: 1 });
      const customer = await owing();
      const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
        customer_number: customer.customer_number,
      });
      const wish = { token: inquiry.body.token, method: 'VA', bank_code: 'SULTRA' };
      expect((await app.anyone.post('/public/intents', wish)).status).toBe(503);
      const again = await app.anyone.post<PublicCheckoutDto>('/public/intents', wish);
      expect(again.status).toBe(201);
      const report = await pay({ number: again.body.va_number });
      expect(failures(report)).toEqual([]);
      await turnsToPaid(again.body);
      expect(await books(customer)).toEqual(ONE_PAYMENT);
      const { orders } = await control<{ orders: { number?: string }[] }>('GET', '/control/orders');
      expect(orders.filter((order) => order.number === again.body.va_number)).toHaveLength(1);
    },
  );

  it('finds out that an account it was promised does not exist, and makes it', async () => {
    await control('POST', '/control/faults', { kind: 'accept-then-fail', services: ['27'], times: 1 });
    const customer = await owing();
    const checkout = await begin(customer, 'VA');
    const held = async () => {
      const { orders } = await control<{ orders: { number?: string }[] }>('GET', '/control/orders');
      return orders.filter((order) => order.number === checkout.va_number).length;
    };
    expect(await held()).toBe(0);
    const asked = await app.anyone.post<PublicCheckoutDto>(
      `/public/intents/${checkout.intent_token}/recheck`,
    );
    expect(asked.body).toMatchObject({ status: 'PENDING', va_number: checkout.va_number });
    expect(await held()).toBe(1);
    expect(failures(await pay({ number: checkout.va_number }))).toEqual([]);
    await turnsToPaid(checkout);
    expect(await books(customer)).toEqual(ONE_PAYMENT);
  });
});

describe('the report of a day (service 35)', () => {
  it('is asked of the bank in the morning, kept like its file, and closes a day that agrees', async () => {
    // A day on which nothing else was paid here.
    await app.database.query('DELETE FROM nomor_ditanya');
    app.clock.set('2026-01-14T10:00:00+08:00');
    const { id: bankId } = await app.database.one<{ id: number }>(
      "SELECT id FROM bank_integration WHERE code = 'KEDUA'",
    );
    const terms = {
      valid_from: '2026-01-14',
      cutoff: null,
      settles_saturdays: false,
      settles_sundays: false,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
      source: 'SNAP_REPORT',
    };
    expect(await agreeOnTerms(app, bankId, terms)).toMatchObject({ terms: [{ source: 'SNAP_REPORT' }] });
    // The clock stands still: so many inquiries of one street would be asked for the meter's digits.
    await app.database.query('DELETE FROM nomor_ditanya');
    for (const customer of [await owing(), await owing()]) {
      const account = await begin(customer, 'VA', 'KEDUA');
      expect(failures(await pay({ number: account.va_number }))).toEqual([]);
    }
    app.clock.set('2026-01-15T07:00:00+08:00');
    const admin = await app.as('admin');
    // A bank that does not answer leaves the day without its file.
    await control('POST', '/control/faults', { kind: 'error-500', services: ['35'] });
    const asked = { bank_id: bankId, settlement_date: '2026-01-14' };
    const refused = await admin.post<{ code: string }>('/reconciliation/files/fetch', asked);
    expect([refused.status, refused.body.code]).toEqual([503, 'bank.unreachable']);
    const openBreaks = () =>
      app.database.query(
        "SELECT d.type, d.difference FROM rekonsiliasi_detail d WHERE d.state = 'OPEN' AND d.type <> 'MATCHED'",
      );
    // What the bank says wrongly is a difference; its right answer supersedes it.
    await control('POST', '/control/report-breaks', { breaks: ['amount'] });
    await app.get(ReconcileDaily).work(businessDate('2026-01-15'));
    expect(await openBreaks()).toEqual([{ type: 'AMOUNT_DIFFERS', difference: 1_000 }]);
    await control('POST', '/control/report-breaks', { breaks: [] });
    const again = await admin.post('/reconciliation/files/fetch', asked);
    expect(again.body).toMatchObject({ stored: true, supersedes: expect.any(Number) as number });
    expect(await openBreaks()).toEqual([]);
    await app.get(ReconcileDaily).work(businessDate('2026-01-15'));
    const day = await app.database.one(
      `SELECT r.state, r.closed_by, f.file_name, f.line_count, (SELECT count(*)::int FROM rekonsiliasi_detail d
         WHERE d.reconciliation_id = r.id AND d.state = 'MATCHED') AS matched
       FROM rekonsiliasi r JOIN berkas_rekonsiliasi f ON f.id = r.file_id WHERE r.collector_id = $1`,
      [bankId],
    );
    expect(day).toEqual({
      state: 'CLOSED',
      closed_by: null,
      file_name: 'SNAP35-20260114.csv',
      line_count: 2,
      matched: 2,
    });
    // Asked again, the bank says the same, and nothing changes.
    expect((await admin.post('/reconciliation/files/fetch', asked)).body).toMatchObject({
      stored: false,
      known: true,
    });
    expect(await app.violations()).toEqual([]);
  });

  it('or its file itself is asked for: missing it is a case and a notice, and what it says wrongly a difference', async () => {
    const day = '2026-01-16';
    const { id: bankId } = await app.database.one<{ id: number }>(
      "SELECT id FROM bank_integration WHERE code = 'KEDUA'",
    );
    const terms = {
      valid_from: day,
      cutoff: null,
      settles_saturdays: false,
      settles_sundays: false,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
      source: 'BANK_FILE',
    };
    await agreeOnTerms(app, bankId, terms);
    app.clock.set(`${day}T10:00:00+08:00`);
    await app.database.query('DELETE FROM nomor_ditanya');
    for (const customer of [await owing(), await owing()]) {
      const account = await begin(customer, 'VA', 'KEDUA');
      expect(failures(await pay({ number: account.va_number }))).toEqual([]);
    }
    app.clock.set('2026-01-17T07:00:00+08:00');
    const missing = () =>
      app.database.query<{ status: string }>(
        "SELECT status FROM kasus WHERE kind = 'SETTLEMENT_FILE_MISSING' AND detail ->> 'settlement_date' = $1",
        [day],
      );
    await control('POST', '/control/faults', { kind: 'error-500', services: ['99'] });
    await app.get(ReconcileDaily).work(businessDate('2026-01-17'));
    expect(await missing()).toEqual([{ status: 'OPEN' }]);
    const [notice] = await app.database.query<{ payload: object }>(
      "SELECT payload FROM outbox WHERE topic = 'settlement_file.missing' ORDER BY id DESC LIMIT 1",
    );
    expect(notice?.payload).toMatchObject({ settlement_date: day });
    await control('POST', '/control/report-breaks', { breaks: ['missing', 'extra'] });
    await app.get(ReconcileDaily).work(businessDate('2026-01-17'));
    expect((await missing()).map(({ status }) => status)).not.toContain('OPEN');
    const found = await app.database.query<{ type: string }>(
      `SELECT d.type FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
       WHERE r.collector_id = $1 AND r.settlement_date = $2 AND d.state = 'OPEN' ORDER BY d.type`,
      [bankId, day],
    );
    expect(found.map(({ type }) => type)).toEqual(['AT_BANK_NOT_HERE', 'HERE_NOT_AT_BANK']);
    await control('POST', '/control/report-breaks', { breaks: [] });
    const asked = { bank_id: bankId, settlement_date: day };
    const again = await (await app.as('admin')).post('/reconciliation/files/fetch', asked);
    expect(again.body).toMatchObject({ stored: true, reading: { file: { format: 'CSV' } } });
    await app.get(ReconcileDaily).work(businessDate('2026-01-17'));
    const closed = await app.database.one(
      `SELECT r.state, r.closed_by, f.file_name, f.line_count FROM rekonsiliasi r JOIN berkas_rekonsiliasi f ON f.id = r.file_id
       WHERE r.collector_id = $1 AND r.settlement_date = $2`,
      [bankId, day],
    );
    expect(closed).toMatchObject({ state: 'CLOSED', closed_by: null, line_count: 2 });
    // What other cases began has run out on the way here.
    await app.get(KeepCheckouts).tend();
    expect(await app.violations()).toEqual([]);
  });
});
