import { AssessPenalties } from '../../src/modules/water/penalty';
import { testApp, type TestBank, type TestCustomer } from '../support';

/* Bills of September are due on 20 October 2025: three months late in January, a penalty of Rp25.000 each. */
const app = testApp({ jobs: false });

interface Programme {
  id: number;
  status: string;
  last_day: string;
  reserved: number;
  pending_approval_id: number;
  result: { covered: Group; outside: Group; before: Group } | null;
  code?: string;
  errors?: { pointer: string; code: string }[];
}
interface Group {
  bills: number;
  paid_bills: number;
  collected: number;
  penalties: number;
  waived: number;
  rate: number;
}
interface Effect {
  bills: number;
  customers: number;
  principal: number;
  penalty: number;
  reserved: number;
  collected_most: number;
  beyond_bills: number;
  before: Group;
}
interface Verified {
  inquiry_id: string;
  total_amount: number;
  bills: { penalty: number; principal: number }[];
}

let bank: TestBank;
const late: TestCustomer[] = [];

const TERMS = {
  name: 'Pemutihan HUT Kota',
  legal_basis: 'Perbup 7/2026',
  valid_from: '2026-01-16',
  valid_to: '2026-01-31',
  mode: 'PERCENT',
  basis_points: 5_000,
  min_months_late: 2,
};

async function owing(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-09', usage: 25 });
  return customer;
}

beforeAll(async () => {
  bank = await app.make.bank();
  await app.make.penaltyPolicy();
  for (let count = 0; count < 5; count += 1) late.push(await owing());
  await app.get(AssessPenalties).assess(app.clock.businessDate());
});

/* A session ends as days pass. */
const admin = {
  get: async <T>(path: string) => (await app.as('admin')).get<T>(path),
  post: async <T>(path: string, body: object) => (await app.as('admin')).post<T>(path, body),
};
const customer = (index: number) => late[index] as TestCustomer;
const propose = (change: object = {}) => admin.post<Programme>('/waiver-programmes', { ...TERMS, ...change });
const decide = async (approval: number, decision = 'APPROVE') =>
  (await app.as('manajer')).post<{ code: string }>(`/approvals/${String(approval)}/decision`, {
    decision,
    note: 'sudah dibahas dalam rapat',
  });
const read = async (id: number) => (await admin.get<Programme>(`/waiver-programmes/${String(id)}`)).body;
const verify = async (whose: TestCustomer) =>
  (await bank.client().verify({ customer_number: whose.customer_number })).body as Verified;
const asked = async (whose: TestCustomer) =>
  (
    await app.anyone.post<{
      bill_amount: number;
      bills: { penalty: number; waived: number; waiver_programme: string | null; total: number }[];
    }>('/public/inquiries', { customer_number: whose.customer_number })
  ).body;

async function pay(inquiry: Verified, reference: string) {
  const answer = await bank.client().process({
    bank_reference: reference,
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  return answer as { status: number; body: { payment_id: number; receipt_url: string; bills: object[] } };
}

describe('a waiver programme', () => {
  it('is told to a payment by each of its locks, with all else an inquiry asks for', async () => {
    const locks = await app.database.query<{ name: string; told: boolean }>(
      `SELECT proname AS name, bool_and(prosrc LIKE '%''' || key || ''', %') AS told FROM pg_proc,
         unnest('{kind,tariff_code,principal,disputed,penalty_days_held,penalty_free,agreed_in,due_date,penalty,penalty_returned,excess_waived,offers}'::text[]) AS key
       WHERE proname IN ('lock_payments', 'lock_payment', 'lock_basket') GROUP BY 1 ORDER BY 1`,
    );
    expect(locks).toEqual(
      ['lock_basket', 'lock_payment', 'lock_payments'].map((name) => ({ name, told: true })),
    );
  });

  it('says beforehand who is forgiven how much, and stores nothing', async () => {
    const { status, body } = await admin.post<Effect>('/waiver-programmes/preview', TERMS);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      bills: 5,
      customers: 5,
      penalty: 125_000,
      reserved: 62_500,
      beyond_bills: 0,
    });
    expect(body.collected_most).toBe(body.principal + 62_500);
    const tight = await admin.post<Effect>('/waiver-programmes/preview', { ...TERMS, budget: 30_000 });
    expect(tight.body).toMatchObject({ bills: 2, reserved: 25_000, beyond_bills: 3 });
    const young = await admin.post<Effect>('/waiver-programmes/preview', { ...TERMS, min_months_late: 4 });
    expect(young.body.bills).toBe(0);
    const list = await admin.get<{ meta: { total: number } }>('/waiver-programmes');
    expect(list.body.meta.total).toBe(0);
  });

  it('that begins today, or says no figure, is refused with what is wrong', async () => {
    const answer = await propose({ valid_from: '2026-01-15', basis_points: undefined });
    expect([answer.status, answer.body.code]).toEqual([422, 'waiver.invalid']);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(['/valid_from', '/basis_points']);
    const nowhere = await propose({ region_codes: ['99'] });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'region.not_found']);
  });

  it('forgives nothing before a second person agreed, nor before its first day', async () => {
    const { status, body } = await propose({ budget: 50_000 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'PENDING', reserved: 0, result: null });
    const own = await admin.post(`/approvals/${String(body.pending_approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect(own.status).toBe(403);
    expect((await decide(body.pending_approval_id)).status).toBe(200);
    expect(await read(body.id)).toMatchObject({ status: 'APPROVED', reserved: 50_000 });
    expect((await asked(customer(0))).bills[0]).toMatchObject({ penalty: 25_000, waived: 0 });
  });

  it('is asked, paid, booked and printed as one amount, and no more is forgiven than the budget', async () => {
    app.clock.set('2026-01-16T09:00:00+08:00');
    expect((await asked(customer(0))).bills[0]).toMatchObject({
      penalty: 12_500,
      waived: 12_500,
      waiver_programme: TERMS.name,
    });
    // The budget was handed out to the oldest four; the fifth owes it all.
    const owed = await Promise.all(late.map(verify));
    expect(owed.map(({ bills }) => bills[0]?.penalty)).toEqual([12_500, 12_500, 12_500, 12_500, 25_000]);
    const paid = await Promise.all(
      owed.slice(0, 4).map((inquiry, index) => pay(inquiry, `WAIVED-${String(index)}`)),
    );
    expect(paid.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [books] = await app.database.query<{ waived: number }>(
      "SELECT sum(debit - credit)::int AS waived FROM jurnal_baris WHERE account = '4190'",
    );
    expect(books?.waived).toBe(50_000);
    const token = paid[0]?.body.receipt_url.split('/').at(-1) ?? '';
    const receipt = await app.anyone.get<{ waivers: object[]; bills: { penalty: number }[] }>(
      `/public/receipts/${token}`,
    );
    expect(receipt.body.waivers).toEqual([{ programme: TERMS.name, amount: 12_500 }]);
    expect(receipt.body.bills[0]?.penalty).toBe(12_500);
    expect(await app.violations()).toEqual([]);
  });

  it('a payment that is taken back takes its waiver with it, and may be made again', async () => {
    const back = await bank.client().reversal({
      bank_reference: 'WAIVED-3',
      reversal_reference: 'BACK-3',
      reason: 'salah pelanggan',
    });
    expect(back.status).toBe(200);
    expect(await app.violations()).toEqual([]);
    expect((await verify(customer(3))).bills[0]?.penalty).toBe(12_500);
  });

  it('is revoked by two people, and stays as it is until the end of that day', async () => {
    const { id } = (await admin.get<{ data: Programme[] }>('/waiver-programmes')).body.data[0] as Programme;
    const revoke = (reason = 'anggaran dialihkan oleh kepala daerah') =>
      admin.post<{ approval_id: number; code: string }>(`/waiver-programmes/${String(id)}/revocation`, {
        reason,
      });
    const request = await revoke();
    expect(request.status).toBe(202);
    expect((await revoke()).body.code).toBe('approval.pending');
    const promised = await verify(customer(3));
    expect((await decide(request.body.approval_id)).status).toBe(200);
    expect(await read(id)).toMatchObject({ last_day: '2026-01-16', revoked: true });
    expect((await pay(promised, 'WAIVED-AGAIN')).status).toBe(200);
    expect((await revoke()).body.code).toBe('waiver.state_conflict');
    app.clock.set('2026-01-17T09:00:00+08:00');
    const result = (await read(id)).result;
    expect(result?.covered).toMatchObject({ bills: 4, paid_bills: 4, waived: 50_000, rate: 10_000 });
    expect(result?.outside).toMatchObject({ bills: 1, paid_bills: 0, rate: 0 });
  });

  it('keeps its promise to who paid in time when we take the payment back after its last day, not to a bank', async () => {
    const [payment] = await app.database.query<{ id: number }>(
      "SELECT id::int FROM pembayaran WHERE bank_reference = 'WAIVED-0'",
    );
    app.clock.set('2026-01-18T09:00:00+08:00');
    const request = await admin.post<{ approval_id: number }>(
      `/payments/${String(payment?.id)}/reversal-requests`,
      { reason: 'uangnya tidak pernah masuk dari bank' },
    );
    expect((await decide(request.body.approval_id)).status).toBe(200);
    // Ten days to pay in, as there always are; then it is over.
    for (const [day, penalty] of [
      ['2026-01-18', 12_500],
      ['2026-01-28', 12_500],
      ['2026-01-29', 25_000],
    ] as const) {
      app.clock.set(`${day}T09:00:00+08:00`);
      expect([day, (await verify(customer(0))).bills[0]?.penalty]).toEqual([day, penalty]);
    }
    app.clock.set('2026-01-19T09:00:00+08:00');
    // No other programme promises it on these days.
    const other = await admin.post<Effect>('/waiver-programmes/preview', {
      ...TERMS,
      valid_from: '2026-01-20',
    });
    expect(other.body.bills).toBe(1);
    expect((await pay(await verify(customer(0)), 'WAIVED-KEPT')).status).toBe(200);
    expect(await app.violations()).toEqual([]);
  });

  it('covers a bill that another one has left, never one that another holds on the same day', async () => {
    const held = await owing();
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    const terms = { valid_from: '2026-01-20', valid_to: '2026-01-25', mode: 'AMOUNT', amount: 7_000 };
    const first = await propose({ ...terms, basis_points: undefined, name: 'Keringanan pertama' });
    const second = await propose({ ...terms, basis_points: undefined, name: 'Keringanan kedua' });
    for (const { body } of [first, second]) expect((await decide(body.pending_approval_id)).status).toBe(200);
    expect([(await read(first.body.id)).reserved, (await read(second.body.id)).reserved]).toEqual([
      14_000, 0,
    ]);
    app.clock.set('2026-01-25T09:00:00+08:00');
    expect((await asked(held)).bills[0]).toMatchObject({
      penalty: 18_000,
      waiver_programme: 'Keringanan pertama',
    });
    app.clock.set('2026-01-26T09:00:00+08:00');
    expect((await asked(held)).bills[0]).toMatchObject({ penalty: 25_000, waiver_programme: null });
  });

  it('sets no more aside than the second person saw', async () => {
    const terms = { valid_from: '2026-01-27', valid_to: '2026-01-27', mode: 'AMOUNT', amount: 4_000 };
    const { body } = await propose({ ...terms, basis_points: undefined, name: 'Keringanan sehari' });
    await owing();
    const decided = await decide(body.pending_approval_id);
    expect([decided.status, decided.body.code]).toEqual([409, 'approval.outdated']);
    expect(await read(body.id)).toMatchObject({ status: 'PENDING', reserved: 0 });
    expect((await decide(body.pending_approval_id, 'REJECT')).status).toBe(200);
  });

  it('keeps a promise until the day before the next programme that promises the bill, and not a day less', async () => {
    app.clock.set('2026-02-01T09:00:00+08:00');
    const region = await app.make.region();
    const held = await app.make.customer({ region });
    await app.make.issuedBill({ customer: held, period: '2025-09', usage: 25 });
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    const scope = { region_codes: [region.code] };
    const days = (from: string, to: string) => ({ valid_from: `2026-02-${from}`, valid_to: `2026-02-${to}` });
    const first = await propose({ ...scope, ...days('02', '03'), name: 'Pemutihan awal bulan' });
    const next = await propose({
      ...scope,
      ...days('08', '10'),
      mode: 'AMOUNT',
      amount: 7_000,
      basis_points: undefined,
      name: 'Pemutihan berikutnya',
    });
    for (const { body } of [first, next]) expect((await decide(body.pending_approval_id)).status).toBe(200);
    app.clock.set('2026-02-03T09:00:00+08:00');
    const paid = await pay(await verify(held), 'WAIVED-TWICE');
    expect(paid.status).toBe(200);
    app.clock.set('2026-02-05T09:00:00+08:00');
    const request = await admin.post<{ approval_id: number }>(
      `/payments/${String(paid.body.payment_id)}/reversal-requests`,
      { reason: 'uangnya tidak pernah masuk dari bank' },
    );
    expect((await decide(request.body.approval_id)).status).toBe(200);
    for (const [day, penalty] of [
      ['05', 12_500],
      ['07', 12_500],
      ['08', 18_000],
      ['10', 18_000],
      ['11', 25_000],
    ] as const) {
      app.clock.set(`2026-02-${day}T09:00:00+08:00`);
      expect([day, (await verify(held)).bills[0]?.penalty]).toEqual([day, penalty]);
    }
    app.clock.set('2026-02-07T09:00:00+08:00');
    expect((await pay(await verify(held), 'WAIVED-TWICE-KEPT')).status).toBe(200);
    expect(await app.violations()).toEqual([]);
  });
});
