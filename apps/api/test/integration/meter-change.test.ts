import { randomUUID } from 'node:crypto';
import { BillRunWorker } from '../../src/modules/water/billing';
import type { PublicInquiryDto } from '../../src/modules/outward/public-site/public.dto';
import { testApp, type HttpCaller, type TestBank, type TestCustomer } from '../support';
import { SNAP, snapPartner } from '../support/snap-partner';

const app = testApp({ jobs: false });

const CHANGE = { previous: { from: 150, to: 165 }, current: { from: 3, to: 13 } };
const PERIOD = '2025-12';

interface InquiredBill {
  bill_number: string;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  meter_change?: object;
}

let admin: HttpCaller;
let bank: TestBank;
let exchanged: TestCustomer;
let plain: TestCustomer;
let billId: number;

/** Read to 150, taken away at 165; the new meter came with 3 and shows 13: 25 m³, Rp70.000 on HALSEL-RT1. */
async function overAnExchange(): Promise<TestCustomer> {
  const customer = await app.make.customer({ installedStand: 100 });
  await app.make.issuedBill({ customer, period: '2025-11', usage: 50 });
  const { body } = await admin.get<{ version: number }>(`/customers/${String(customer.id)}`);
  const replaced = await admin.post(`/customers/${String(customer.id)}/meter-replacements`, {
    version: body.version,
    removed_stand: 165,
    replaced_on: '2026-01-10',
    reason: 'Kaca meter pecah',
    meter: { serial: 'BARU-1', digits: 5, size_mm: 15, installed_stand: 3 },
  });
  expect(replaced.status).toBe(201);
  const reading = await admin.post<{ id: number; version: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period: PERIOD,
    condition_code: 'NORMAL',
    current_stand: 13,
  });
  const decided = await admin.post(`/meter-readings/${String(reading.body.id)}/decision`, {
    decision: 'VERIFY',
    version: reading.body.version,
    note: 'meter diganti',
  });
  expect(decided.status).toBe(200);
  return customer;
}

beforeAll(async () => {
  admin = await app.as('admin');
  bank = await app.make.bank({ code: 'SULTRA' });
  exchanged = await overAnExchange();
  plain = await app.make.customer();
  await app.make.issuedBill({ customer: plain, period: PERIOD, usage: 25 });
  const draft = await app.database.one<{ id: number }>(
    "SELECT id::int FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT'",
    [exchanged.id],
  );
  billId = draft.id;
  const run = await admin.post<{ id: number }>('/bill-runs', { period: PERIOD });
  await app.get(BillRunWorker).run(run.body.id);
});

const inquiredBy = async (customer: TestCustomer) => {
  const { body } = await bank.client().verify({ customer_number: customer.customer_number });
  return (body as { bills: InquiredBill[] }).bills;
};

describe('a bill over an exchange of meters', () => {
  it('shows what each meter measured on the bill page, and how that makes 25 m³', async () => {
    const { body } = await admin.get<{ trace: string[] }>(`/bills/${String(billId)}`);
    expect(body).toMatchObject({
      state: 'ISSUED',
      usage_m3: 25,
      principal: 70_000,
      previous_stand: 150,
      current_stand: 13,
      meter_change: CHANGE,
    });
    expect(body.trace[0]).toBe('(165 − 150) + (13 − 3) = 25 m³');
  });

  it('tells the bank, whose answer about every other bill is unchanged to the byte', async () => {
    const [, bill] = await inquiredBy(exchanged);
    expect(bill).toMatchObject({
      previous_stand: 150,
      current_stand: 13,
      usage_m3: 25,
      meter_change: CHANGE,
    });
    const [other] = await inquiredBy(plain);
    expect(Object.keys(other ?? {})).toEqual([
      'bill_number',
      'period',
      'usage_m3',
      'previous_stand',
      'current_stand',
      'principal',
      'penalty',
      'total',
      'due_date',
    ]);
  });

  it('tells a SNAP bank in the additional information of the bill, and of no other', async () => {
    const partner = await snapPartner(app, bank);
    const detailsOf = async (customer: TestCustomer) => {
      const { body } = await partner.post(SNAP.inquiry, {
        ...partner.account(customer.customer_number),
        inquiryRequestId: `INQ-${customer.customer_number}`,
      });
      const answer = body as { virtualAccountData: { billDetails: { additionalInfo?: object }[] } };
      return answer.virtualAccountData.billDetails;
    };
    const details = await detailsOf(exchanged);
    expect(details.map(({ additionalInfo }) => additionalInfo)).toEqual([undefined, { meterChange: CHANGE }]);
    expect((await detailsOf(plain))[0]).not.toHaveProperty('additionalInfo');
  });

  it('shows the customer both meters, on the bill and in the history', async () => {
    const { body } = await app.anyone.post<PublicInquiryDto>('/public/inquiries', {
      customer_number: exchanged.customer_number,
    });
    expect(body.bills.map(({ meter_change }) => meter_change)).toEqual([null, CHANGE]);
    await app.database.query("UPDATE meter SET serial = 'AP-7315' WHERE serial = 'BARU-1'");
    const access = await app.anyone.post<{ history_token: string }>(
      `/public/inquiries/${body.token}/history-access`,
      { meter_digits: '7315' },
    );
    const history = await app.anyone.get<{ bills: { meter_change: object | null }[] }>(
      `/public/inquiries/${body.token}/history`,
      { headers: { 'x-history-token': access.body.history_token } },
    );
    expect(history.body.bills.map(({ meter_change }) => meter_change)).toEqual([CHANGE, null]);
  });

  it('is followed on the receipt in every form', async () => {
    const client = bank.client();
    const inquiry = await client.verify({ customer_number: exchanged.customer_number });
    const { inquiry_id, total_amount } = inquiry.body as { inquiry_id: string; total_amount: number };
    const paid = await client.process({
      bank_reference: 'REF-1',
      inquiry_id,
      amount: total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    const json = (await client.receipt('REF-1')).body as { bills: { meter_change?: object }[] };
    expect(json.bills.map(({ meter_change }) => meter_change)).toEqual([undefined, CHANGE]);
    const text = async (columns: 32 | 42 | 80) =>
      (await client.receipt('REF-1', { accept: 'text/plain', columns })).rawBody.toString();
    expect(await text(42)).toContain('Meter Lama    : 150 s/d 165\nMeter Baru    : 3 s/d 13\n');
    expect(await text(80)).toMatch(/Desember 2025 +150 +165 +25 .*\n {2}Meter Baru +3 +13\n/);
    const pdf = await client.receipt('REF-1', { accept: 'application/pdf' });
    expect(pdf.rawBody.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
