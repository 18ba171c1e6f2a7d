import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { isCustomerNumber, maskName, parseQris } from '@tirtapay/domain';
import { SnapTransport } from '../../src/modules/bank-gateway/outbound';
import { KeepCalls } from '../../src/modules/money/checkout/keep-calls.service';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { PolicyBook } from '../../src/modules/water/penalty';
import { eventually, testApp, TEST_START, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';

// The janitor is run by hand, so that a test knows when.
const app = testApp({ jobs: false });
let bank: TestBank;
let host: SnapBank;
const hosts: SnapBank[] = [];

async function newBank(wishes: Parameters<SnapBank['connect']>[2] = {}): Promise<[TestBank, SnapBank]> {
  const made = await app.make.bank();
  const snap = new SnapBank();
  hosts.push(snap);
  await snap.start();
  await snap.connect(app, made, wishes);
  await waitForDirectory();
  return [made, snap];
}

/** Banks are read afresh every two seconds; a test does not wait for that. */
async function waitForDirectory(): Promise<void> {
  const { BankDirectory } = await import('../../src/modules/bank-gateway/registry');
  app.get(BankDirectory).forget();
}

beforeAll(async () => {
  [bank, host] = await newBank();
});
afterAll(async () => {
  await Promise.all(hosts.map((one) => one.stop()));
});
beforeEach(async () => {
  app.clock.set(TEST_START);
  host.says = { name: 'OWN', time: true };
  await app.database.query('DELETE FROM rate_limit');
  await app.database.query('DELETE FROM nomor_ditanya');
});

// What the timers of the janitor do all the time.
afterEach(async () => {
  await app.get(KeepCalls).tend();
  await tend();
});

const BILL = 70_000;
const FEE = 2_500;
const tend = () => app.get(KeepCheckouts).tend();
const code = (body: unknown) => (body as { code?: string }).code;

async function owing(periods: readonly string[] = ['2025-12']): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

const tokens = new Map<number, string>();

async function tokenFor(customer: TestCustomer): Promise<string> {
  const known = tokens.get(customer.id);
  if (known !== undefined) return known;
  const answer = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  expect(answer.status).toBe(200);
  tokens.set(customer.id, answer.body.token);
  return answer.body.token;
}

interface Wish {
  method?: 'VA' | 'QRIS';
  at?: TestBank;
  count?: number;
}

async function ask(customer: TestCustomer, { method = 'VA', at = bank, count }: Wish = {}) {
  return app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token: await tokenFor(customer),
    method,
    bank_code: at.code,
    ...(count === undefined ? {} : { bill_count: count }),
  });
}

async function begin(customer: TestCustomer, wish: Wish = {}): Promise<PublicCheckoutDto> {
  const answer = await ask(customer, wish);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

const look = async (token: string) =>
  (await app.anyone.get<PublicCheckoutDto>(`/public/intents/${token}`)).body;

async function stored(token: string) {
  return app.database.one<{
    id: number;
    status: string;
    closed_reason: string | null;
    bank_state: string;
    next_check_at: Date | null;
  }>(
    `SELECT i.id::int, i.status, i.closed_reason, coalesce(v.bank_state, q.bank_state) AS bank_state, i.next_check_at
     FROM niat_bayar i LEFT JOIN va_transaction v ON v.intent_id = i.id LEFT JOIN qris_transaction q ON q.intent_id = i.id WHERE i.token = $1`,
    [token],
  );
}

const accountOf = (checkout: PublicCheckoutDto, at = host) =>
  [...at.accounts.values()].find((account) => account.virtualAccountNo.trim() === checkout.va_number);
const codeOf = (checkout: PublicCheckoutDto, at = host) =>
  [...at.codes.values()].find((one) => one.payload === checkout.qr_payload);

function process(
  customer: TestCustomer,
  reference: string,
  channel: 'TELLER' | 'VA' | 'QRIS',
  periods = ['2025-12'],
) {
  return bank.client().process({
    bank_reference: reference,
    customer_number: customer.customer_number,
    bill_numbers: periods.map((period) => customer.customer_number + period.replace('-', '')),
    amount: periods.length * BILL + FEE,
    paid_at: app.clock.text(app.clock.now()),
    channel,
  });
}

describe('a link that is opened on another phone', () => {
  it('says for whom and which months, and leads back to the bills, without telling who that is', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const made = await begin(customer, { count: 1 });
    const seen = await app.anyone.get<PublicCheckoutDto>(`/public/intents/${made.intent_token}`);
    expect(seen.body).toMatchObject({
      customer: { customer_number: customer.customer_number, name: maskName(customer.name) },
      periods: ['2025-11'],
      inquiry_token: made.inquiry_token,
    });
    expect(seen.text).not.toContain(customer.name);
    const bills = await app.anyone.get<{ bills: object[] }>(`/public/inquiries/${made.inquiry_token ?? ''}`);
    expect(bills.body.bills).toHaveLength(2);
    const again = await begin(customer, { count: 1 });
    expect(again.intent_token).toBe(made.intent_token);
  });

  it('no longer leads there once it is paid, or a day after it has ended', async () => {
    const customer = await owing();
    const expired = await begin(await owing());
    app.clock.advance(26 * 3_600_000);
    expect(await look(expired.intent_token)).toMatchObject({ status: 'EXPIRED', inquiry_token: null });
    app.clock.set(TEST_START);
    const paid = await begin(customer);
    expect((await process(customer, 'INT/BACK', 'VA')).status).toBe(200);
    expect(await look(paid.intent_token)).toMatchObject({ status: 'PAID', inquiry_token: null });
  });
});

describe('choosing a way to pay', () => {
  it('offers VA and QRIS of every connected bank with fee, total and life before anything is chosen', async () => {
    const token = await tokenFor(await owing());
    const { body } = await app.anyone.get<object[]>(`/public/payment-methods?token=${token}`);
    expect(body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          method: 'VA',
          bank: { code: bank.code, name: `Bank ${bank.code}` },
          admin_fee: FEE,
          total_amount: BILL + FEE,
          available: true,
          valid_for_minutes: 120,
        }),
        expect.objectContaining({ method: 'QRIS', valid_for_minutes: 30 }),
        expect.objectContaining({ method: 'TELLER', valid_for_minutes: null }),
      ]),
    );
  });

  it('makes a virtual account at the bank, for bills and duty, its fee apart', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    expect(checkout).toMatchObject({
      method: 'VA',
      status: 'PENDING',
      amount: BILL + FEE,
      bill_amount: BILL,
      admin_fee: FEE,
      receipt_token: null,
      qr_payload: null,
    });
    expect(checkout.va_number).toMatch(/^1350199\d{10}$/);
    expect(isCustomerNumber(checkout.va_number?.slice(5) ?? '')).toBe(false);
    const call = host.callsOf(SNAP_SERVICES.createVa).at(-1);
    expect(call?.body).toMatchObject({
      partnerServiceId: '   13501',
      virtualAccountNo: `   ${checkout.va_number ?? ''}`,
      virtualAccountName: customer.name,
      totalAmount: { value: '70000.00', currency: 'IDR' },
      feeAmount: { value: '2500.00', currency: 'IDR' },
      virtualAccountTrxType: 'C',
      expiredDate: checkout.expires_at,
    });
    expect(call?.externalId).toMatch(/^\d+$/);
    const logged = await app.database.query<{ state: string; request_body: string }>(
      `SELECT o.state, o.request_body FROM outbound_call o JOIN niat_bayar i ON i.id = o.intent_id WHERE i.token = $1`,
      [checkout.intent_token],
    );
    expect(logged.map((row) => row.state)).toEqual(['DONE']);
    expect(logged[0]?.request_body).not.toContain(customer.name);
  });

  it('shows a QRIS only when it is sound and asks for exactly what is owed', async () => {
    const customer = await owing();
    const checkout = await begin(customer, { method: 'QRIS' });
    const parsed = parseQris(checkout.qr_payload ?? '');
    expect(parsed).toMatchObject({ ok: true, value: { amount: BILL + FEE, nmid: 'ID1020000000001' } });
    expect(checkout).toMatchObject({
      merchant_name: 'PERUMDA TIRTA ANOA',
      nmid: 'ID1020000000001',
      va_number: null,
    });

    host.qrAmount = 10_000;
    const cheated = await ask(await owing(), { method: 'QRIS' });
    host.qrAmount = null;
    expect([cheated.status, code(cheated.body)]).toEqual([503, 'bank.unreachable']);
  });

  it('ends with the business day while that leaves time to pay in', async () => {
    app.clock.set('2026-01-15T23:20:00+08:00');
    const checkout = await begin(await owing());
    expect(checkout.expires_at).toBe('2026-01-16T00:00:00+08:00');
  });

  it('made at 23.55 lives on into a day that asks for the same', async () => {
    app.clock.set('2026-01-15T23:55:00+08:00');
    const customer = await owing();
    const methods = await app.anyone.get<{ method: string; valid_for_minutes: number | null }[]>(
      `/public/payment-methods?token=${await tokenFor(customer)}`,
    );
    expect(methods.body.find(({ method }) => method === 'VA')?.valid_for_minutes).toBeGreaterThanOrEqual(30);
    const checkout = await begin(customer);
    const left = Date.parse(checkout.expires_at) - Date.parse('2026-01-15T23:55:00+08:00');
    expect(left).toBeGreaterThanOrEqual(30 * 60_000);
  });

  it('is not made when the minutes that are left are all it could live, because tomorrow asks for more', async () => {
    await app.make.penaltyPolicy();
    app.get(PolicyBook).forget();
    app.clock.set('2026-01-20T23:55:00+08:00');
    const customer = await owing();
    const methods = await app.anyone.get<{ method: string; available: boolean; reason: string | null }[]>(
      `/public/payment-methods?token=${await tokenFor(customer)}`,
    );
    expect(methods.body.find(({ method }) => method === 'VA')).toMatchObject({
      available: false,
      reason: 'intent.day_ending',
    });
    const refused = await ask(customer);
    expect([refused.status, code(refused.body)]).toEqual([409, 'intent.day_ending']);
    app.clock.set('2026-01-21T00:00:01+08:00');
    expect((await begin(customer)).amount).toBe(BILL + 10_000 + FEE);
    await app.database.query('UPDATE kebijakan_denda SET active = false');
    app.get(PolicyBook).forget();
  });

  it('refuses unknown banks, methods not offered, nothing owed, QRIS above its limit, and foreign tokens', async () => {
    const customer = await owing();
    const token = await tokenFor(customer);
    const attempt = async (body: object) => {
      const answer = await app.anyone.post('/public/intents', {
        token,
        method: 'VA',
        bank_code: bank.code,
        ...body,
      });
      return [answer.status, code(answer.body)];
    };
    expect(await attempt({ bank_code: 'NOSUCH' })).toEqual([404, 'bank.not_found']);
    const unconnected = await app.make.bank();
    await waitForDirectory();
    expect(await attempt({ bank_code: unconnected.code })).toEqual([422, 'intent.method_unavailable']);
    expect(await attempt({ method: 'TELLER' })).toEqual([400, 'request.invalid']);
    expect(await attempt({ amount: 1 })).toEqual([400, 'request.invalid']);
    expect(await attempt({ token: `${token}x` })).toEqual([404, 'request.not_found']);
    const nothing = await ask(await app.make.customer());
    expect([nothing.status, code(nothing.body)]).toEqual([404, 'bill.none_open']);
    const big = await app.make.customer();
    await app.make.issuedBill({ customer: big, period: '2025-12', usage: 3_000 });
    const qris = await ask(big, { method: 'QRIS' });
    expect([qris.status, code(qris.body)]).toEqual([422, 'intent.method_unavailable']);
    expect((await app.anyone.get('/public/intents/short')).status).toBe(404);
    expect((await app.anyone.get(`/public/intents/${'A'.repeat(24)}`)).status).toBe(404);
  });
});

describe('one open checkout per set of bills and way to pay them', () => {
  it('gives the same one again, also to 20 clicks at once', async () => {
    const customer = await owing();
    await tokenFor(customer);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(customer)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map((answer) => answer.body.intent_token)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.va_number)).size).toBe(1);
    const made = host
      .callsOf(SNAP_SERVICES.createVa)
      .filter((call) => call.body.trxId === accountOf(answers[0]?.body as PublicCheckoutDto)?.trxId);
    expect(made).toHaveLength(1);
  });

  it('leaves the one somebody is paying open when another way is asked for; the first that is paid ends the other', async () => {
    const customer = await owing();
    const account = await begin(customer);
    const qris = await begin(customer, { method: 'QRIS' });
    expect(qris.intent_token).not.toBe(account.intent_token);
    await tend();
    expect(await look(account.intent_token)).toMatchObject({
      status: 'PENDING',
      va_number: account.va_number,
    });
    expect(accountOf(account)?.state).toBe('OPEN');
    // Asked for again, each is the one that is open.
    expect((await begin(customer)).intent_token).toBe(account.intent_token);
    expect((await begin(customer, { method: 'QRIS' })).intent_token).toBe(qris.intent_token);
    expect((await process(customer, 'SIDE-1', 'VA')).status).toBe(200);
    expect((await look(account.intent_token)).status).toBe('PAID');
    expect(await look(qris.intent_token)).toMatchObject({ status: 'PAID_ELSEWHERE', qr_payload: null });
    await tend();
    expect(codeOf(qris)?.state).toBe('GONE');
    expect(await stored(qris.intent_token)).toMatchObject({ bank_state: 'CANCELLED', next_check_at: null });
  });

  it('ends the other ways when its bills ask for another amount now', async () => {
    const customer = await owing();
    const account = await begin(customer);
    // As a waiver that was agreed on meanwhile leaves it.
    await app.database.query(
      'UPDATE niat_bayar SET bill_amount = bill_amount + 5000, amount = amount + 5000 WHERE token = $1',
      [account.intent_token],
    );
    await begin(customer, { method: 'QRIS' });
    expect(await stored(account.intent_token)).toMatchObject({
      status: 'CANCELLED',
      closed_reason: 'BILLS_CHANGED',
    });
    await tend();
    expect(accountOf(account)?.state).toBe('GONE');
  });

  it('allows ten an hour per customer, and reusing an open one costs nothing', async () => {
    const customer = await owing(['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12']);
    for (let count = 1; count <= 5; count += 1) {
      await begin(customer, { method: 'VA', count });
      await begin(customer, { method: 'VA', count });
      await begin(customer, { method: 'QRIS', count });
    }
    const eleventh = await ask(customer, { method: 'VA' });
    expect([eleventh.status, code(eleventh.body)]).toEqual([429, 'intent.quota']);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(customer, { method: 'QRIS', count: 5 })).status).toBe(201);
  });
});

describe('paying', () => {
  it('through process in the channel of the checkout makes it PAID in the same transaction', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    expect((await process(customer, 'INT/VA/1', 'VA')).status).toBe(200);
    const seen = await look(checkout.intent_token);
    expect(seen.status).toBe('PAID');
    expect((await app.anyone.get(`/public/receipts/${seen.receipt_token ?? ''}`)).status).toBe(200);
  });

  it('at the counter closes it as paid elsewhere at once, and at the bank within a janitor round', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    app.clock.set('2025-12-15T09:30:00+08:00');
    const checkout = await begin(customer);
    expect((await process(customer, 'INT/TELLER/1', 'TELLER', ['2025-11'])).status).toBe(200);
    expect(await look(checkout.intent_token)).toMatchObject({
      status: 'PAID_ELSEWHERE',
      receipt_token: null,
    });
    await tend();
    expect(accountOf(checkout)?.state).toBe('GONE');
  });

  it('is found by asking the bank when its notification got lost', async () => {
    const [account, qris] = [await begin(await owing()), await begin(await owing(), { method: 'QRIS' })];
    host.pay('LOST/VA', accountOf(account), app.clock.text(app.clock.now()));
    host.pay('LOST/QR', codeOf(qris), app.clock.text(app.clock.now()));
    const rechecked = await app.anyone.post<PublicCheckoutDto>(
      `/public/intents/${account.intent_token}/recheck`,
    );
    expect(rechecked.body.status).toBe('PAID');
    app.clock.advance(61_000);
    await tend();
    expect((await look(qris.intent_token)).status).toBe('PAID');
    const references = await app.database.query(
      "SELECT bank_reference, channel FROM pembayaran WHERE bank_reference LIKE 'LOST/%' ORDER BY 1",
    );
    expect(references).toEqual([
      { bank_reference: 'LOST/QR', channel: 'QRIS' },
      { bank_reference: 'LOST/VA', channel: 'VA' },
    ]);
  });

  describe.each(['VA', 'QRIS'] as const)(
    'a %s of which the bank tells by one name and answers by another',
    (method) => {
      const paidBy = async (customer: TestCustomer) =>
        app.database.query<{ bank_reference: string }>(
          `SELECT bank_reference FROM pembayaran WHERE customer_id = $1 ORDER BY id`,
          [customer.id],
        );
      const asked = async (checkout: PublicCheckoutDto) => {
        const { id } = await stored(checkout.intent_token);
        return (await app.as('admin')).post<{ bank_says: string }>(`/checkouts/${String(id)}/bank-inquiries`);
      };
      const paidAtBank = (checkout: PublicCheckoutDto, reference: string) => {
        const at = app.clock.text(app.clock.now());
        if (method === 'VA') host.pay(reference, accountOf(checkout), at);
        else host.pay(reference, codeOf(checkout), at);
      };
      const tell = async (customer: TestCustomer, reference: string) =>
        (await process(customer, reference, method)).status;

      it('is booked once, under the name it is told by, also when it was asked about before', async () => {
        const customer = await owing();
        const checkout = await begin(customer, { method });
        paidAtBank(checkout, `NAMED/${method}/1`);
        host.says = { ...host.says, name: 'ANOTHER' };
        expect((await asked(checkout)).body).toEqual({ bank_says: 'UNNAMED' });
        expect((await look(checkout.intent_token)).status).toBe('PENDING');
        expect(await tell(customer, `NAMED/${method}/1`)).toBe(200);
        expect(await look(checkout.intent_token)).toMatchObject({ status: 'PAID' });
        expect((await asked(checkout)).body).toEqual({ bank_says: 'PAID' });
        expect(await paidBy(customer)).toEqual([{ bank_reference: `NAMED/${method}/1` }]);
      });

      it('is booked once when the bank has a name for it that it did not tell it by', async () => {
        const customer = await owing();
        const checkout = await begin(customer, { method });
        paidAtBank(checkout, `NAMED/${method}/ASKED`);
        expect(await tell(customer, `NAMED/${method}/TOLD`)).toBe(200);
        expect((await asked(checkout)).body).toEqual({ bank_says: 'PAID' });
        expect(await paidBy(customer)).toEqual([{ bank_reference: `NAMED/${method}/TOLD` }]);

        // What paid it did not name it, so that it may be a second money: only the bank knows.
        expect((await asked(checkout)).body).toEqual({ bank_says: 'PAID' });
        const cases = await app.database.query<{ id: number; kind: string; status: string }>(
          'SELECT id::int, kind, status FROM kasus WHERE customer_id = $1',
          [customer.id],
        );
        expect(cases).toMatchObject([{ kind: 'TWO_NAMES', status: 'OPEN' }]);
        const path = `/cases/${String(cases[0]?.id)}`;
        const resolve = async (resolution: string) =>
          (await app.as('admin')).post<{ pending: { approval_id: number } | null; possible: string[] }>(
            `${path}/resolution`,
            { resolution, note: 'Menurut jawaban tertulis bank' },
          );
        expect(code((await resolve('CLOSE')).body)).toBe('request.invalid');
        const finding = method === 'VA' ? 'SAME_MONEY' : 'OTHER_MONEY';
        const waits = await resolve(finding);
        expect([waits.status, waits.body.possible]).toEqual([200, []]);
        const decision = `/approvals/${String(waits.body.pending?.approval_id)}/decision`;
        expect(code((await (await app.as('admin')).post(decision, { decision: 'APPROVE' })).body)).toBe(
          'approval.same_person',
        );
        expect(await paidBy(customer)).toHaveLength(1);
        expect((await (await app.as('manajer')).post(decision, { decision: 'APPROVE' })).status).toBe(200);
        expect((await (await app.as('admin')).get(path)).body).toMatchObject({
          status: 'RESOLVED',
          resolution: finding,
        });
        const references = [`NAMED/${method}/TOLD`, ...(method === 'VA' ? [] : [`NAMED/${method}/ASKED`])];
        expect(await paidBy(customer)).toEqual(references.map((bank_reference) => ({ bank_reference })));
        const credit = await app.database.one(
          'SELECT coalesce(sum(amount), 0)::int AS amount FROM saldo_pelanggan WHERE customer_id = $1',
          [customer.id],
        );
        expect(credit).toEqual({ amount: method === 'VA' ? 0 : checkout.amount - FEE });
        // Told once more, it is no news.
        expect((await asked(checkout)).body).toEqual({ bank_says: 'PAID' });
        const open = await app.database.query(
          "SELECT kind FROM kasus WHERE customer_id = $1 AND status = 'OPEN'",
          [customer.id],
        );
        expect(open).toEqual(method === 'VA' ? [] : [{ kind: 'DOUBLE_PAYMENT' }]);
        expect(await app.violations()).toEqual([]);
      });
    },
  );

  it('does not answer "I have paid" with "not paid" when the bank says nothing', async () => {
    const checkout = await begin(await owing());
    host.next(SNAP_SERVICES.inquiryVa, 'GARBAGE');
    const answer = await app.anyone.post(`/public/intents/${checkout.intent_token}/recheck`);
    expect([answer.status, code(answer.body)]).toEqual([503, 'bank.unreachable']);
    expect((await look(checkout.intent_token)).status).toBe('PENDING');
  });

  it('answers "I have paid" with the truth when nothing was, and not more than six times a minute', async () => {
    const checkout = await begin(await owing());
    const path = `/public/intents/${checkout.intent_token}/recheck`;
    for (let time = 0; time < 6; time += 1)
      expect((await app.anyone.post<PublicCheckoutDto>(path)).body.status).toBe('PENDING');
    expect((await app.anyone.post(path)).status).toBe(429);
  });

  it('is pushed to the open page, and the stream ends', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    const stream = await fetch(`${app.url}/api/v1/public/intents/${checkout.intent_token}/events`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const events: string[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
        const text = decoder.decode(chunk);
        for (const [, data] of text.matchAll(/data: (\{.*\})/g))
          events.push((JSON.parse(data ?? '{}') as PublicCheckoutDto).status);
      }
    })();
    await eventually(
      () => events,
      (told) => told.length > 0,
    );
    await process(customer, 'INT/SSE', 'VA');
    await reading;
    expect(events).toEqual(['PENDING', 'PAID']);
    expect((await fetch(`${app.url}/api/v1/public/intents/${'B'.repeat(24)}/events`)).status).toBe(404);
  });
});

it('ends here and at the bank when a correction cancels one of its bills, which asks for another amount now', async () => {
  const customer = await app.make.customer();
  const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const checkout = await begin(customer);
  expect(accountOf(checkout)).toBeDefined();
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/bills/${String(bill.id)}/corrections`, {
    current_stand: 15,
    reason: 'Angka stan salah ketik',
  });
  const decided = await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect(decided.status).toBe(200);
  expect(await stored(checkout.intent_token)).toMatchObject({
    status: 'CANCELLED',
    closed_reason: 'BILLS_CHANGED',
  });
  await tend();
  expect(await stored(checkout.intent_token)).toMatchObject({ bank_state: 'CANCELLED', next_check_at: null });
  expect(accountOf(checkout)?.state).toBe('GONE');
  expect((await begin(customer)).amount).toBe(42_500 + FEE);
});

describe('expiry', () => {
  it('closes here and at the bank; asking for a new one afterwards works', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    app.clock.advance(121 * 60_000);
    expect(await look(checkout.intent_token)).toMatchObject({ status: 'EXPIRED', va_number: null });
    await tend();
    await tend();
    expect(await stored(checkout.intent_token)).toMatchObject({
      status: 'EXPIRED',
      closed_reason: 'EXPIRED',
      bank_state: 'CANCELLED',
      next_check_at: null,
    });
    const again = await begin(customer);
    expect(again.intent_token).not.toBe(checkout.intent_token);
  });

  it('asks the bank before it closes: a payment in time counts', async () => {
    const checkout = await begin(await owing());
    app.clock.advance(119 * 60_000);
    host.pay('INTIME/1', accountOf(checkout), app.clock.text(app.clock.now()));
    app.clock.advance(2 * 60_000);
    await tend();
    expect((await look(checkout.intent_token)).status).toBe('PAID');
  });

  it.each(['VA', 'QRIS'] as const)(
    'counts a payment in time by %s also when the bank names no time of it',
    async (method) => {
      const checkout = await begin(await owing(), { method });
      app.clock.advance((method === 'VA' ? 119 : 29) * 60_000);
      if (method === 'VA') host.pay('NOTIME/VA', accountOf(checkout), app.clock.text(app.clock.now()));
      else host.pay('NOTIME/QRIS', codeOf(checkout), app.clock.text(app.clock.now()));
      host.says = { ...host.says, time: false };
      app.clock.advance(2 * 60_000);
      await tend();
      expect(await stored(checkout.intent_token)).toMatchObject({ status: 'PAID' });
      expect((await look(checkout.intent_token)).status).toBe('PAID');
    },
  );

  it('turns a payment after expiry into credit with a case, and nothing else changes', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    app.clock.advance(125 * 60_000);
    host.pay('TOOLATE/1', accountOf(checkout), app.clock.text(app.clock.now()));
    await tend();
    expect((await stored(checkout.intent_token)).status).toBe('EXPIRED');
    expect(
      await app.database.query(
        `SELECT c.kind, c.status, c.amount::int, s.amount::int AS credit FROM kasus c JOIN saldo_pelanggan s ON s.case_id = c.id
         WHERE c.customer_id = $1`,
        [customer.id],
      ),
    ).toEqual([{ kind: 'EXPIRED_INTENT', status: 'OPEN', amount: BILL, credit: BILL }]);
    expect(
      await app.database.query("SELECT 1 FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED'", [
        customer.id,
      ]),
    ).toHaveLength(1);
  });
});

describe('a bank that misbehaves', () => {
  const caseOf = async (checkout: PublicCheckoutDto) => {
    const { id } = await stored(checkout.intent_token);
    return app.database.query('SELECT kind, status FROM kasus WHERE source_key = $1', [
      `niat_bayar:${String(id)}`,
    ]);
  };
  /** It tells of money of another amount. */
  const odd = async (checkout: PublicCheckoutDto, reference: string) => {
    const told = await bank.client().notify({
      event_id: reference.replace('/', '-'),
      event: 'payment.paid',
      method: 'VA',
      virtual_account_number: checkout.va_number ?? '',
      bank_reference: reference,
      amount: 10_000,
      paid_at: app.clock.text(app.clock.now()),
    });
    expect(told.status).toBe(200);
    await app.notificationsApplied();
  };

  it('leaves a lost answer UNKNOWN, and asking again finds the account it had made', async () => {
    const [shaky, snap] = await newBank();
    const customer = await owing();
    snap.next(SNAP_SERVICES.createVa, 'CUT_AFTER');
    const lost = await ask(customer, { at: shaky });
    expect([lost.status, code(lost.body)]).toEqual([503, 'bank.unreachable']);
    expect(snap.accounts.size).toBe(1);
    const states = () =>
      app.database.query<{ state: string }>(
        'SELECT state FROM outbound_call WHERE bank_id = $1 AND service = $2 ORDER BY id',
        [shaky.id, SNAP_SERVICES.createVa],
      );
    expect(await states()).toEqual([{ state: 'UNKNOWN' }]);
    const found = await begin(customer, { at: shaky });
    expect(found.va_number).toBe([...snap.accounts.values()][0]?.virtualAccountNo.trim());
    expect(snap.callsOf(SNAP_SERVICES.createVa)).toHaveLength(1);
    expect(await states()).toEqual([{ state: 'DONE' }]);
  });

  it('makes the account after all when the bank never got the first call', async () => {
    const [shaky, snap] = await newBank();
    const customer = await owing();
    snap.next(SNAP_SERVICES.createVa, 'CUT_BEFORE');
    expect((await ask(customer, { at: shaky })).status).toBe(503);
    app.clock.advance(6_000);
    await app.get(KeepCalls).tend();
    await tend();
    await tend();
    const checkout = await begin(customer, { at: shaky });
    expect(checkout.va_number).not.toBeNull();
    const states = await app.database.query(
      'SELECT state FROM outbound_call WHERE bank_id = $1 AND service = $2 ORDER BY id',
      [shaky.id, SNAP_SERVICES.createVa],
    );
    expect(states).toEqual([{ state: 'FAILED' }, { state: 'DONE' }]);
  });

  it.each(['ERROR_500_AFTER', 'GARBAGE', 'IN_PROGRESS_202'] as const)(
    'takes %s for UNKNOWN, never for failed',
    async (fault) => {
      const [shaky, snap] = await newBank();
      snap.next(SNAP_SERVICES.createVa, fault);
      expect((await ask(await owing(), { at: shaky })).status).toBe(503);
      const [call] = await app.database.query(
        'SELECT state FROM outbound_call WHERE bank_id = $1 AND service = $2',
        [shaky.id, SNAP_SERVICES.createVa],
      );
      expect(call).toEqual({ state: 'UNKNOWN' });
    },
  );

  it('follows no redirect, and tells a refusal from silence', async () => {
    const [shaky, snap] = await newBank();
    const customer = await owing();
    snap.next(SNAP_SERVICES.createVa, 'REDIRECT');
    expect(code((await ask(customer, { at: shaky })).body)).toBe('bank.unreachable');
    expect(snap.calls.map((call) => call.service)).toEqual([
      SNAP_SERVICES.accessTokenB2b,
      SNAP_SERVICES.createVa,
    ]);
    snap.next(SNAP_SERVICES.createVa, 'REFUSE');
    const refused = await ask(customer, { at: shaky });
    expect([refused.status, code(refused.body)]).toEqual([422, 'intent.method_unavailable']);
    expect((await ask(customer, { at: shaky })).status).toBe(201);
  });

  it('gives up a code nobody can be shown, and lets a new one be made', async () => {
    const [shaky, snap] = await newBank();
    const customer = await owing();
    snap.next(SNAP_SERVICES.qrGenerate, 'CUT_AFTER');
    expect((await ask(customer, { at: shaky, method: 'QRIS' })).status).toBe(503);
    app.clock.advance(6_000);
    await tend();
    await tend();
    expect([...snap.codes.values()].map((one) => one.state)).toEqual(['GONE']);
    expect((await ask(customer, { at: shaky, method: 'QRIS' })).status).toBe(201);
  });

  it('fetches one token for all, and a new one once when the bank has forgotten it', async () => {
    const [other, snap] = await newBank();
    await Promise.all([begin(await owing(), { at: other }), begin(await owing(), { at: other })]);
    expect(snap.callsOf(SNAP_SERVICES.accessTokenB2b)).toHaveLength(1);
    snap.forgetTokens();
    await begin(await owing(), { at: other });
    expect(snap.callsOf(SNAP_SERVICES.accessTokenB2b)).toHaveLength(2);
    expect(snap.refused).toEqual([`${SNAP_SERVICES.createVa} invalidToken`]);
    const bodies = await app.database.query<{ response_body: string }>(
      'SELECT response_body FROM outbound_call WHERE bank_id = $1 AND service = $2',
      [other.id, SNAP_SERVICES.accessTokenB2b],
    );
    expect(bodies.every((row) => row.response_body.includes('"accessToken":"…"'))).toBe(true);
  });

  it('speaks the asymmetric mode without token', async () => {
    const [other, snap] = await newBank({ mode: 'ASYMMETRIC' });
    await begin(await owing(), { at: other });
    expect(snap.calls.map((call) => call.service)).toEqual([SNAP_SERVICES.createVa]);
  });

  it('is heard to the end when it told of another amount before: the checkout expires, the money is credit once', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    await odd(checkout, 'REUSED/OWN');
    host.pay('REUSED/OWN', accountOf(checkout), app.clock.text(app.clock.now()));
    const path = `/public/intents/${checkout.intent_token}/recheck`;
    expect((await app.anyone.post<PublicCheckoutDto>(path)).body.status).toBe('PENDING');
    app.clock.advance(121 * 60_000);
    await tend();
    await tend();
    expect(await stored(checkout.intent_token)).toMatchObject({ status: 'EXPIRED', next_check_at: null });
    expect(await caseOf(checkout)).toEqual([]);
    expect(
      await app.database.query('SELECT amount::int FROM saldo_pelanggan WHERE customer_id = $1', [
        customer.id,
      ]),
    ).toEqual([{ amount: 10_000 - FEE }]);
  });

  it.each([
    ['of other money', 'REUSED/OTHER'],
    ['that is none', 'R'.repeat(129)],
  ])('opens a case for a payment it names by a reference %s, and books nothing', async (_, reference) => {
    const customer = await owing();
    const checkout = await begin(customer);
    if (reference === 'REUSED/OTHER') await odd(await begin(await owing()), reference);
    host.pay(reference, accountOf(checkout), app.clock.text(app.clock.now()));
    for (const minutes of [121, 31]) {
      app.clock.advance(minutes * 60_000);
      await tend();
    }
    expect(await caseOf(checkout)).toEqual([{ kind: 'INTENT_UNSETTLED', status: 'OPEN' }]);
    expect(await app.database.query('SELECT FROM pembayaran WHERE customer_id = $1', [customer.id])).toEqual(
      [],
    );
  });

  it('answers at once while the circuit is open, and opens a case for what will not end', async () => {
    const [dead, snap] = await newBank();
    const checkout = await begin(await owing(), { at: dead });
    await snap.stop();
    for (let time = 0; time < 6; time += 1) await ask(await owing(), { at: dead });
    // Whoever asks now hears it without a call; once the ten seconds are over, one may try.
    expect(app.get(SnapTransport).stateOf(dead.id)).not.toBe('CLOSED');
    expect((await ask(await owing(), { at: dead })).status).toBe(503);
    app.clock.advance(121 * 60_000);
    await tend();
    app.clock.advance(11 * 60_000);
    await tend();
    expect((await stored(checkout.intent_token)).status).toBe('EXPIRED');
    app.clock.advance(40 * 60_000);
    await tend();
    expect(await caseOf(checkout)).toEqual([{ kind: 'INTENT_UNSETTLED', status: 'OPEN' }]);
  });
});
