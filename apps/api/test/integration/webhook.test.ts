import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { KeepCalls } from '../../src/modules/money/checkout/keep-calls.service';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { ApplyNotification } from '../../src/modules/money/checkout/webhook/apply-notification.service';
import { WebhookInbox } from '../../src/modules/money/checkout/webhook/webhook-inbox';
import { testApp, TEST_START, type TestBank, type TestCustomer } from '../support';
import { Client } from 'pg';
import { insertOtherBill } from '../support/other-bill';
import { SnapBank } from '../support/snap-bank';

// Only what a delivery itself sets in motion runs by itself; the later looks are made by hand.
const app = testApp({ jobs: false });
const host = new SnapBank();
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  await host.start();
  await host.connect(app, bank);
  app.get(BankDirectory).forget();
});
afterAll(() => host.stop());
beforeEach(async () => {
  app.clock.set(TEST_START);
  await app.database.query('DELETE FROM rate_limit');
});

// What the timers of the janitor do all the time.
afterEach(async () => {
  await app.get(KeepCalls).tend();
  await app.get(KeepCheckouts).tend();
  await app.get(KeepCheckouts).tend();
});

const BILL = 70_000;
const FEE = 2_500;
const TOTAL = BILL + FEE;
const look = () => app.get(ApplyNotification).run();

async function owing(periods: readonly string[] = ['2025-12']): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

async function begin(customer: TestCustomer, method: 'VA' | 'QRIS' = 'VA'): Promise<PublicCheckoutDto> {
  const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  const answer = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token: inquiry.body.token,
    method,
    bank_code: bank.code,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

const statusOf = async (checkout: PublicCheckoutDto) =>
  (await app.anyone.get<PublicCheckoutDto>(`/public/intents/${checkout.intent_token}`)).body.status;

let events = 0;
interface Told {
  event_id?: string;
  event?: 'payment.paid' | 'payment.failed' | 'payment.reversed' | 'payment.test';
  amount?: number;
  paid_at?: string;
}

function paidInto(number: string, reference: string, told: Told = {}) {
  return bank.client().notify({
    event_id: told.event_id ?? `EVT-${String((events += 1))}`,
    event: told.event ?? 'payment.paid',
    method: 'VA',
    virtual_account_number: number,
    bank_reference: reference,
    amount: told.amount ?? TOTAL,
    paid_at: told.paid_at ?? app.clock.text(app.clock.now()),
  });
}

const tell = (checkout: PublicCheckoutDto, reference: string, told: Told = {}) =>
  paidInto(checkout.va_number ?? '', reference, told);

function process(customer: TestCustomer, reference: string) {
  return bank.client().process({
    bank_reference: reference,
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202512`],
    amount: TOTAL,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'VA',
  });
}

async function message(eventId: string) {
  return app.database.one<{
    id: number;
    state: string;
    outcome: string | null;
    deliveries: number;
    attempts: number;
  }>('SELECT id::int, state, outcome, deliveries, attempts FROM webhook_inbox WHERE event_id = $1', [
    eventId,
  ]);
}

/** What a delivery set in motion is over. */
async function settled(eventId: string) {
  await app.notificationsApplied();
  return message(eventId);
}

const paymentsOf = (customer: TestCustomer) =>
  app.database.query<{ bank_reference: string; bills: number }>(
    `SELECT p.bank_reference, (SELECT count(*) FROM pembayaran_alokasi a WHERE a.payment_id = p.id AND a.kind = 'BILL')::int AS bills
     FROM pembayaran p WHERE p.customer_id = $1 AND p.kind = 'PAYMENT' ORDER BY p.id`,
    [customer.id],
  );
const casesOf = (customer: TestCustomer) =>
  app.database.query<{ kind: string; status: string }>(
    'SELECT kind, status FROM kasus WHERE customer_id = $1 ORDER BY id',
    [customer.id],
  );

describe('a notification', () => {
  it('alone turns the page to paid', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    const answer = await tell(checkout, 'WH/ALONE', { event_id: 'ALONE' });
    expect([answer.status, answer.body, answer.verdict]).toEqual([200, { received: true }, 'VALID']);
    expect(await settled('ALONE')).toMatchObject({ state: 'PROCESSED', outcome: 'POSTED', attempts: 1 });
    expect(await statusOf(checkout)).toBe('PAID');
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'WH/ALONE', bills: 1 }]);
  });

  it('of a QRIS is applied by our reference and by the bank’s', async () => {
    for (const which of ['partnerReferenceNo', 'referenceNo'] as const) {
      const checkout = await begin(await owing(), 'QRIS');
      const code = [...host.codes.values()].find((one) => one.payload === checkout.qr_payload);
      const answer = await bank.client().notify({
        event_id: `QR-${which}`,
        event: 'payment.paid',
        method: 'QRIS',
        qris_reference: code?.[which] ?? '',
        bank_reference: `WH/QR/${which}`,
        amount: TOTAL,
        paid_at: app.clock.text(app.clock.now()),
      });
      expect(answer.status).toBe(200);
      expect((await settled(`QR-${which}`)).outcome).toBe('POSTED');
      expect(await statusOf(checkout)).toBe('PAID');
    }
  });

  it('is also served under the version', async () => {
    const customer = await owing();
    const client = bank.client();
    const body = {
      event_id: 'VERSIONED',
      event: 'payment.failed' as const,
      method: 'VA' as const,
      virtual_account_number: `13501${customer.customer_number}`,
      bank_reference: 'WH/V1',
      amount: TOTAL,
      paid_at: app.clock.text(app.clock.now()),
    };
    const answer = await client.send(
      'POST',
      '/api/v1/webhook/payment-notification',
      Buffer.from(JSON.stringify(body)),
    );
    expect(answer.status).toBe(200);
    expect(await settled('VERSIONED')).toMatchObject({ state: 'PROCESSED', outcome: 'IGNORED' });
    expect(await paymentsOf(customer)).toEqual([]);
  });

  it('with a wrong signature leaves no row; a malformed one is refused by pointer', async () => {
    const wrong = bank.client({ secret: 'another secret' });
    const body = {
      event_id: 'FORGED',
      event: 'payment.paid' as const,
      method: 'VA' as const,
      virtual_account_number: '135019900000001',
      bank_reference: 'WH/FORGED',
      amount: TOTAL,
      paid_at: app.clock.text(app.clock.now()),
    };
    expect((await wrong.notify(body)).status).toBe(401);
    expect(await app.database.query("SELECT 1 FROM webhook_inbox WHERE event_id = 'FORGED'")).toEqual([]);
    const pointers = async (change: object) => {
      const answer = await bank.client().notify(Buffer.from(JSON.stringify({ ...body, ...change })));
      expect(answer.status).toBe(400);
      const { errors } = answer.body as { errors: { pointer: string }[] };
      return [...new Set(errors.map((error) => error.pointer))];
    };
    expect(await pointers({ amount: 0 })).toEqual(['/amount']);
    expect(await pointers({ amount: '72500' })).toEqual(['/amount']);
    expect(await pointers({ paid_at: '2026-01-15 09:30' })).toEqual(['/paid_at']);
    expect(await pointers({ method: 'QRIS' })).toEqual(['/qris_reference']);
    expect(await pointers({ event_id: 'a b' })).toEqual(['/event_id']);
    expect(await pointers({ status: 'PAID' })).toEqual(['/status']);
  });
});

describe('one money, in any order', () => {
  it.each(['process first', 'notification first'] as const)('%s', async (order) => {
    const customer = await owing();
    const checkout = await begin(customer);
    const reference = `ORDER/${order.replace(' ', '-')}`;
    const eventId = reference.replace('/', '-');
    if (order === 'process first') {
      expect((await process(customer, reference)).status).toBe(200);
      await tell(checkout, reference, { event_id: eventId });
      expect((await settled(eventId)).outcome).toBe('ALREADY_POSTED');
    } else {
      await tell(checkout, reference, { event_id: eventId });
      expect((await settled(eventId)).outcome).toBe('POSTED');
      const repeated = await process(customer, reference);
      expect([repeated.status, repeated.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    }
    expect(await statusOf(checkout)).toBe('PAID');
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: reference, bills: 1 }]);
    expect(await casesOf(customer)).toEqual([]);
  });

  it('process and 20 deliveries at once: one payment, one receipt, every answer 2xx', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    const answers = await Promise.all([
      process(customer, 'STORM/1'),
      ...Array.from({ length: 20 }, () => tell(checkout, 'STORM/1', { event_id: 'STORM' })),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(Array(21).fill(200));
    expect(await settled('STORM')).toMatchObject({ state: 'PROCESSED', deliveries: 20 });
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'STORM/1', bills: 1 }]);
    expect(await statusOf(checkout)).toBe('PAID');
  });

  it('20 events about one payment are one payment', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tell(checkout, 'MANY/1', { event_id: `MANY-${String(index)}` }),
      ),
    );
    for (let index = 0; index < 20; index += 1) await settled(`MANY-${String(index)}`);
    app.clock.advance(2_000);
    await look();
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'MANY/1', bills: 1 }]);
    expect(await casesOf(customer)).toEqual([]);
    const open = await app.database.query(
      "SELECT 1 FROM webhook_inbox WHERE event_id LIKE 'MANY-%' AND state <> 'PROCESSED'",
    );
    expect(open).toEqual([]);
  });

  it('asking the bank first and the notification later is one payment', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    const account = [...host.accounts.values()].find(
      (one) => one.virtualAccountNo.trim() === checkout.va_number,
    );
    host.pay('POLLED/1', account, app.clock.text(app.clock.now()));
    await app.anyone.post(`/public/intents/${checkout.intent_token}/recheck`);
    await tell(checkout, 'POLLED/1', { event_id: 'POLLED' });
    expect((await settled('POLLED')).outcome).toBe('ALREADY_POSTED');
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'POLLED/1', bills: 1 }]);
  });
});

describe('a worker that was away for longer than its lease', () => {
  const inbox = () => app.get(WebhookInbox);
  const rowOf = (eventId: string) =>
    app.database.one<{ state: string; attempts: number }>(
      'SELECT state, attempts FROM webhook_inbox WHERE event_id = $1',
      [eventId],
    );
  async function takenTwice(eventId: string) {
    const id = await inbox().accept(bank.id, {
      event_id: eventId,
      event: 'payment.test',
      method: 'VA',
      virtual_account_number: '13501990000000018',
      bank_reference: eventId,
      amount: TOTAL,
      paid_at: app.clock.text(app.clock.now()),
    });
    const [first] = await inbox().claim(id ?? 0);
    app.clock.advance(31_000);
    const [second] = await inbox().claim(id ?? 0);
    if (first === undefined || second === undefined) throw new Error('was not taken twice');
    return { first, second };
  }
  const DONE = { state: 'PROCESSED', outcome: 'TESTED', checkoutId: null, paymentId: null } as const;
  const openCases = () =>
    app.database.query("SELECT FROM kasus WHERE kind = 'WEBHOOK_DEAD' AND status = 'OPEN'");

  it('writes its failure neither over what another has applied, nor over a later attempt', async () => {
    const applied = await takenTwice('AWAY-1');
    await inbox().conclude(applied.second, DONE);
    await inbox().conclude(applied.first, { state: 'DEAD', error: 'too late' });
    expect(await rowOf('AWAY-1')).toEqual({ state: 'PROCESSED', attempts: 2 });
    const trying = await takenTwice('AWAY-2');
    await inbox().conclude(trying.first, { state: 'DEAD', error: 'too late' });
    expect(await rowOf('AWAY-2')).toEqual({ state: 'NEW', attempts: 2 });
    // What it did apply stands, whoever is at it now.
    await inbox().conclude(trying.first, DONE);
    await inbox().conclude(trying.second, { state: 'NEW', error: 'later' });
    expect(await rowOf('AWAY-2')).toEqual({ state: 'PROCESSED', attempts: 2 });
    // Also what another gave up meanwhile: the money is booked, and nobody has to look for it.
    const given = await takenTwice('AWAY-3');
    await inbox().conclude(given.second, { state: 'DEAD', error: 'locked' });
    expect(await openCases()).toHaveLength(1);
    await inbox().conclude(given.first, DONE);
    expect(await rowOf('AWAY-3')).toEqual({ state: 'PROCESSED', attempts: 2 });
    expect(await openCases()).toEqual([]);
  });
});

describe('money that does not fit', () => {
  it('of another amount is credit with a case; the bill stays open', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    await tell(checkout, 'ODD/1', { event_id: 'ODD', amount: 10_000 });
    expect((await settled('ODD')).outcome).toBe('CREDITED');
    expect(await statusOf(checkout)).toBe('PENDING');
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'ODD/1', bills: 0 }]);
    expect(await casesOf(customer)).toEqual([{ kind: 'AMOUNT_DIFFERS', status: 'OPEN' }]);
  });

  it('paid a second time through the other method is credit with a case', async () => {
    const customer = await owing();
    const account = await begin(customer);
    const qris = await begin(customer, 'QRIS');
    const code = [...host.codes.values()].find((one) => one.payload === qris.qr_payload);
    await bank.client().notify({
      event_id: 'TWICE-QR',
      event: 'payment.paid',
      method: 'QRIS',
      qris_reference: code?.partnerReferenceNo ?? '',
      bank_reference: 'TWICE/QR',
      amount: TOTAL,
      paid_at: app.clock.text(app.clock.now()),
    });
    await settled('TWICE-QR');
    await tell(account, 'TWICE/VA', { event_id: 'TWICE-VA' });
    expect((await settled('TWICE-VA')).outcome).toBe('CREDITED');
    expect(await statusOf(qris)).toBe('PAID');
    expect(await paymentsOf(customer)).toEqual([
      { bank_reference: 'TWICE/QR', bills: 1 },
      { bank_reference: 'TWICE/VA', bills: 0 },
    ]);
  });

  it('paid in time but told after expiry still pays; paid after expiry is credit', async () => {
    const [intime, late] = [await owing(), await owing()];
    const [first, second] = [await begin(intime), await begin(late)];
    app.clock.advance(60 * 60_000);
    const paidInTime = app.clock.text(app.clock.now());
    app.clock.advance(70 * 60_000);
    await tell(first, 'EXP/INTIME', { event_id: 'EXP-1', paid_at: paidInTime });
    await tell(second, 'EXP/LATE', { event_id: 'EXP-2' });
    expect((await settled('EXP-1')).outcome).toBe('POSTED');
    expect((await settled('EXP-2')).outcome).toBe('CREDITED');
    expect(await casesOf(late)).toEqual([{ kind: 'EXPIRED_INTENT', status: 'OPEN' }]);
  });

  it('paid in time but told after the janitor closed it still pays, in place of one that was opened since', async () => {
    const [intime, late] = [await owing(), await owing()];
    const [first, second] = [await begin(intime), await begin(late)];
    app.clock.advance(60 * 60_000);
    const paidInTime = app.clock.text(app.clock.now());
    app.clock.advance(70 * 60_000);
    await app.get(KeepCheckouts).tend();
    const states = () =>
      app.database.query<{ status: string }>(
        'SELECT status FROM niat_bayar WHERE customer_id = ANY ($1) ORDER BY id',
        [[intime.id, late.id]],
      );
    expect(await states()).toEqual([{ status: 'EXPIRED' }, { status: 'EXPIRED' }]);
    const again = await begin(intime);
    await tell(first, 'CLOSED/INTIME', { event_id: 'CLOSED-1', paid_at: paidInTime });
    await tell(second, 'CLOSED/LATE', { event_id: 'CLOSED-2' });
    expect((await settled('CLOSED-1')).outcome).toBe('POSTED');
    expect((await settled('CLOSED-2')).outcome).toBe('CREDITED');
    expect([await statusOf(first), await statusOf(again)]).toEqual(['PAID', 'PAID_ELSEWHERE']);
    expect(await paymentsOf(intime)).toEqual([{ bank_reference: 'CLOSED/INTIME', bills: 1 }]);
    expect(await casesOf(intime)).toEqual([]);
    expect(await casesOf(late)).toEqual([{ kind: 'EXPIRED_INTENT', status: 'OPEN' }]);
    await app.get(KeepCheckouts).tend();
    expect(
      await app.database.query(
        'SELECT FROM niat_bayar WHERE customer_id = $1 AND next_check_at IS NOT NULL',
        [intime.id],
      ),
    ).toEqual([]);
  });

  it('on a static account pays the bills it makes', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    app.clock.set('2025-12-18T09:30:00+08:00');
    await paidInto(`13501${customer.customer_number}`, 'STATIC/1', { event_id: 'STATIC' });
    expect((await settled('STATIC')).outcome).toBe('POSTED');
    expect(await paymentsOf(customer)).toEqual([{ bank_reference: 'STATIC/1', bills: 1 }]);
  });

  it('on a static account pays what an applicant was billed, and what is paid twice is credit', async () => {
    const applicant = await app.make.customer({ state: 'CALON' });
    await insertOtherBill(app.database, {
      customer: applicant,
      kind: 'NONWATER',
      suffix: '202621',
      amount: BILL,
      dueDate: '2026-01-25',
    });
    for (const [time, outcome] of [
      ['FIRST', 'POSTED'],
      ['AGAIN', 'CREDITED'],
    ] as const) {
      await paidInto(`13501${applicant.customer_number}`, `CALON/${time}`, { event_id: `CALON-${time}` });
      expect((await settled(`CALON-${time}`)).outcome).toBe(outcome);
    }
  });
});

describe('what is not known yet', () => {
  it('waits, and is applied when it is', async () => {
    const customer = await owing();
    const number = `13501${customer.customer_number}`;
    // A number that is nobody's yet cannot be made somebody's by any way of the product.
    const client = new Client({ connectionString: app.database.superUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    // Otherwise a second may be over before we look.
    app.clock.stop();
    const named = (number: string) =>
      client.query('UPDATE pelanggan SET customer_number = $2 WHERE id = $1', [customer.id, number]);
    await named('990000000028');
    await paidInto(number, 'EARLY/1', { event_id: 'EARLY' });
    expect((await settled('EARLY')).state).toBe('PARKED');
    await named(customer.customer_number);
    await client.end();
    expect(await look()).toBe(0);
    app.clock.advance(1_100);
    expect(await look()).toBe(1);
    expect(await message('EARLY')).toMatchObject({ state: 'PROCESSED', outcome: 'POSTED', attempts: 2 });
    app.clock.run();
  });

  it('goes to suspense with a case when nobody ever claims it', async () => {
    await paidInto('13501990000000011', 'NOBODY/1', { event_id: 'NOBODY' });
    expect((await settled('NOBODY')).state).toBe('PARKED');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      app.clock.advance(301_000);
      await look();
    }
    expect(await message('NOBODY')).toMatchObject({ state: 'PROCESSED', outcome: 'SUSPENDED', attempts: 7 });
    expect(
      await app.database.one(
        "SELECT c.kind, c.status, c.amount::int FROM kasus c JOIN pembayaran p ON p.id = c.payment_id WHERE p.bank_reference = 'NOBODY/1'",
      ),
    ).toEqual({ kind: 'UNKNOWN_TARGET', status: 'OPEN', amount: BILL });
  });
});

describe('what cannot be applied', () => {
  it('is dead at once when its reference stands for other money, and staff see it', async () => {
    const [one, other] = [await owing(), await owing()];
    await process(one, 'TAKEN/1');
    const checkout = await begin(other);
    await tell(checkout, 'TAKEN/1', { event_id: 'TAKEN' });
    expect((await settled('TAKEN')).state).toBe('DEAD');
    const staff = await app.as('it');
    const list = await staff.get<{ data: { id: number; event_id: string; last_error: string }[] }>(
      '/webhook-inbox?state=DEAD',
    );
    expect(list.body.data).toEqual([
      expect.objectContaining({ event_id: 'TAKEN', last_error: 'payment.reference_reused' }),
    ]);
    expect((await (await app.as('petugas')).get('/webhook-inbox')).status).toBe(403);
    const cases = () =>
      app.database.query<{ id: number; status: string }>(
        "SELECT id::int, status FROM kasus WHERE kind = 'WEBHOOK_DEAD' AND detail->>'error' <> 'locked'",
      );
    const [opened] = await cases();
    const id = opened?.id ?? 0;
    expect(await cases()).toEqual([{ id, status: 'OPEN' }]);
    // Somebody closes it and tries again: the money is no more booked than before, and that is told.
    const closed = await (
      await app.as('admin')
    ).post(`/cases/${String(id)}/resolution`, { resolution: 'CLOSE', note: 'ditanyakan ke bank' });
    expect([closed.status, await cases()]).toEqual([200, [{ id, status: 'RESOLVED' }]]);
    const again = await staff.post<{ state: string }>(
      `/webhook-inbox/${String(list.body.data[0]?.id)}/retry`,
    );
    expect([again.body.state, await cases()]).toEqual(['DEAD', [{ id, status: 'OPEN' }]]);
  });

  it('does not hold up the others, is tried again, dies, and can be revived by staff', async () => {
    const [poisoned, healthy] = [await owing(), await owing()];
    const checkout = await begin(poisoned);
    // a fault of ours that lasts: the receipt series is broken
    await app.database.query(
      'ALTER TABLE kwitansi_seri ADD CONSTRAINT broken CHECK (channel <> $$QRIS$$) NOT VALID',
    );
    await app.database.query(`UPDATE webhook_inbox SET next_attempt_at = NULL WHERE state = 'PARKED'`);
    const qris = await begin(poisoned, 'QRIS');
    const code = [...host.codes.values()].find((one) => one.payload === qris.qr_payload);
    await bank.client().notify({
      event_id: 'POISON',
      event: 'payment.paid',
      method: 'QRIS',
      qris_reference: code?.partnerReferenceNo ?? '',
      bank_reference: 'POISON/1',
      amount: TOTAL,
      paid_at: app.clock.text(app.clock.now()),
    });
    await paidInto(`13501${healthy.customer_number}`, 'HEALTHY/1', { event_id: 'HEALTHY' });
    expect((await settled('HEALTHY')).outcome).toBe('POSTED');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      app.clock.advance(301_000);
      await look();
    }
    const dead = await message('POISON');
    expect(dead).toMatchObject({ state: 'DEAD', attempts: 7 });
    expect(await paymentsOf(poisoned)).toEqual([]);
    await app.database.query('ALTER TABLE kwitansi_seri DROP CONSTRAINT broken');
    app.clock.set(TEST_START);
    const revived = await (
      await app.as('it')
    ).post<{ state: string; outcome: string }>(`/webhook-inbox/${String(dead.id)}/retry`);
    expect(revived.body).toMatchObject({ state: 'PROCESSED', outcome: 'POSTED' });
    expect(
      await app.database.one('SELECT status, resolution FROM kasus WHERE source_key = $1', [
        `webhook_inbox:${String(dead.id)}`,
      ]),
    ).toEqual({ status: 'RESOLVED', resolution: 'applied' });
    expect(await statusOf(checkout)).toBe('PAID_ELSEWHERE');
  });

  it('opens a case for an event id that comes again with other content', async () => {
    const customer = await owing();
    await paidInto(`13501${customer.customer_number}`, 'SAME/1', { event_id: 'SAME' });
    await settled('SAME');
    const again = await paidInto(`13501${customer.customer_number}`, 'SAME/2', {
      event_id: 'SAME',
      amount: 9_000,
    });
    expect(again.status).toBe(200);
    expect(await message('SAME')).toMatchObject({ deliveries: 2, outcome: 'POSTED' });
    expect(await app.database.query("SELECT amount::int FROM kasus WHERE kind = 'EVENT_REUSED'")).toEqual([
      { amount: 9_000 },
    ]);
  });
});

describe('a reversal told by the bank', () => {
  it('is one on the business day, before or after the payment, and a case the day after', async () => {
    const [same, before, after] = [await owing(), await owing(), await owing()];
    const number = (customer: TestCustomer) => `13501${customer.customer_number}`;
    await paidInto(number(same), 'BACK/SAME', { event_id: 'BACK-1' });
    await settled('BACK-1');
    await paidInto(number(same), 'BACK/SAME', { event_id: 'BACK-2', event: 'payment.reversed' });
    expect((await settled('BACK-2')).outcome).toBe('REVERSED');
    expect(
      await app.database.query("SELECT 1 FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED'", [
        same.id,
      ]),
    ).toHaveLength(1);

    await paidInto(number(before), 'BACK/BEFORE', { event_id: 'BACK-3', event: 'payment.reversed' });
    await settled('BACK-3');
    await paidInto(number(before), 'BACK/BEFORE', { event_id: 'BACK-4' });
    expect((await settled('BACK-4')).outcome).toBe('REVERSED');
    expect(await paymentsOf(before)).toEqual([]);

    await paidInto(number(after), 'BACK/AFTER', { event_id: 'BACK-5' });
    await settled('BACK-5');
    app.clock.advance(24 * 3_600_000);
    await paidInto(number(after), 'BACK/AFTER', { event_id: 'BACK-6', event: 'payment.reversed' });
    expect((await settled('BACK-6')).outcome).toBe('CASE');
    expect(await app.database.query("SELECT status FROM kasus WHERE kind = 'REVERSAL_BY_BANK'")).toEqual([
      { status: 'OPEN' },
    ]);
  });
});

describe('a test notification', () => {
  interface Tested {
    http_status: number;
    code: string | null;
    accepted: boolean;
    answer_proven: boolean;
    processed: boolean;
    latency_ms: number;
    message: { id: number; event_id: string; state: string; outcome: string; payment_id: null } | null;
  }
  const send = async (bankId: number, who: 'it' | 'admin' | 'petugas' | 'manajer' = 'it') =>
    (await app.as(who)).post<Tested & { code: string | null }>('/webhook-inbox/test-notifications', {
      bank_id: bankId,
    });
  const books = () =>
    app.database.one(
      `SELECT (SELECT count(*) FROM pembayaran)::int AS payments, (SELECT count(*) FROM jurnal_baris)::int AS lines,
         (SELECT count(*) FROM saldo_pelanggan)::int AS credits, (SELECT count(*) FROM kasus)::int AS cases,
         (SELECT count(*) FROM kwitansi)::int AS receipts`,
    );

  it('goes through the door to its end, each as its own row, and leaves the books alone', async () => {
    const before = await books();
    const [first, second] = [(await send(bank.id)).body, (await send(bank.id)).body];
    for (const tested of [first, second]) {
      expect(tested).toMatchObject({
        http_status: 200,
        code: null,
        accepted: true,
        answer_proven: true,
        processed: true,
        message: { state: 'PROCESSED', outcome: 'TESTED', payment_id: null },
      });
      expect(tested.latency_ms).toBeGreaterThan(0);
    }
    expect(first.message?.id).not.toBe(second.message?.id);
    expect(await books()).toEqual(before);
  });

  it('is in the request log, in the audit trail, and says nothing of the bank itself', async () => {
    const quiet = await app.make.bank();
    app.get(BankDirectory).forget();
    const eventId = (await send(quiet.id)).body.message?.event_id ?? '';
    await app.get(BankCallLog).settled();
    expect(
      await app.database.query(
        'SELECT http_status FROM payment_transaction WHERE bank_id = $1 AND bank_reference = $2',
        [quiet.id, eventId],
      ),
    ).toEqual([{ http_status: 200 }]);
    expect(
      await app.database.one(
        `SELECT after ->> 'event_id' AS event_id FROM log_aktivitas WHERE action = 'webhook.tested' AND entity_id = $1`,
        [quiet.id],
      ),
    ).toEqual({ event_id: eventId });
    expect((await (await app.as('it')).get(`/banks/${String(quiet.id)}/status`)).body).toMatchObject({
      light: 'GREY',
      last_success_at: null,
      calls_15m: 0,
    });
    expect(
      await app.database.one('SELECT last_used_at FROM bank_api_key WHERE bank_id = $1', [quiet.id]),
    ).toEqual({ last_used_at: null });
  });

  it('is refused as the bank would be, and says why', async () => {
    const shut = await app.make.bank();
    await app.database.query("UPDATE bank_integration SET allowed_cidrs = '{}' WHERE id = $1", [shut.id]);
    app.get(BankDirectory).forget();
    expect((await send(shut.id)).body).toMatchObject({
      http_status: 403,
      code: 'auth.ip_denied',
      accepted: false,
      processed: false,
      message: null,
    });
    await app.database.query(
      "UPDATE bank_api_key SET status = 'REVOKED', revoked_at = now() WHERE bank_id = $1",
      [shut.id],
    );
    expect((await send(shut.id)).body.code).toBe('bank.key_not_found');
    await app.database.query('UPDATE bank_integration SET active = false WHERE id = $1', [shut.id]);
    expect((await send(shut.id)).body.code).toBe('bank.inactive');
    expect((await send(999_999)).body.code).toBe('bank.not_found');
  });

  it('is for those who manage notifications', async () => {
    for (const who of ['admin', 'petugas', 'manajer'] as const)
      expect((await send(bank.id, who)).status).toBe(403);
  });

  it('from the bank itself moves nothing either, also with the number of a customer', async () => {
    const customer = await owing();
    const before = await books();
    for (const amount of [TOTAL, 1])
      await paidInto(`13501${customer.customer_number}`, 'WH/TRY', {
        event_id: 'TRY',
        event: 'payment.test',
        amount,
      });
    expect(await settled('TRY')).toMatchObject({ state: 'PROCESSED', outcome: 'TESTED', deliveries: 2 });
    expect(await books()).toEqual(before);
  });
});
