import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { testApp, type TestBank } from '../support';

const app = testApp();
let bank: TestBank;
let client: NativeBankClient;

interface Verified {
  inquiry_id: string;
  bills: { bill_number: string; period: string; principal: number; penalty: number; total: number }[];
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  total_amount: number;
  valid_until: string;
}

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank({ code: 'SULTRA' });
  client = bank.client();
});

const paidAt = () => app.clock.text(app.clock.now());
const code = (body: unknown) => (body as { code?: string }).code;

async function owing(periods: readonly string[], usage = 25) {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage });
  return customer;
}

async function verified(customerNumber: string, billCount?: number): Promise<Verified> {
  const answer = await client.verify({
    customer_number: customerNumber,
    ...(billCount === undefined ? {} : { bill_count: billCount }),
  });
  expect(answer.status).toBe(200);
  expect(answer.verdict).toBe('VALID');
  return answer.body as Verified;
}

const processBody = (reference: string, inquiry: Verified, amount = inquiry.total_amount) => ({
  bank_reference: reference,
  inquiry_id: inquiry.inquiry_id,
  amount,
  paid_at: paidAt(),
  channel: 'TELLER' as const,
});

describe('verify', () => {
  it('prices HALSEL-RT1 25 m³ as the reference does, with the fee of the bank', async () => {
    const customer = await owing(['2025-12']);
    const inquiry = await verified(customer.customer_number);
    expect(inquiry).toMatchObject({
      bill_amount: 70_000,
      stamp_duty: 0,
      admin_fee: 2_500,
      total_amount: 72_500,
      bills: [
        {
          bill_number: `${customer.customer_number}202512`,
          period: '2025-12',
          usage_m3: 25,
          principal: 70_000,
          penalty: 0,
          total: 70_000,
          due_date: '2026-01-20',
        },
      ],
    });
    expect(Date.parse(inquiry.valid_until) - app.clock.now()).toBeLessThanOrEqual(30 * 60_000);
  });

  it('asks three bills aged 3, 2 and 1 months for 25.000 + 15.000 + 10.000, oldest first', async () => {
    const customer = await owing(['2025-09', '2025-10', '2025-11'], 10);
    app.clock.set('2026-01-15T09:30:00+08:00');
    const inquiry = await verified(customer.customer_number);
    expect(inquiry.bills.map((bill) => [bill.period, bill.penalty])).toEqual([
      ['2025-09', 25_000],
      ['2025-10', 15_000],
      ['2025-11', 10_000],
    ]);
    expect((await verified(customer.customer_number, 2)).bills.map((bill) => bill.period)).toEqual([
      '2025-09',
      '2025-10',
    ]);
  });

  it('answers 404 for an unknown number, a wrong check digit and a customer without open bills', async () => {
    const debtFree = await app.make.customer();
    expect(code((await client.verify({ customer_number: '999999999995' })).body)).toBe('customer.not_found');
    expect(code((await client.verify({ customer_number: '010203000042' })).body)).toBe('customer.not_found');
    const none = await client.verify({ customer_number: debtFree.customer_number });
    expect([none.status, code(none.body)]).toEqual([404, 'bill.none_open']);
  });
});

describe('process', () => {
  it('posts once, books the missing penalty first, and repeats byte for byte', async () => {
    const customer = await owing(['2025-10', '2025-11']);
    const inquiry = await verified(customer.customer_number);
    const first = await client.process(processBody('REF/0001', inquiry));
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      status: 'POSTED',
      receipt_number: 'SULTRA-TELLER-20260115-000001',
      bill_amount: 70_000 * 2 + 15_000 + 10_000,
      total_amount: 70_000 * 2 + 25_000 + 2_500,
    });
    const again = await client.process(first.request.rawBody);
    expect(again.status).toBe(200);
    expect(again.rawBody.equals(first.rawBody)).toBe(true);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.verdict).toBe('VALID');
    const journal = await app.database.query(
      "SELECT account, sum(debit)::int AS debit, sum(credit)::int AS credit FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id WHERE j.event = 'payment.posted' AND l.customer_id = $1 GROUP BY 1 ORDER BY 1",
      [customer.id],
    );
    expect(journal).toEqual([
      { account: '1130', debit: 165_000, credit: 0 },
      { account: '1210', debit: 0, credit: 140_000 },
      { account: '1220', debit: 0, credit: 25_000 },
    ]);
  });

  it('takes customer and bills by name, only the oldest', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const numbers = [`${customer.customer_number}202511`, `${customer.customer_number}202512`];
    const body = {
      bank_reference: 'REF/0002',
      customer_number: customer.customer_number,
      amount: 72_500,
      paid_at: paidAt(),
      channel: 'ATM' as const,
    };
    const skipping = await client.process({ ...body, bill_numbers: [numbers[1] ?? ''] });
    expect([skipping.status, code(skipping.body)]).toEqual([422, 'bill.not_oldest_first']);
    const unknown = `${customer.customer_number}202501`;
    const beside = await client.process({
      ...body,
      bill_numbers: [unknown, numbers[0] ?? ''],
      amount: 70_000 + 10_000 + 2_500,
    });
    expect([beside.status, code(beside.body)]).toEqual([422, 'bill.not_oldest_first']);
    const oldest = await client.process({
      ...body,
      bill_numbers: [numbers[0] ?? ''],
      amount: 70_000 + 10_000 + 2_500,
    });
    expect(oldest.status).toBe(200);
  });

  it('refuses another meaning under a posted reference, without revealing anything', async () => {
    const one = await owing(['2025-12']);
    const other = await owing(['2025-12'], 11);
    const inquiry = await verified(one.customer_number);
    expect((await client.process(processBody('REF/0003', inquiry))).status).toBe(200);
    for (const body of [
      processBody('REF/0003', inquiry, inquiry.total_amount + 1),
      processBody('REF/0003', await verified(other.customer_number)),
    ]) {
      const answer = await client.process(body);
      expect([answer.status, code(answer.body)]).toEqual([422, 'payment.reference_reused']);
      expect(answer.rawBody.toString()).not.toContain('receipt_number');
    }
  });

  it('names the current amount when the amount is wrong, and lets the corrected reference through', async () => {
    const customer = await owing(['2025-12']);
    const inquiry = await verified(customer.customer_number);
    const wrong = await client.process(processBody('REF/0004', inquiry, 70_000));
    expect([wrong.status, code(wrong.body)]).toEqual([422, 'payment.amount_mismatch']);
    expect(wrong.body).toMatchObject({ current_amount: 72_500 });
    expect((await client.process(processBody('REF/0004', inquiry))).status).toBe(200);
  });

  it('keeps the amount an inquiry promised while the fee changes, and not that of a bill that changed', async () => {
    const [one, other] = [await owing(['2025-12']), await owing(['2025-12'])];
    const [kept, named] = [await verified(one.customer_number), await verified(other.customer_number)];
    const fee = async (amount: number) => {
      await app.database.query('UPDATE penerima SET admin_fee = $2 WHERE id = $1', [bank.id, amount]);
      app.get(BankDirectory).forget();
    };
    await fee(3_000);
    expect((await client.process(processBody('REF/FEE-1', kept))).body).toMatchObject({
      admin_fee: 2_500,
      total_amount: kept.total_amount,
    });
    // Nothing was promised to a bank that names the bills itself.
    const { inquiry_id: _, ...bare } = processBody('REF/FEE-2', named);
    const bills = named.bills.map(({ bill_number }) => bill_number);
    const asked = { ...bare, customer_number: other.customer_number, bill_numbers: bills };
    expect((await client.process(asked)).body).toMatchObject({
      code: 'payment.amount_mismatch',
      current_amount: named.total_amount + 500,
    });
    // By five hundred less than was promised, and so is no fee anybody agreed to.
    const changed = await client.process(processBody('REF/FEE-3', named, named.total_amount - 500));
    expect(code(changed.body)).toBe('payment.amount_mismatch');
    await fee(2_500);
  });

  it('never says by whom a bill was paid', async () => {
    const customer = await owing(['2025-12']);
    const inquiry = await verified(customer.customer_number);
    expect((await client.process(processBody('REF/0005', inquiry))).status).toBe(200);
    const second = await client.process(processBody('REF/0006', inquiry));
    expect([second.status, code(second.body)]).toEqual([409, 'bill.already_paid']);
    expect(second.rawBody.toString()).not.toMatch(/REF\/0005|SULTRA/);
  });

  it('refuses an expired inquiry, but still repeats a posted payment of one', async () => {
    const customer = await owing(['2025-12']);
    const inquiry = await verified(customer.customer_number);
    const late = await owing(['2025-12']);
    const lateInquiry = await verified(late.customer_number);
    const posted = await client.process(processBody('REF/0007', inquiry));
    app.clock.advance(31 * 60_000);
    const expired = await client.process(processBody('REF/0008', lateInquiry));
    expect([expired.status, code(expired.body)]).toEqual([409, 'inquiry.expired']);
    const repeated = await client.process(posted.request.rawBody);
    expect(repeated.rawBody.equals(posted.rawBody)).toBe(true);
  });

  it('puts stamp duty on a receipt above five million', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 2_000 });
    const inquiry = await verified(customer.customer_number);
    expect(inquiry.stamp_duty).toBe(10_000);
    const posted = await client.process(processBody('REF/0009', inquiry));
    expect(posted.body).toMatchObject({ stamp_duty: 10_000, total_amount: inquiry.bill_amount + 12_500 });
  });

  it.each([
    [{ amount: 0 }, '/amount'],
    [{ amount: -1 }, '/amount'],
    [{ amount: 72_500.5 }, '/amount'],
    [{ channel: 'PIGEON' }, '/channel'],
    [{ bank_reference: 'no spaces' }, '/bank_reference'],
    [{ bank_reference: 'x'.repeat(65) }, '/bank_reference'],
    [{ paid_at: '2026-01-15' }, '/paid_at'],
    [{ paid_at: '2026-01-01T00:00:00+08:00' }, '/paid_at'],
    [{ surprise: true }, '/surprise'],
  ])('refuses %j with a pointer', async (change, pointer) => {
    const customer = await owing(['2025-12']);
    const inquiry = await verified(customer.customer_number);
    const answer = await client.send(
      'POST',
      '/api/v1/payment/process',
      Buffer.from(JSON.stringify({ ...processBody('REF/BAD', inquiry), ...change })),
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'request.invalid' });
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(
      pointer,
    );
    expect(answer.verdict).toBe('VALID');
  });
});

describe('status and receipt', () => {
  it('tells what became of a reference, to its own bank only', async () => {
    const customer = await owing(['2025-12']);
    const posted = await client.process(processBody('REF/0010', await verified(customer.customer_number)));
    const status = await client.status('REF/0010');
    expect(status.rawBody.equals(posted.rawBody)).toBe(true);
    const stranger = await (await app.make.bank()).client().status('REF/0010');
    expect([stranger.status, code(stranger.body)]).toEqual([404, 'payment.not_found']);
    expect((await client.status('NEVER/SENT')).status).toBe(404);
  });

  it('gives the receipt as JSON, PDF and fixed-width text', async () => {
    const json = await client.receipt('REF/0010');
    expect(json.body).toMatchObject({
      total_amount: 72_500,
      terbilang: 'tujuh puluh dua ribu lima ratus rupiah',
    });
    const pdf = await client.receipt('REF/0010', { accept: 'application/pdf' });
    expect(pdf.rawBody.subarray(0, 5).toString()).toBe('%PDF-');
    const text = (await client.receipt('REF/0010', { accept: 'text/plain', columns: 32 })).rawBody.toString();
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(32);
    expect(text).toContain('72.500');
    expect(pdf.verdict).toBe('VALID');
  });

  it('says for ever whom it was given to, where they lived and what they were priced by', async () => {
    const customer = await owing(['2025-12']);
    const posted = await client.process(processBody('REF/THEN', await verified(customer.customer_number)));
    const before = (await client.receipt('REF/THEN')).rawBody;
    app.clock.advance(60_000);
    const staff = await app.as('admin');
    const { body } = await staff.get<{ version: number }>(`/customers/${String(customer.id)}`);
    const changed = await staff.patch(`/customers/${String(customer.id)}`, {
      version: body.version,
      name: 'La Ode Pembeli Rumah',
      address: 'Jalan Baru 99',
      tariff_id: (await app.make.tariff('HALSEL-RT3')).id,
      reason: 'Rumah dijual, balik nama',
    });
    expect(changed.status).toBe(200);
    expect((await client.receipt('REF/THEN')).rawBody.equals(before)).toBe(true);
    const { receipt_url: url } = posted.body as { receipt_url: string };
    const shown = await app.anyone.get(`/public/receipts/${url.split('/').at(-1) ?? ''}`);
    expect(shown.text).not.toContain('La O');
    // What is owed from now on is the new owner's.
    await app.make.issuedBill({ customer, period: '2026-01', usage: 10, dueDate: '2026-02-20' });
    const next = await client.verify({ customer_number: customer.customer_number });
    expect(next.body).toMatchObject({
      customer: { name: 'La Ode Pembeli Rumah', tariff_category: 'HALSEL-RT3' },
    });
  });

  it('marks every printed form after the first as a copy, with an audit row; JSON never changes', async () => {
    const customer = await owing(['2025-12']);
    const posted = await client.process(processBody('REF/COPY', await verified(customer.customer_number)));
    const { payment_id: id, receipt_url: url } = posted.body as { payment_id: number; receipt_url: string };
    const json = (await client.receipt('REF/COPY')).rawBody;
    const print = async () =>
      (await client.receipt('REF/COPY', { accept: 'text/plain', columns: 80 })).rawBody.toString();

    const original = await print();
    expect(original).not.toContain('SALINAN');
    // paper names the category, data keeps the code that verify answers
    expect(original).toContain('Gol. Tarif         : Tarif HALSEL-RT1\n');
    expect(json.toString()).toContain('"tariff_category":"HALSEL-RT1"');
    expect(await print()).toContain('SALINAN ke-1');

    const staff = await app.as('admin');
    expect((await staff.post(`/payments/${String(id)}/receipt-prints`)).text.startsWith('%PDF-')).toBe(true);
    expect((await (await app.as('it')).post(`/payments/${String(id)}/receipt-prints`)).status).toBe(403);
    expect(
      (await (await app.as('it')).post(`/payments/${String(id)}/receipt-slips`, { paper: '58' })).status,
    ).toBe(403);
    expect((await staff.post('/payments/999999/receipt-prints')).status).toBe(404);

    // whoever only looks what is there prints nothing
    const link = `/public/receipts/${url.split('/').at(-1) ?? ''}/pdf`;
    const looked = await fetch(`${app.url}/api/v1${link}`, { method: 'HEAD' });
    expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'GET']);
    const { count } = await app.database.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM kwitansi_cetak s JOIN kwitansi k ON k.id = s.receipt_id WHERE k.payment_id = $1`,
      [id],
    );
    expect(count).toBe(3);
    // the holder of the link gets one copy a day, however often a browser fetches it
    for (let index = 0; index < 3; index += 1) expect((await app.anyone.get(link)).status).toBe(200);

    const many = await Promise.all(Array.from({ length: 8 }, print));
    const marks = many.map((text) => Number(/SALINAN ke-(\d+)/.exec(text)?.[1])).sort((a, b) => a - b);
    expect(marks).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect((await client.receipt('REF/COPY')).rawBody.equals(json)).toBe(true);

    const prints = await app.database.query<{ copy_number: number; actor_kind: string; form: string }>(
      `SELECT s.copy_number, s.actor_kind, s.form FROM kwitansi_cetak s JOIN kwitansi k ON k.id = s.receipt_id
       WHERE k.payment_id = $1 ORDER BY 1 LIMIT 4`,
      [id],
    );
    expect(prints).toEqual([
      { copy_number: 0, actor_kind: 'BANK', form: 'TEXT' },
      { copy_number: 1, actor_kind: 'BANK', form: 'TEXT' },
      { copy_number: 2, actor_kind: 'USER', form: 'PDF' },
      { copy_number: 3, actor_kind: 'PUBLIC', form: 'PDF' },
    ]);
    const audited = await app.database.query<{ action: string; copies: number[] }>(
      `SELECT action, array_agg((after->>'copy_number')::int ORDER BY id) AS copies FROM log_aktivitas
       WHERE entity_type = 'kwitansi' AND entity_id = (SELECT id FROM kwitansi WHERE payment_id = $1)
       GROUP BY action ORDER BY action`,
      [id],
    );
    expect(audited.map(({ action, copies }) => [action, copies.length])).toEqual([
      ['receipt.printed', 1],
      ['receipt.reprinted', 11],
    ]);
    const detail = await staff.get<{ timeline: { kind: string; detail: string }[] }>(
      `/payments/${String(id)}`,
    );
    expect(detail.body.timeline.filter((event) => event.kind === 'PRINTED')[1]?.detail).toBe('SALINAN ke-1');
  });
});

describe('cut-off', () => {
  it('closes for new payments, not for repetitions', async () => {
    const closing = await app.make.bank({ code: 'TUTUP' });
    const bankClient = closing.client();
    const customer = await owing(['2025-12']);
    const inquiry = (await bankClient.verify({ customer_number: customer.customer_number })).body as Verified;
    const posted = await bankClient.process(processBody('CUT/1', inquiry));
    expect(posted.status).toBe(200);
    await app.database.query(
      "UPDATE bank_integration SET cutoff_start = '00:00', cutoff_end = '23:59' WHERE id = $1",
      [closing.id],
    );
    app.get(BankDirectory).forget();
    const refused = await bankClient.verify({ customer_number: customer.customer_number });
    expect([refused.status, code(refused.body), refused.headers.get('retry-after')]).toEqual([
      503,
      'bank.cutoff',
      '300',
    ]);
    expect((await bankClient.process(posted.request.rawBody)).rawBody.equals(posted.rawBody)).toBe(true);
  });
});

describe('what a serialiser has not', () => {
  it('it may write as null: it is left out', async () => {
    const customer = await owing(['2025-12']);
    const inquired = await client.verify({
      customer_number: customer.customer_number,
      bill_count: null,
    } as never);
    expect(inquired.status).toBe(200);
    const inquiry = inquired.body as Verified;
    const promised = { ...processBody('NULL-1', inquiry), customer_number: null, bill_numbers: null };
    expect((await client.process(promised as never)).status).toBe(200);
    const other = await owing(['2025-12']);
    const { bills, total_amount: total } = await verified(other.customer_number);
    const named = {
      ...processBody('NULL-2', inquiry, total),
      inquiry_id: null,
      customer_number: other.customer_number,
      bill_numbers: bills.map(({ bill_number: number }) => number),
    };
    expect((await client.process(named as never)).status).toBe(200);
  });

  it('and what is then named by nothing is refused as such', async () => {
    const body = {
      ...processBody('NULL-3', { inquiry_id: '', total_amount: 1 } as Verified),
      inquiry_id: null,
    };
    const unnamed = { ...body, customer_number: '010203000046', bill_numbers: null };
    const answer = await client.process(unnamed as never);
    expect([answer.status, code(answer.body)]).toEqual([400, 'request.invalid']);
  });
});
