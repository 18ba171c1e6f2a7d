import { dynamicVirtualAccountNumber } from '@tirtapay/domain';
import { randomBytes } from 'node:crypto';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { SNAP, snapPartner, type TestSnapPartner } from '../support/snap-partner';

const app = testApp();
const BILL = 70_000;
const FEE = 2_500;
let bank: TestBank;
let partner: TestSnapPartner;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  partner = await snapPartner(app, bank);
});

let counter = 0;
const next = (prefix = 'PAY') => `${prefix}-${String((counter += 1)).padStart(6, '0')}`;
const idr = (rupiah: number) => ({ value: `${String(rupiah)}.00`, currency: 'IDR' });
const inquire = (customerNo: string, on = partner) =>
  on.post(SNAP.inquiry, { ...on.account(customerNo), inquiryRequestId: next('INQ') });
const pay = (customerNo: string, amount: number, id = next(), on = partner) =>
  on.post(SNAP.payment, { ...on.account(customerNo), paymentRequestId: id, paidAmount: idr(amount) });
const payments = (customer: TestCustomer) =>
  app.database.query<{ reference: string; channel: string; kinds: string }>(
    `SELECT p.bank_reference AS reference, p.channel,
       (SELECT string_agg(a.kind, ',' ORDER BY a.id) FROM pembayaran_alokasi a WHERE a.payment_id = p.id) AS kinds
     FROM pembayaran p WHERE p.customer_id = $1 ORDER BY p.id`,
    [customer.id],
  );

async function owing(periods: readonly string[] = ['2025-12']) {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

/** A checkout as payment/intents leaves it, with its account or code made at the bank. */
async function checkout(customer: TestCustomer, method: 'VA' | 'QRIS', minutes = 60) {
  const bills = await app.database.query<{ id: number }>(
    "SELECT id::int FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED' ORDER BY id",
    [customer.id],
  );
  const amount = bills.length * BILL;
  const now = app.clock.now();
  const { id } = await app.database.one<{ id: number }>(
    `INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status,
       created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, 'PENDING', $9, $10) RETURNING id::int`,
    [
      randomBytes(18).toString('base64url'),
      customer.id,
      bank.id,
      method,
      bills.map((bill) => bill.id),
      amount,
      FEE,
      amount + FEE,
      new Date(now),
      new Date(now + minutes * 60_000),
    ],
  );
  const number = dynamicVirtualAccountNumber('13501', id);
  const trxId = `TRX-${String(id)}`;
  if (method === 'VA')
    await app.database.query(
      `INSERT INTO va_transaction (intent_id, bank_id, trx_id, partner_service_id, customer_no, virtual_account_number, bank_state, created_at)
       VALUES ($1, $2, $3, '   13501', $4, $5, 'DONE', $6)`,
      [id, bank.id, trxId, number.slice(5), number, new Date(now)],
    );
  else
    await app.database.query(
      `INSERT INTO qris_transaction (intent_id, bank_id, partner_reference_no, reference_no, bank_state, created_at)
       VALUES ($1, $2, $3, $4, 'DONE', $5)`,
      [id, bank.id, trxId, `QR${trxId}`, new Date(now)],
    );
  return { id, trxId, customerNo: number.slice(5), amount };
}

const orderOf = (id: number) =>
  app.database.one<{ status: string; closed_reason: string | null; paid: boolean }>(
    'SELECT status, closed_reason, payment_id IS NOT NULL AS paid FROM niat_bayar WHERE id = $1',
    [id],
  );

describe('the decision table', () => {
  it.each([
    ['an unknown customer', '010203000046'],
    ['a wrong check digit', '010203000042'],
    ['a number of another length', '1234'],
    ['a dynamic account nobody made', dynamicVirtualAccountNumber('1', 900_000_001).slice(1)],
  ])('%s: 12', async (_, customerNo) => {
    const [asked, paid] = [await inquire(customerNo), await pay(customerNo, BILL)];
    expect([asked.status, asked.code, asked.data.inquiryStatus]).toEqual([404, '4042412', '01']);
    expect([paid.status, paid.code, paid.data.paymentFlagStatus]).toEqual([404, '4042512', '01']);
    expect(asked.data.inquiryReason).toEqual({
      english: 'Bill not found',
      indonesia: 'Tagihan tidak ditemukan',
    });
    expect(asked.data).toMatchObject(partner.account(customerNo));
  });

  it('a customer not yet connected, and one never billed: 12', async () => {
    for (const customer of [await app.make.customer({ state: 'CALON' }), await app.make.customer()]) {
      expect((await inquire(customer.customer_number)).code).toBe('4042412');
      expect((await pay(customer.customer_number, BILL)).code).toBe('4042512');
    }
  });

  it('all bills paid: 14, without saying by whom', async () => {
    const customer = await owing();
    expect((await pay(customer.customer_number, BILL, 'FIRST-ONE')).code).toBe('2002500');
    const [asked, paid] = [
      await inquire(customer.customer_number),
      await pay(customer.customer_number, BILL),
    ];
    expect([asked.code, paid.code]).toEqual(['4042414', '4042514']);
    expect(asked.body.responseMessage).toBe('Paid Bill');
    expect(asked.data.inquiryReason).toEqual({
      english: 'Bill has been paid',
      indonesia: 'Tagihan telah dibayar',
    });
    expect(asked.text + paid.text).not.toMatch(/FIRST-ONE/);
    const again = await partner.post(SNAP.payment, {
      ...partner.account(customer.customer_number),
      paymentRequestId: next(),
      paidAmount: idr(BILL),
      billDetails: [{ billNo: `${customer.customer_number}202512` }],
    });
    expect(again.code).toBe('4042514');
  });

  it('another amount: 13, also with sen or two amounts that disagree', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const wrong = await pay(customer.customer_number, BILL + 1);
    expect([wrong.status, wrong.code, wrong.data.paymentFlagStatus]).toEqual([404, '4042513', '01']);
    expect(wrong.data.paymentFlagReason).toEqual({
      english: 'Invalid amount',
      indonesia: 'Jumlah Tidak Valid',
    });
    for (const change of [
      { paidAmount: { value: '140000.01', currency: 'IDR' } },
      { paidAmount: idr(2 * BILL), totalAmount: idr(BILL) },
      { paidAmount: idr(2 * BILL + FEE) },
      { paidAmount: idr(0) },
    ]) {
      const body = { ...partner.account(customer.customer_number), paymentRequestId: next(), ...change };
      expect((await partner.post(SNAP.payment, body)).code).toBe('4042513');
    }
    expect(await payments(customer)).toEqual([]);
  });

  it('a younger bill alone: 12', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const answer = await partner.post(SNAP.payment, {
      ...partner.account(customer.customer_number),
      paymentRequestId: next(),
      paidAmount: idr(BILL),
      billDetails: [{ billNo: '202512' }],
    });
    expect([answer.code, answer.body.responseMessage]).toEqual([
      '4042512',
      'Invalid Bill/Virtual Account [Oldest Bill First]',
    ]);
  });

  it('an external id used before: 00 of 409, although the payment stands', async () => {
    const customer = await owing();
    const body = {
      ...partner.account(customer.customer_number),
      paymentRequestId: next(),
      paidAmount: idr(BILL),
    };
    const headers = { 'X-EXTERNAL-ID': `${next('EXT')}-${String(Date.parse('2026-01-15'))}` };
    expect((await partner.post(SNAP.payment, body, { headers })).code).toBe('2002500');
    const reused = await partner.post(SNAP.payment, body, { headers });
    expect([reused.status, reused.code, reused.data.paymentFlagStatus]).toEqual([409, '4092500', '01']);
    expect((await partner.post(SNAP.payment, { ...body, flagAdvise: 'Y' })).code).toBe('2002500');
  });

  it('cut-off: 06 of 403, but a repetition is answered', async () => {
    const closing = await app.make.bank();
    const other = await snapPartner(app, closing, { mode: 'ASYMMETRIC' });
    const [customer, late] = [await owing(), await owing()];
    const id = next();
    expect((await pay(customer.customer_number, BILL, id, other)).code).toBe('2002500');
    await app.database.query(
      "UPDATE bank_integration SET cutoff_start = '00:00', cutoff_end = '23:59' WHERE id = $1",
      [closing.id],
    );
    app.get(BankDirectory).forget();
    app.get(SnapPartnerDirectory).forget();
    const asked = await inquire(late.customer_number, other);
    expect([asked.status, asked.code]).toEqual([403, '4032406']);
    expect((await pay(late.customer_number, BILL, next(), other)).code).toBe('4032506');
    expect((await pay(customer.customer_number, BILL, id, other)).code).toBe('2002500');
  });

  it('our failure before anything is posted: 5002500, 5002400; the retry succeeds', async () => {
    const customer = await owing();
    const id = next();
    await app.database.query('ALTER TABLE kwitansi RENAME TO kwitansi_away');
    const failed = await pay(customer.customer_number, BILL, id);
    await app.database.query('ALTER TABLE kwitansi_away RENAME TO kwitansi');
    expect([failed.status, failed.code, Object.keys(failed.body)]).toEqual([
      500,
      '5002500',
      ['responseCode', 'responseMessage'],
    ]);
    expect(await payments(customer)).toEqual([]);
    await app.database.query('ALTER TABLE denda RENAME TO denda_away');
    const asked = await inquire(customer.customer_number);
    await app.database.query('ALTER TABLE denda_away RENAME TO denda');
    expect(asked.code).toBe('5002400');
    expect((await pay(customer.customer_number, BILL, id)).code).toBe('2002500');
  });

  it('what cannot be known is never called failed: 5042500', async () => {
    const customer = await owing();
    const id = next();
    await app.database.query('ALTER TABLE bank_reference RENAME TO bank_reference_away');
    const unknown = await pay(customer.customer_number, BILL, id);
    await app.database.query('ALTER TABLE bank_reference_away RENAME TO bank_reference');
    expect([unknown.status, unknown.code]).toEqual([504, '5042500']);
    // another call holds the reference for longer than anyone waits
    const held = await app.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${String(bank.id)}/${id}`,
      ]);
      return pay(customer.customer_number, BILL, id);
    });
    expect(held.code).toBe('5042500');
    expect((await pay(customer.customer_number, BILL, id)).code).toBe('2002500');
  });
});

describe('one payment', () => {
  it('of 20 duplicates at once, under as many external ids', async () => {
    const customer = await owing();
    const id = next();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => pay(customer.customer_number, BILL, id)),
    );
    expect(answers.map(({ code }) => code)).toEqual(Array(20).fill('2002500'));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await payments(customer)).toHaveLength(1);
  });

  it('of 20 references at once: one posted, 19 paid already', async () => {
    const customer = await owing();
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(customer.customer_number, BILL)));
    expect(answers.filter(({ code }) => code === '2002500')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === '4042514')).toHaveLength(19);
    expect(await payments(customer)).toHaveLength(1);
  });

  it('through SNAP and then through the native API, and the other way round', async () => {
    const client = bank.client();
    for (const first of ['SNAP', 'NATIVE'] as const) {
      const customer = await owing();
      const id = next();
      const verified = await client.verify({ customer_number: customer.customer_number });
      const inquiry = verified.body as { inquiry_id: string; total_amount: number };
      const process = (reference: string) =>
        client.process({
          bank_reference: reference,
          inquiry_id: inquiry.inquiry_id,
          amount: inquiry.total_amount,
          paid_at: app.clock.text(app.clock.now()),
          channel: 'VA',
        });
      const steps = [() => pay(customer.customer_number, BILL, id), () => process(id)];
      for (const step of first === 'SNAP' ? steps : steps.reverse()) expect((await step()).status).toBe(200);
      expect((await process(next())).body).toMatchObject({ code: 'bill.already_paid' });
      expect((await pay(customer.customer_number, BILL)).code).toBe('4042514');
      expect(await payments(customer)).toHaveLength(1);
    }
  });

  it('of SNAP and native calls under one reference at the same moment', async () => {
    const customer = await owing();
    const id = next();
    const verified = await bank.client().verify({ customer_number: customer.customer_number });
    const { inquiry_id, total_amount } = verified.body as { inquiry_id: string; total_amount: number };
    const body = {
      bank_reference: id,
      inquiry_id,
      amount: total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'VA' as const,
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? pay(customer.customer_number, BILL, id) : bank.client().process(body),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await payments(customer)).toHaveLength(1);
  });
});

describe('a dynamic account', () => {
  it('asks for exactly its checkout and marks it paid with the posting', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const order = await checkout(customer, 'VA');
    const asked = await inquire(order.customerNo);
    expect([asked.code, asked.data.totalAmount, asked.data.feeAmount, asked.data.customerNo]).toEqual([
      '2002400',
      idr(2 * BILL),
      idr(FEE),
      order.customerNo,
    ]);
    expect((await pay(order.customerNo, BILL)).code).toBe('4042513');
    const id = next();
    const paid = await pay(order.customerNo, 2 * BILL, id);
    expect([paid.code, paid.data.virtualAccountNo]).toEqual(['2002500', `   13501${order.customerNo}`]);
    expect(await orderOf(order.id)).toEqual({ status: 'PAID', closed_reason: null, paid: true });
    expect((await pay(order.customerNo, 2 * BILL, id)).headers.get('idempotent-replayed')).toBe('true');
    expect([(await inquire(order.customerNo)).code, (await pay(order.customerNo, 2 * BILL)).code]).toEqual([
      '4042414',
      '4042514',
    ]);
    const status = await partner.post(SNAP.status, partner.account(order.customerNo));
    expect([status.code, status.data.paymentRequestId]).toEqual(['2002600', id]);
  });

  it('expires: 19', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'VA', -1);
    const [asked, paid] = [await inquire(order.customerNo), await pay(order.customerNo, BILL)];
    expect([asked.code, asked.data.inquiryStatus]).toEqual(['4042419', '01']);
    expect([paid.code, paid.data.paymentFlagStatus]).toEqual(['4042519', '01']);
    await app.database.query(
      "UPDATE niat_bayar SET status = 'EXPIRED', closed_reason = 'EXPIRED', closed_at = now() WHERE id = $1",
      [order.id],
    );
    expect((await inquire(order.customerNo)).code).toBe('4042419');
  });

  it('is paid when its bills are paid elsewhere, cancelled when it was replaced', async () => {
    const [customer, other] = [await owing(), await owing()];
    const [order, replaced] = [await checkout(customer, 'VA'), await checkout(other, 'VA')];
    const native = await bank.client().verify({ customer_number: customer.customer_number });
    const { inquiry_id, total_amount } = native.body as { inquiry_id: string; total_amount: number };
    await bank.client().process({
      bank_reference: next(),
      inquiry_id,
      amount: total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(await orderOf(order.id)).toMatchObject({ status: 'CANCELLED', closed_reason: 'PAID_ELSEWHERE' });
    expect((await pay(order.customerNo, BILL)).code).toBe('4042514');
    await app.database.query(
      "UPDATE niat_bayar SET status = 'CANCELLED', closed_reason = 'REPLACED', closed_at = now() WHERE id = $1",
      [replaced.id],
    );
    expect((await pay(replaced.customerNo, BILL)).code).toBe('4042512');
  });

  it('is not another bank’s', async () => {
    const order = await checkout(await owing(), 'VA');
    const stranger = await snapPartner(app, await app.make.bank(), { mode: 'ASYMMETRIC' });
    expect((await inquire(order.customerNo, stranger)).code).toBe('4042412');
  });

  it('posts once of 20 duplicates on both accounts of a customer', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'VA');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        pay(index % 2 === 0 ? order.customerNo : customer.customer_number, BILL),
      ),
    );
    expect(answers.filter(({ code }) => code === '2002500')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === '4042514')).toHaveLength(19);
    expect(await payments(customer)).toHaveLength(1);
  });
});

describe('QR notification (52)', () => {
  const notify = (order: { trxId: string }, change: object = {}) =>
    partner.post(SNAP.notify, {
      originalReferenceNo: `QR${order.trxId}`,
      originalPartnerReferenceNo: order.trxId,
      latestTransactionStatus: '00',
      amount: idr(BILL + FEE),
      customerNumber: '628123',
      additionalInfo: {},
      ...change,
    });
  /** A notification is applied right after its answer. */
  const applied = async (reference: string) => {
    await app.notificationsApplied();
    return stored(reference);
  };
  const stored = (reference: string) =>
    app.database.query<{ state: string; outcome: string | null; deliveries: number }>(
      "SELECT state, outcome, deliveries FROM webhook_inbox WHERE source = 'SNAP' AND event_id LIKE $1",
      [`52/${reference}/%`],
    );

  it('posts the checkout once, however often it comes', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'QRIS');
    const first = await notify(order);
    expect(first.body).toEqual({
      responseCode: '2005200',
      responseMessage: 'Successful',
      additionalInfo: {},
    });
    const answers = await Promise.all(Array.from({ length: 19 }, () => notify(order)));
    expect(answers.map(({ code }) => code)).toEqual(Array(19).fill('2005200'));
    await applied(`QR${order.trxId}`);
    expect(await payments(customer)).toEqual([
      { reference: `QR${order.trxId}`, channel: 'QRIS', kinds: 'BILL' },
    ]);
    expect(await orderOf(order.id)).toMatchObject({ status: 'PAID', paid: true });
    expect(await stored(`QR${order.trxId}`)).toEqual([
      { state: 'PROCESSED', outcome: 'POSTED', deliveries: 20 },
    ]);
  });

  it('knows the code by the number of the bank alone', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'QRIS');
    await notify(order, { originalPartnerReferenceNo: undefined });
    await applied(`QR${order.trxId}`);
    expect(await orderOf(order.id)).toMatchObject({ status: 'PAID', paid: true });
  });

  it('opens a case when the same event comes with other money', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'QRIS');
    await notify(order);
    await applied(`QR${order.trxId}`);
    expect((await notify(order, { amount: idr(1) })).code).toBe('2005200');
    await applied(`QR${order.trxId}`);
    expect(await payments(customer)).toHaveLength(1);
    const cases = await app.database.query(
      "SELECT 1 FROM kasus WHERE kind = 'EVENT_REUSED' AND status = 'OPEN'",
    );
    expect(cases).toHaveLength(1);
  });

  it('takes the reference of the payment when the bank names one', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'QRIS');
    await notify(order, { additionalInfo: { paymentReference: 'RRN-123' } });
    await applied('RRN-123');
    expect(await payments(customer)).toMatchObject([{ reference: 'RRN-123' }]);
  });

  it('keeps other statuses and settles nothing', async () => {
    const customer = await owing();
    const order = await checkout(customer, 'QRIS');
    for (const latestTransactionStatus of ['03', '06'])
      expect((await notify(order, { latestTransactionStatus })).code).toBe('2005200');
    await applied(`QR${order.trxId}`);
    expect(await payments(customer)).toEqual([]);
    expect(await stored(`QR${order.trxId}`)).toHaveLength(2);
    expect((await notify(order)).code).toBe('2005200');
    await applied(`QR${order.trxId}`);
    expect(await payments(customer)).toHaveLength(1);
  });

  it('makes credit with an open case of another amount or an expired code', async () => {
    const [customer, late] = [await owing(), await owing()];
    const [order, expired] = [await checkout(customer, 'QRIS'), await checkout(late, 'QRIS', -1)];
    expect((await notify(order, { amount: idr(BILL) })).code).toBe('2005200');
    expect((await notify(expired)).code).toBe('2005200');
    for (const { trxId } of [order, expired]) await applied(`QR${trxId}`);
    for (const one of [customer, late]) expect(await payments(one)).toMatchObject([{ kinds: 'CREDIT' }]);
    const cases = await app.database.query(
      "SELECT kind FROM kasus WHERE customer_id = ANY ($1) AND status = 'OPEN' ORDER BY kind",
      [[customer.id, late.id]],
    );
    expect(cases).toEqual([{ kind: 'AMOUNT_DIFFERS' }, { kind: 'EXPIRED_INTENT' }]);
  });

  it('waits for a code that is not known yet', async () => {
    expect((await notify({ trxId: 'NOT-YET' })).code).toBe('2005200');
    expect(await applied('QRNOT-YET')).toMatchObject([{ state: 'PARKED' }]);
  });
});
