import { NativeBankClient } from '@tirtapay/bank-protocol';
import { testApp } from '../support';

const app = testApp();
let client: NativeBankClient;

beforeAll(async () => {
  await app.make.penaltyPolicy();
  client = (await app.make.bank({ code: 'SULTRA' })).client();
});

interface Inquiry {
  token: string;
  customer: { name: string; address: string; customer_number: string };
  bills: {
    period: string;
    total: number;
    penalty: number;
    penalty_reason: string | null;
    usage_m3: number;
    previous_stand: number;
    current_stand: number;
    lines: { label: string; quantity: number; rate: number; amount: number }[];
    legal_basis: string;
  }[];
  bill_amount: number;
  usage_history: unknown[];
}

const code = (body: unknown) => (body as { code?: string }).code;

async function owing() {
  const customer = await app.make.customer({ name: 'Rina Kurnia' });
  await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });
  return customer;
}

describe('check a bill', () => {
  it('explains the bill: stands, usage, blocks, penalty with its reason, legal basis', async () => {
    const customer = await owing();
    const typed = customer.customer_number.replace(/(\d{4})/g, '$1 ').trim();
    const answer = await app.anyone.post<Inquiry>('/public/inquiries', { customer_number: typed });
    expect(answer.status).toBe(200);
    const [older, newer] = answer.body.bills;
    expect(older).toMatchObject({
      period: '2025-11',
      usage_m3: 25,
      previous_stand: 0,
      current_stand: 25,
      penalty: 10_000,
    });
    expect(older?.penalty_reason).toContain('Terlambat 1 bulan');
    expect(older?.lines.map((line) => [line.quantity, line.rate, line.amount])).toEqual(
      expect.arrayContaining([
        [10, 2_000, 20_000],
        [10, 2_500, 25_000],
        [5, 3_000, 15_000],
      ]),
    );
    expect(newer).toMatchObject({ period: '2025-12', total: 32_500, penalty: 0 });
    expect(older?.legal_basis).not.toBe('');
    expect(answer.body.bill_amount).toBe(70_000 + 10_000 + 32_500);
    const again = await app.anyone.get<Inquiry>(`/public/inquiries/${answer.body.token}`);
    expect(again.body.bills).toHaveLength(2);
  });

  it('shows nobody who the customer is', async () => {
    const customer = await owing();
    const answer = await app.anyone.post<Inquiry>('/public/inquiries', {
      customer_number: customer.customer_number,
    });
    expect(answer.body.customer.name).toBe('R*** K*****');
    for (const secret of ['Rina', 'Kurnia', 'No. 12', '081234567890', 'MTR-', '"id"'])
      expect(answer.text).not.toContain(secret);
  });

  it('answers an unknown number, a wrong check digit and rubbish exactly alike', async () => {
    const answers = await Promise.all(
      ['999999999991', '010203000042', 'rubbish', '12'].map((number) =>
        app.anyone.post('/public/inquiries', { customer_number: number }),
      ),
    );
    const shapes = answers.map((answer) => {
      const { request_id: _id, ...rest } = answer.body as Record<string, unknown>;
      return rest;
    });
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(code(answers[0]?.body)).toBe('customer.not_found');
  });

  it('refuses a tampered or foreign token', async () => {
    const customer = await owing();
    const { token } = (
      await app.anyone.post<Inquiry>('/public/inquiries', { customer_number: customer.customer_number })
    ).body;
    for (const bent of [`${token}x`, token.replace(/^./, 'X'), 'x.y', token.split('.')[0] ?? '', '%00'])
      expect((await app.anyone.get(`/public/inquiries/${bent}`)).status).toBe(404);
  });
});

describe('receipt', () => {
  it('is found by its link as page data and PDF, and verifies by the code of its QR', async () => {
    const customer = await owing();
    const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    const posted = await client.process({
      bank_reference: 'PUB/1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    const { receipt_url: url, receipt_number: number } = posted.body as {
      receipt_url: string;
      receipt_number: string;
    };
    const token = url.split('/').at(-1) ?? '';
    const receipt = await app.anyone.get<{
      terbilang: string;
      verification_url: string;
      customer: { name: string };
      pdf_url: string;
    }>(`/public/receipts/${token}`);
    expect(receipt.body).toMatchObject({
      receipt_number: number,
      status: 'POSTED',
      total_amount: 115_000,
      terbilang: 'seratus lima belas ribu rupiah',
    });
    expect(receipt.text).not.toContain('Kurnia');
    const pdf = await app.anyone.get(receipt.body.pdf_url);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    const verification = await app.anyone.get(
      `/public/receipt-verifications/${receipt.body.verification_url.split('/').at(-1) ?? ''}`,
    );
    expect(verification.body).toMatchObject({
      valid: true,
      receipt_number: number,
      customer_name: 'R*** K*****',
      period_names: ['November 2025', 'Desember 2025'],
    });
    await client.reversal({ bank_reference: 'PUB/1', reversal_reference: 'PUB/R1', reason: 'uji' });
    expect((await app.anyone.get(`/public/receipt-verifications/${token}`)).body).toMatchObject({
      valid: false,
      status: 'REVERSED',
    });
    expect((await app.anyone.get('/public/receipts/AAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });
});

describe('tariff calculator', () => {
  it('prices like the reference and names the legal basis', async () => {
    const quote = await app.anyone.post<{ total: number; tariff_version: { legal_basis: string } }>(
      '/public/tariff-quote',
      { tariff_code: 'HALSEL-RT1', usage_m3: 25 },
    );
    expect(quote.body.total).toBe(70_000);
    expect(quote.body.tariff_version.legal_basis).not.toBe('');
  });
});
