import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import {
  eventually,
  testApp,
  TEST_START,
  type HttpCaller,
  type TestBank,
  type TestCustomer,
} from '../support';
import { CounterDesk } from '../support/counter-desk';
import { SnapBank } from '../support/snap-bank';
import { SNAP, snapPartner, type TestSnapPartner } from '../support/snap-partner';
import { codeOf, StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

// The janitor and the judge are run by hand, so that a test knows when.
const app = testApp({ jobs: false });
const host = new SnapBank();
let it1: HttpCaller;
let it2: HttpCaller;
/** Open, so that there is something beside the one that is not. */
let open: TestBank;

beforeAll(async () => {
  it1 = await app.as('it');
  it2 = await app.as('it2');
  open = await app.make.bank({ code: 'BUKA' });
  await host.start();
});
afterAll(() => host.stop());
beforeEach(async () => {
  app.clock.set(TEST_START);
  it1 = await app.as('it');
  it2 = await app.as('it2');
  await app.database.query('DELETE FROM rate_limit');
});

const BILL = 70_000;
const FEE = 2_500;
const TOTAL = BILL + FEE;
const code = (body: unknown) => (body as { code?: string }).code;
const newBank = () => app.make.bank({ environment: 'SANDBOX' });

async function owing(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  return customer;
}

const setEnvironment = async (bank: TestBank, environment: 'SANDBOX' | 'LIVE') => {
  await app.database.query('UPDATE bank_integration SET environment = $2 WHERE id = $1', [
    bank.id,
    environment,
  ]);
  app.get(BankDirectory).forget();
};

const process = (bank: TestBank, customer: TestCustomer, reference: string) =>
  bank.client().process({
    bank_reference: reference,
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202512`],
    amount: TOTAL,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });

/** Into the customer's own account at this bank. */
const notify = (bank: TestBank, customer: TestCustomer, event: string, change: object = {}) =>
  bank.client().notify({
    event_id: event,
    event: 'payment.paid',
    method: 'VA',
    virtual_account_number: `13501${customer.customer_number}`,
    bank_reference: `REF-${event}`,
    amount: TOTAL,
    paid_at: app.clock.text(app.clock.now()),
    ...change,
  });

function paySnap(partner: TestSnapPartner, customer: TestCustomer, id: string) {
  const amount = { value: `${String(BILL)}.00`, currency: 'IDR' };
  return partner.post(SNAP.payment, {
    ...partner.account(customer.customer_number),
    paymentRequestId: id,
    paidAmount: amount,
    totalAmount: amount,
    trxDateTime: app.clock.text(app.clock.now()),
  });
}

const paymentsOf = async ({ id }: TestBank) =>
  (
    await app.database.query<{ reference: string }>(
      "SELECT bank_reference AS reference FROM pembayaran WHERE collector_id = $1 AND kind = 'PAYMENT' ORDER BY id",
      [id],
    )
  ).map(({ reference }) => reference);

const casesAbout = (eventId: string) =>
  app.database.query<{ kind: string; status: string; amount: number; error: string }>(
    `SELECT k.kind, k.status, k.amount::int, k.detail ->> 'error' AS error
     FROM kasus k JOIN webhook_inbox w ON k.source_key = 'webhook_inbox:' || w.id WHERE w.event_id = $1`,
    [eventId],
  );

const messageOf = (eventId: string) =>
  app.database.one<{ state: string; outcome: string | null; last_error: string | null }>(
    'SELECT state, outcome, last_error FROM webhook_inbox WHERE event_id = $1',
    [eventId],
  );

async function certify(bank: TestBank): Promise<number> {
  const started = await it1.post<{ id: number }>(`/banks/${String(bank.id)}/certifications`, {});
  expect(started.status).toBe(202);
  return started.body.id;
}

const conclude = (run: number) => it1.post(`/certifications/${String(run)}/conclusion`);

describe('a bank that is not live', () => {
  it('may try its signature, and its payment is refused and signed', async () => {
    const bank = await newBank();
    const customer = await owing();
    const asked = await bank.client().verify({ customer_number: customer.customer_number });
    expect(asked.status).toBe(200);
    const refused = await process(bank, customer, 'BELUM/1');
    expect([refused.status, code(refused.body), refused.verdict]).toEqual([403, 'bank.not_live', 'VALID']);
    expect(await paymentsOf(bank)).toEqual([]);
    expect(code((await bank.client().status('BELUM/1')).body)).toBe('payment.not_found');
    // The refusal bound nothing: once the bank is open, the same reference is posted.
    await setEnvironment(bank, 'LIVE');
    expect((await process(bank, customer, 'BELUM/1')).status).toBe(200);
  });

  it('is told the same by SNAP, in its words', async () => {
    const bank = await newBank();
    const partner = await snapPartner(app, bank);
    const customer = await owing();
    const account = partner.account(customer.customer_number);
    const asked = await partner.post(SNAP.inquiry, { ...account, inquiryRequestId: 'belum-1' });
    expect(asked.code).toBe('2002400');
    const refused = await paySnap(partner, customer, 'belum-1');
    expect([refused.status, refused.body]).toEqual([
      403,
      { responseCode: '4032501', responseMessage: 'Feature Not Allowed [Not Live]' },
    ]);
    expect(await paymentsOf(bank)).toEqual([]);
  });

  it('is no bank whose calls fail: the light of its page stays green', async () => {
    const bank = await newBank();
    const partner = await snapPartner(app, bank);
    const customer = await owing();
    expect((await bank.client().verify({ customer_number: customer.customer_number })).status).toBe(200);
    for (const name of ['LAMPU/1', 'LAMPU/2', 'LAMPU/3']) {
      expect(code((await process(bank, customer, name)).body)).toBe('bank.not_live');
      expect((await paySnap(partner, customer, name.toLowerCase())).code).toBe('4032501');
    }
    await app.get(BankCallLog).settled();
    const { body } = await it1.get(`/banks/${String(bank.id)}/status`);
    expect(body).toMatchObject({ light: 'GREEN', calls_15m: 8, errors_15m: 0, error_percent: 0 });
  });

  it('may still take back: what it cannot know was posted is not posted later', async () => {
    const bank = await newBank();
    const body = { bank_reference: 'BELUM/R', reversal_reference: 'BELUM/R-1', reason: 'tidak jadi' };
    expect((await bank.client().reversal(body)).body).toMatchObject({
      status: 'REVERSED',
      was_posted: false,
    });
  });

  it('tells of money: it is refused, kept, and a person sees it; told again once the bank is open, it is booked', async () => {
    const bank = await newBank();
    await app.database.query("UPDATE bank_integration SET va_prefix = '13501' WHERE id = $1", [bank.id]);
    const customer = await owing();
    for (let times = 0; times < 2; times += 1) {
      const refused = await notify(bank, customer, 'EV-BELUM');
      expect([refused.status, code(refused.body), refused.verdict]).toEqual([403, 'bank.not_live', 'VALID']);
      await app.notificationsApplied();
    }
    expect(await messageOf('EV-BELUM')).toEqual({
      state: 'DEAD',
      outcome: null,
      last_error: 'bank.not_live',
    });
    expect(await casesAbout('EV-BELUM')).toEqual([
      { kind: 'WEBHOOK_DEAD', status: 'OPEN', amount: TOTAL, error: 'bank.not_live' },
    ]);
    expect(await paymentsOf(bank)).toEqual([]);
    expect(await app.violations()).toEqual([]);

    await setEnvironment(bank, 'LIVE');
    expect((await notify(bank, customer, 'EV-BELUM')).status).toBe(200);
    const applied = await eventually(
      () => messageOf('EV-BELUM'),
      ({ state }) => state !== 'NEW',
    );
    expect(applied).toMatchObject({ state: 'PROCESSED', outcome: 'POSTED' });
    expect(await paymentsOf(bank)).toEqual(['REF-EV-BELUM']);
    expect((await casesAbout('EV-BELUM'))[0]?.status).toBe('RESOLVED');
  });

  it('repeats what was kept with its empty fields, once: it is the same event, and is booked', async () => {
    const bank = await newBank();
    await app.database.query("UPDATE bank_integration SET va_prefix = '13501' WHERE id = $1", [bank.id]);
    const customer = await owing();
    const empty = { qris_reference: null };
    expect((await notify(bank, customer, 'EV-KOSONG', empty)).status).toBe(403);
    await app.notificationsApplied();
    // As it was kept before what is null was left out.
    await app.database.query(
      "UPDATE webhook_inbox SET payload = payload || $1::jsonb WHERE event_id = 'EV-KOSONG'",
      [empty],
    );
    await setEnvironment(bank, 'LIVE');
    expect((await notify(bank, customer, 'EV-KOSONG', empty)).status).toBe(200);
    const applied = await eventually(
      () => messageOf('EV-KOSONG'),
      ({ state }) => state !== 'NEW',
    );
    expect(applied).toMatchObject({ state: 'PROCESSED', outcome: 'POSTED' });
    expect((await casesAbout('EV-KOSONG')).map(({ kind }) => kind)).toEqual(['WEBHOOK_DEAD']);
  });

  it('may send a test, which moves nothing', async () => {
    const bank = await newBank();
    const answer = await notify(bank, await owing(), 'EV-UJI', { event: 'payment.test' });
    expect(answer.body).toEqual({ received: true });
    await app.notificationsApplied();
    expect(await messageOf('EV-UJI')).toMatchObject({ state: 'PROCESSED', outcome: 'TESTED' });
  });

  it('tells of a paid code by SNAP: refused, kept, and a person sees it', async () => {
    const bank = await newBank();
    const partner = await snapPartner(app, bank);
    const refused = await partner.post(SNAP.notify, {
      originalReferenceNo: 'QR-BELUM',
      latestTransactionStatus: '00',
      amount: { value: `${String(TOTAL)}.00`, currency: 'IDR' },
    });
    expect([refused.status, refused.code]).toEqual([403, '4035201']);
    await app.notificationsApplied();
    expect(await casesAbout('52/QR-BELUM/00')).toEqual([
      { kind: 'WEBHOOK_DEAD', status: 'OPEN', amount: TOTAL, error: 'bank.not_live' },
    ]);
    expect(await paymentsOf(bank)).toEqual([]);
  });
});

describe('its certification', () => {
  it('lets its money in until it ends; what was posted keeps its answer', async () => {
    const bank = await newBank();
    const partner = await snapPartner(app, bank);
    const [customer, other, late] = [await owing(), await owing(), await owing()];
    const run = await certify(bank);
    const posted = await process(bank, customer, 'UJI/1');
    expect(posted.status).toBe(200);
    const paid = await paySnap(partner, other, 'uji-2');
    expect(paid.code).toBe('2002500');
    expect((await conclude(run)).status).toBe(200);

    expect(code((await process(bank, late, 'UJI/3')).body)).toBe('bank.not_live');
    expect((await paySnap(partner, late, 'uji-4')).code).toBe('4032501');
    const again = await bank.client().process(posted.request.rawBody);
    expect([again.status, again.rawBody.equals(posted.rawBody)]).toEqual([200, true]);
    expect((await paySnap(partner, other, 'uji-2')).text).toBe(paid.text);
    const told = await notify(bank, customer, 'EV-UJI-1', { bank_reference: 'UJI/1' });
    expect(told.status).toBe(200);
    await app.notificationsApplied();
    expect(await messageOf('EV-UJI-1')).toMatchObject({ state: 'PROCESSED', outcome: 'ALREADY_POSTED' });
    const reused = await process(bank, late, 'UJI/1');
    expect([reused.status, code(reused.body)]).toEqual([422, 'payment.reference_reused']);
    expect(await paymentsOf(bank)).toEqual(['UJI/1', 'uji-2']);
    const reversal = { bank_reference: 'UJI/1', reversal_reference: 'UJI/1-R', reason: 'uji selesai' };
    expect((await bank.client().reversal(reversal)).body).toMatchObject({ was_posted: true });
    expect(await app.violations()).toEqual([]);
  });

  it('lets nothing in after its hour, also when nobody has ended it', async () => {
    const bank = await newBank();
    const customer = await owing();
    await certify(bank);
    app.clock.advance(60 * 60_000);
    expect(code((await process(bank, customer, 'UJI/LAMA')).body)).toBe('bank.not_live');
    app.clock.advance(-60_000);
    expect((await process(bank, customer, 'UJI/LAMA')).status).toBe(200);
  });

  it('opens no other bank, and is offered to nobody meanwhile', async () => {
    const [bank, other] = [await newBank(), await newBank()];
    const run = await certify(bank);
    expect(code((await process(other, await owing(), 'LAIN/1')).body)).toBe('bank.not_live');
    const offered = await offeredTo(await owing());
    expect(offered.map((one) => one.bank.code)).not.toContain(bank.code);
    await conclude(run);
  });
});

interface Offer {
  method: string;
  bank: { code: string };
}

async function tokenFor(customer: TestCustomer): Promise<string> {
  const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  return inquiry.body.token;
}

async function offeredTo(customer: TestCustomer): Promise<Offer[]> {
  const answer = await app.anyone.get<Offer[]>(`/public/payment-methods?token=${await tokenFor(customer)}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('where somebody chooses a bank', () => {
  it('one that is not live is not there, for a payer or a cashier, until it is opened', async () => {
    const bank = await newBank();
    await host.connect(app, bank);
    app.get(BankDirectory).forget();
    const customer = await owing();
    const token = await tokenFor(customer);
    const methods = async () =>
      (await offeredTo(customer))
        .filter((offer) => offer.bank.code === bank.code)
        .map(({ method }) => method);
    const begin = () =>
      app.anyone.post<PublicCheckoutDto>('/public/intents', { token, method: 'VA', bank_code: bank.code });
    const desk = await CounterDesk.at(app);
    const shown = async () =>
      (await desk.caller.get<{ data: { code: string }[] }>('/counter/qris-banks')).body.data.map(
        (one) => one.code,
      );

    expect((await offeredTo(customer)).map((offer) => offer.bank.code)).toContain(open.code);
    expect(await methods()).toEqual([]);
    expect(code((await begin()).body)).toBe('bank.not_found');
    expect(await shown()).toEqual([]);

    await setEnvironment(bank, 'LIVE');
    expect((await methods()).sort()).toEqual(['QRIS', 'TELLER', 'VA']);
    expect(await shown()).toEqual([bank.code]);
    expect((await begin()).status).toBe(201);
  });

  it('a checkout from before that its bank calls paid is not booked but shown to a person; then it is', async () => {
    const bank = await app.make.bank();
    const snap = new SnapBank();
    await snap.start();
    await snap.connect(app, bank);
    app.get(BankDirectory).forget();
    const customer = await owing();
    const begun = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
      token: await tokenFor(customer),
      method: 'VA',
      bank_code: bank.code,
    });
    expect(begun.status).toBe(201);
    await setEnvironment(bank, 'SANDBOX');
    const [account] = [...snap.accounts.values()];
    snap.pay('DIBAYAR-1', account, app.clock.text(app.clock.now()));
    app.clock.advance(3 * 3_600_000);
    await app.get(KeepCheckouts).tend();
    expect(await paymentsOf(bank)).toEqual([]);
    const unsettled = await app.database.query<{ amount: number }>(
      "SELECT amount::int FROM kasus WHERE kind = 'INTENT_UNSETTLED' AND status = 'OPEN' AND customer_id = $1",
      [customer.id],
    );
    expect(unsettled).toEqual([{ amount: TOTAL }]);
    await setEnvironment(bank, 'LIVE');
    app.clock.advance(3_600_000);
    await app.get(KeepCheckouts).tend();
    expect(await paymentsOf(bank)).toEqual(['DIBAYAR-1']);
    await snap.stop();
  });
});

it('money found in its file is posted once it is open, and not before', async () => {
  const bank = await newBank();
  const customer = await owing();
  const desk = new StatementDesk(app);
  await desk.begin(bank.id, '2026-01-14');
  const line = {
    date: '2026-01-14',
    reference: 'BERKAS-1',
    customer: customer.customer_number,
    nominal: BILL,
  };
  const day = await desk.stored(bank.id, '2026-01-14', sultraFile([line]));
  const asked = await desk.ask((await desk.items(day))[0]?.id, 'POST_PAYMENT');
  expect(codeOf(await desk.decide(asked.body.approval_id))).toBe('bank.not_live');
  expect(await paymentsOf(bank)).toEqual([]);
  await setEnvironment(bank, 'LIVE');
  expect((await desk.decide(asked.body.approval_id)).status).toBe(200);
  expect(await paymentsOf(bank)).toEqual(['BERKAS-1']);
});

describe('going live', () => {
  it('opens the doors and the offer at once, when two people have agreed', async () => {
    const bank = await newBank();
    const run = await certify(bank);
    await conclude(run);
    // What the scenarios show is another test's; here it is the opening.
    await app.database.query("UPDATE certification_run SET status = 'PASSED' WHERE id = $1", [run]);
    const customer = await owing();
    expect(code((await process(bank, customer, 'SIAP/1')).body)).toBe('bank.not_live');
    const asked = await it1.post<{ approval_id: number }>(`/banks/${String(bank.id)}/go-live`, {
      reason: 'siap dibuka',
    });
    expect(asked.status).toBe(202);
    const decided = await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect(decided.status).toBe(200);
    expect((await process(bank, customer, 'SIAP/1')).status).toBe(200);
    const offered = await offeredTo(await owing());
    expect(offered.map((one) => one.bank.code)).toContain(bank.code);
  });

  interface Standing {
    readonly count: number;
    readonly amount: number;
    readonly payments: readonly { id: number; receipt_number: string; certification_id: number }[];
  }
  const standingOf = async (bank: TestBank) =>
    (await it1.get<Standing>(`/banks/${String(bank.id)}/standing-payments`)).body;
  const goLive = (bank: TestBank, kept?: readonly number[]) =>
    it1.post<{ approval_id: number; code: string }>(`/banks/${String(bank.id)}/go-live`, {
      reason: 'siap dibuka',
      ...(kept !== undefined && { standing_payments: kept }),
    });
  const decide = (approval: number, by: HttpCaller) =>
    by.post<{ code: string }>(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });
  const passed = async (run: number) => {
    await conclude(run);
    await app.database.query("UPDATE certification_run SET status = 'PASSED' WHERE id = $1", [run]);
  };

  it('is refused while payments of its certification stand, unless they are reversed or named', async () => {
    const bank = await newBank();
    const partner = await snapPartner(app, bank);
    const run = await certify(bank);
    const [one, other] = [await owing(), await owing()];
    expect((await paySnap(partner, one, 'sisa-1')).code).toBe('2002500');
    expect((await process(bank, other, 'SISA/2')).status).toBe(200);
    await passed(run);
    const left = await standingOf(bank);
    expect(left).toMatchObject({
      count: 2,
      amount: 2 * BILL,
      payments: [
        { bank_reference: 'sisa-1', amount: BILL, certification_id: run },
        { bank_reference: 'SISA/2', amount: BILL, certification_id: run },
      ],
    });
    const [snap, native] = left.payments;
    const refused = await goLive(bank);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'bank.test_payments_stand',
        count: 2,
        amount: 2 * BILL,
        receipts: [snap?.receipt_number, native?.receipt_number],
      },
    ]);
    expect((await goLive(bank, [snap?.id ?? 0])).body.code).toBe('bank.test_payments_stand');
    // The bank speaks no other protocol: two people of the utility take back what it posted by SNAP.
    const back = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/payments/${String(snap?.id)}/reversal-requests`, {
      reason: 'Pembayaran sertifikasi',
    });
    expect((await decide(back.body.approval_id, await app.as('manajer'))).status).toBe(200);
    expect((await standingOf(bank)).payments.map(({ id }) => id)).toEqual([native?.id]);
    const asked = await goLive(bank, [native?.id ?? 0]);
    expect(asked.status).toBe(202);
    const shown = await it2.get<{ payload: object }>(`/approvals/${String(asked.body.approval_id)}`);
    expect(shown.body.payload).toMatchObject({
      standing_receipts: [native?.receipt_number],
      amount: BILL,
    });
    expect((await decide(asked.body.approval_id, it2)).status).toBe(200);
    expect(await standingOf(bank)).toEqual({ count: 0, amount: 0, payments: [] });
    expect(await app.violations()).toEqual([]);
  });

  it('is outdated by what another certification posts before it is decided', async () => {
    const bank = await newBank();
    await passed(await certify(bank));
    const asked = await goLive(bank);
    expect(asked.status).toBe(202);
    const again = await certify(bank);
    expect((await process(bank, await owing(), 'LAGI/1')).status).toBe(200);
    await passed(again);
    const decided = await decide(asked.body.approval_id, it2);
    expect([decided.status, decided.body.code]).toEqual([409, 'approval.outdated']);
    expect(code((await process(bank, await owing(), 'LAGI/2')).body)).toBe('bank.not_live');
  });
});
