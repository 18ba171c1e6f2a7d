import type {
  HistoryAccessDto,
  PublicHistoryDto,
} from '../../src/modules/outward/public-site/history/history.dto';
import { testApp, TEST_START, type TestBank, type TestCustomer } from '../support';

const app = testApp({ environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8' } });
let bank: TestBank;

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank({ code: 'SULTRA' });
});
beforeEach(async () => {
  app.clock.set(TEST_START);
  await app.database.query('DELETE FROM rate_limit');
  await app.database.query('DELETE FROM nomor_ditanya');
});

const DIGITS = '7315';
const code = (body: unknown) => (body as { code?: string }).code;
const from = (ip: string) => app.anyone.with({ 'x-forwarded-for': ip });

let meters = 0;

/** A meter whose number says nothing about the customer number. */
async function customerWithMeter(
  serial = `AP-${String(100 + (meters += 1))}.73-15/B`,
): Promise<TestCustomer> {
  const customer = await app.make.customer({ name: 'Rina Kurnia' });
  await app.database.query('UPDATE meter SET serial = $2 WHERE id = $1', [customer.meter.id, serial]);
  return customer;
}

async function inquiryOf(customer: TestCustomer): Promise<string> {
  const answer = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  return answer.body.token;
}

const tryDigits = (token: string, digits: string, caller = app.anyone) =>
  caller.post<HistoryAccessDto>(`/public/inquiries/${token}/history-access`, { meter_digits: digits });

async function proofFor(token: string): Promise<string> {
  const answer = await tryDigits(token, DIGITS);
  expect(answer.status).toBe(200);
  return answer.body.history_token;
}

const read = (token: string, proof: string, query = '') =>
  app.anyone.get<PublicHistoryDto>(`/public/inquiries/${token}/history${query}`, {
    headers: { 'x-history-token': proof },
  });

/** Pays all that is open; gives what was paid. */
async function payAll(customer: TestCustomer, reference: string): Promise<number> {
  const client = bank.client();
  const inquiry = await client.verify({ customer_number: customer.customer_number });
  const { inquiry_id, total_amount: amount } = inquiry.body as { inquiry_id: string; total_amount: number };
  const paid_at = app.clock.text(app.clock.now());
  const answer = await client.process({
    bank_reference: reference,
    inquiry_id,
    amount,
    paid_at,
    channel: 'TELLER',
  });
  expect(answer.status).toBe(200);
  return amount;
}

describe('the history', () => {
  it('shows usage, bills and payments with the way to each receipt, and what is still due as the bill page says it', async () => {
    const customer = await customerWithMeter();
    await app.make.issuedBill({ customer, period: '2024-03', usage: 9 });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
    const amount = await payAll(customer, 'HIS/1');
    await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });
    const token = await inquiryOf(customer);
    const { body } = await read(token, await proofFor(token));
    expect(body).toMatchObject({ months: 12, from_period: '2025-01' });
    expect(body.customer.name).toBe('R*** K*****');
    const [december, november] = body.bills;
    expect(body.bills.map((bill) => bill.period)).toEqual(['2025-12', '2025-11']);
    expect(december).toMatchObject({
      state: 'ISSUED',
      total: 32_500,
      usage_m3: 11,
      receipt_token: null,
      paid_at: null,
    });
    expect(november).toMatchObject({
      state: 'PAID',
      principal: 70_000,
      penalty: 10_000,
      total: 80_000,
      previous_stand: 9,
      current_stand: 34,
      estimated: false,
    });
    expect(body.payments).toEqual([
      expect.objectContaining({
        periods: ['2024-03', '2025-11'],
        total_amount: amount,
        bank: { code: 'SULTRA', name: 'Bank SULTRA' },
        channel: 'TELLER',
        reversed: false,
        receipt_token: november?.receipt_token,
      }),
    ]);
    const receipt = await app.anyone.get<{ receipt_number: string }>(
      `/public/receipts/${november?.receipt_token ?? ''}`,
    );
    expect(receipt.body.receipt_number).toBe(body.payments[0]?.receipt_number);

    const longer = await read(token, await proofFor(token), '?months=24');
    expect(longer.body.bills.map((bill) => bill.period)).toEqual(['2025-12', '2025-11', '2024-03']);
    expect((await read(token, await proofFor(token), '?months=120')).status).toBe(400);
  });

  it('shows months that are paid in instalments, with what took their place', async () => {
    const customer = await customerWithMeter();
    const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>('/instalment-plans', {
      customer_id: customer.id,
      bill_ids: [bill.id],
      count: 2,
      first_due: '2026-01-20',
      reason: 'pelanggan kesulitan, sudah bertemu di kantor',
    });
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
    expect(decided.status).toBe(200);
    const client = bank.client();
    const inquiry = await client.verify({ customer_number: customer.customer_number, bill_count: 1 });
    const { inquiry_id, total_amount: amount } = inquiry.body as { inquiry_id: string; total_amount: number };
    const paid_at = app.clock.text(app.clock.now());
    await client.process({ bank_reference: 'HIS/3', inquiry_id, amount, paid_at, channel: 'TELLER' });
    const token = await inquiryOf(customer);
    const { body } = await read(token, await proofFor(token));
    expect(body.bills).toEqual([
      expect.objectContaining({
        period: '2025-12',
        state: 'REPLACED_BY',
        usage_m3: 25,
        total: 70_000,
        paid_at: null,
        plan: { agreed_on: '2026-01-15', instalments: 2, paid_instalments: 1, broken: false },
      }),
    ]);
    expect(body.payments).toMatchObject([{ periods: [], titles: ['Angsuran 1 dari 2'] }]);
    const page = await app.anyone.get<{ last_payment: { period_names: string[] } }>(
      `/public/inquiries/${token}`,
    );
    expect(page.body.last_payment.period_names).toEqual(['Angsuran 1 dari 2']);
  });

  it('says that a payment was taken back, and that its bill is open again', async () => {
    const customer = await customerWithMeter();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    await payAll(customer, 'HIS/2');
    await bank.client().reversal({ bank_reference: 'HIS/2', reversal_reference: 'HIS/R2', reason: 'uji' });
    const token = await inquiryOf(customer);
    const { body } = await read(token, await proofFor(token));
    expect(body.payments).toEqual([expect.objectContaining({ reversed: true })]);
    expect(body.bills).toEqual([expect.objectContaining({ state: 'ISSUED', receipt_token: null })]);
  });
});

describe('the second factor', () => {
  it('is asked for without a proof, with a foreign one, with that of another inquiry, and after half an hour', async () => {
    const [customer, neighbour] = [await customerWithMeter(), await customerWithMeter()];
    const [token, other] = [await inquiryOf(customer), await inquiryOf(neighbour)];
    const proof = await proofFor(token);
    expect((await read(token, proof)).status).toBe(200);
    const refusals = [
      await app.anyone.get(`/public/inquiries/${token}/history`),
      await read(token, `${proof}x`),
      await read(token, token),
      await read(token, await proofFor(other)),
      await read(other, proof),
    ];
    expect(refusals.map((answer) => [answer.status, code(answer.body)])).toEqual(
      Array(5).fill([401, 'public.second_factor_required']),
    );
    app.clock.advance(30 * 60_000);
    expect(code((await read(token, proof)).body)).toBe('public.second_factor_required');
  });

  it('takes digits only, four of them', async () => {
    const token = await inquiryOf(await customerWithMeter());
    for (const digits of ['', '731', '73155', '73 5', 'B7315', '٧٣١٥', '____'])
      expect(code((await tryDigits(token, digits)).body)).toBe('request.invalid');
  });

  it('locks a customer after five wrong answers, for everybody and for the right digits too, and says until when', async () => {
    const customer = await customerWithMeter();
    const token = await inquiryOf(customer);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const wrong = await tryDigits(token, '0000', from(`203.0.113.${String(attempt)}`));
      expect([wrong.status, code(wrong.body)]).toEqual([403, 'public.second_factor_wrong']);
    }
    const locked = await tryDigits(token, DIGITS, from('198.51.100.7'));
    expect([locked.status, code(locked.body)]).toEqual([429, 'public.second_factor_locked']);
    const wait = Number(locked.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3_500);
    expect(wait).toBeLessThanOrEqual(3_600);
    // What is owed is seen and paid all the same.
    expect((await app.anyone.get(`/public/inquiries/${token}`)).status).toBe(200);
    expect((await tryDigits(await inquiryOf(await customerWithMeter()), DIGITS)).status).toBe(200);
  });

  it('judges at most five of many guesses at once', async () => {
    const token = await inquiryOf(await customerWithMeter());
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        tryDigits(token, String(index).padStart(4, '0'), from(`203.0.113.${String(index)}`)),
      ),
    );
    expect(guesses.filter((answer) => answer.status === 403)).toHaveLength(5);
    expect(guesses.filter((answer) => answer.status === 429)).toHaveLength(35);
  });

  it('does not count right digits', async () => {
    const token = await inquiryOf(await customerWithMeter());
    for (let round = 0; round < 12; round += 1) expect((await tryDigits(token, DIGITS)).status).toBe(200);
  });

  it('stops one address that tries a guess at every customer', async () => {
    const caller = from('203.0.113.77');
    const statuses: number[] = [];
    for (let index = 0; index < 21; index += 1) {
      const token = await inquiryOf(await customerWithMeter());
      await app.database.query("DELETE FROM rate_limit WHERE key LIKE 'public-%'");
      statuses.push((await tryDigits(token, '0000', caller)).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(403), 429]);
  });

  it('is out of reach for a meter whose number has too few digits, in the same words as for a wrong one', async () => {
    const token = await inquiryOf(await customerWithMeter('AB-12'));
    const answer = await tryDigits(token, '0012');
    expect([answer.status, code(answer.body)]).toEqual([403, 'public.second_factor_wrong']);
  });
});
