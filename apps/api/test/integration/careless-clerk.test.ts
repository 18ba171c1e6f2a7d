import { randomUUID } from 'node:crypto';
import { Database } from '../../src/platform/database';
import { IssueBills } from '../../src/modules/water/billing';
import { PolicyBook } from '../../src/modules/water/penalty';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { TEST_START } from '../support/test-clock';

/*
 * What a careless clerk may do, one thing after another and two at once: after each the books are sound, and what a customer
 * gave and owes comes to what is right. October 2025 of 28 m³ is 140.000 and 10 % of it 14.000; 20 m³ are 100.000 and 10.000,
 * 15 m³ 77.500 and 7.750, 10 m³ 55.000 and 5.500, 35 m³ 180.000.
 */
const app = testApp({ jobs: false });

interface Answer {
  id: number;
  approval_id: number;
  pending_approval_id: number;
  code?: string;
}
interface Verified {
  inquiry_id: string;
  total_amount: number;
  bills: { principal: number; penalty: number; total: number }[];
}

let bank: TestBank;
let references = 0;
const REASON = 'stan salah baca, sudah dilihat lagi';
const HALF = { mode: 'PERCENT', basis_points: 5_000 };

beforeAll(async () => {
  bank = await app.make.bank();
  await app.database.query(
    `INSERT INTO kebijakan_denda (name, valid_from, mode, basis_points, cap, tariff_codes, legal_basis)
     VALUES ('Sepuluh persen', '2020-01', 'PERCENT', 1000, 500000, '{HALSEL-RT3}', 'Perbup 13/2017')`,
  );
  app.get(PolicyBook).forget();
});

afterEach(async () => {
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

const post = async <T = Answer>(path: string, body: object) => (await app.as('admin')).post<T>(path, body);
const decide = async (approval: number) =>
  (await app.as('manajer')).post<Answer>(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });
const verify = async ({ customer_number }: TestCustomer) =>
  (await bank.client().verify({ customer_number })).body as Verified;
const creditOf = async ({ id }: TestCustomer) =>
  (
    await app.database.one<{ credit: number }>(
      'SELECT coalesce(sum(amount), 0)::int AS credit FROM saldo_pelanggan WHERE customer_id = $1',
      [id],
    )
  ).credit;
/** What is asked for today and waits for the next bill, less the credit, with what was paid and not given out again. */
async function allInAll(customer: TestCustomer): Promise<number> {
  const { bills = [] } = (await verify(customer)) as Partial<Verified>;
  const { known } = await app.database.one<{ known: number }>(
    `SELECT (coalesce((SELECT sum(k.amount + k.penalty_amount) FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id
        WHERE b.customer_id = $1 AND k.settlement = 'CARRIER' AND k.carrier_id IS NULL), 0)
      + coalesce((SELECT sum(p.bill_amount) FROM pembayaran p WHERE p.customer_id = $1 AND p.kind = 'PAYMENT'
        AND NOT EXISTS (SELECT FROM pembayaran r WHERE r.reversal_of = p.id)), 0))::int AS known`,
    [customer.id],
  );
  return bills.reduce((sum, { total }) => sum + total, 0) - (await creditOf(customer)) + known;
}

async function late(): Promise<{ customer: TestCustomer; bill: { id: number } }> {
  const customer = await app.make.customer({
    tariff: await app.make.tariff('HALSEL-RT3'),
    region: await app.make.region(),
  });
  const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 28, dueDate: '2025-11-20' });
  expect((await verify(customer)).bills).toMatchObject([{ principal: 140_000, penalty: 14_000 }]);
  return { customer, bill };
}

/** Of the customer's area, from 16 to 20 January. */
async function programme(customer: TestCustomer, terms: object): Promise<void> {
  const { code } = await app.database.one<{ code: string }>(
    'SELECT w.code FROM pelanggan c JOIN wilayah w ON w.id = c.region_id WHERE c.id = $1',
    [customer.id],
  );
  const { body } = await post('/waiver-programmes', {
    name: 'Pemutihan Januari',
    legal_basis: 'Perbup 7/2026',
    valid_from: '2026-01-16',
    valid_to: '2026-01-20',
    ...terms,
    min_months_late: 1,
    region_codes: [code],
  });
  expect((await decide(body.pending_approval_id)).status).toBe(200);
  app.clock.set('2026-01-16T09:00:00+08:00');
}

const askPlan = (customer: TestCustomer, bill: { id: number }, count = 2) =>
  post('/instalment-plans', {
    customer_id: customer.id,
    bill_ids: [bill.id],
    count,
    first_due: app.clock.businessDate(),
    reason: REASON,
  });

async function agreed(customer: TestCustomer, bill: { id: number }, count = 2): Promise<number> {
  const { body } = await askPlan(customer, bill, count);
  expect((await decide(body.approval_id)).status).toBe(200);
  const { id } = await app.database.one<{ id: number }>(
    'SELECT max(id)::int AS id FROM rencana_angsuran WHERE customer_id = $1',
    [customer.id],
  );
  return id;
}

const askCorrection = (bill: { id: number }, stand: number) =>
  post(`/bills/${String(bill.id)}/corrections`, { current_stand: stand, reason: REASON });

async function correct(bill: { id: number }, stand: number): Promise<void> {
  const { body } = await askCorrection(bill, stand);
  expect((await decide(body.approval_id)).status).toBe(200);
}

async function end(plan: number, way: string): Promise<void> {
  const { body } = await post(`/instalment-plans/${String(plan)}/ending`, { way, reason: REASON });
  expect((await decide(body.approval_id)).status).toBe(200);
}

async function pay(customer: TestCustomer): Promise<string> {
  const { inquiry_id, total_amount: amount } = await verify(customer);
  const reference = `PUTIH/${String((references += 1))}`;
  const paid = await bank.client().process({
    bank_reference: reference,
    inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  return reference;
}

async function takeBack(reference: string): Promise<void> {
  const back = await bank
    .client()
    .reversal({ bank_reference: reference, reversal_reference: `${reference}R`, reason: 'salah debit' });
  expect(back.status).toBe(200);
}

it('corrects a paid bill up, down, back and to nothing', async () => {
  const { customer, bill } = await late();
  await pay(customer);
  for (const [stand, sum] of [
    [35, 194_000],
    [20, 110_000],
    [15, 85_250],
    [28, 154_000],
    [0, 16_500],
  ] as const) {
    await correct(bill, stand);
    expect([stand, await allInAll(customer)]).toEqual([stand, sum]);
  }
});

it('asks no penalty on the penalty that a correction back up had to ask for again', async () => {
  const { customer, bill } = await late();
  await pay(customer);
  await correct(bill, 10);
  await correct(bill, 28);
  // 85.000 of water and 8.500 of penalty wait for the next bill, which is January's, of 30 m³ since October.
  const reader = await app.as('petugas');
  const reading = await reader.post<{ id: number; version: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period: '2026-01',
    condition_code: 'NORMAL',
    current_stand: 58,
    read_at: '2026-01-15T09:00:00+08:00',
  });
  const verified = await post(`/meter-readings/${String(reading.body.id)}/decision`, {
    decision: 'VERIFY',
    version: reading.body.version,
    note: 'Sudah dilihat bersama pelanggan',
  });
  expect(verified.status).toBe(200);
  const drafts = await app.database.query<{ id: number }>(
    "SELECT id::int AS id FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT' ORDER BY period",
    [customer.id],
  );
  await app.get(Database).transaction((tx) =>
    app.get(IssueBills).issue(
      tx,
      drafts.map(({ id }) => id),
      null,
    ),
  );
  const carrier = { id: drafts.at(-1)?.id ?? 0 };
  app.clock.set('2026-04-20T09:00:00+08:00');
  // Of 8 m³ and the 85.000.
  expect((await verify(customer)).bills.at(-1)).toMatchObject({ principal: 140_500, penalty: 13_200 });
  await pay(customer);
  // As a household it would have cost 26.000: 111.000 would have borne 11.100.
  const household = await app.make.tariff('HALSEL-RT1');
  const asked = await post(`/bills/${String(carrier.id)}/corrections`, {
    tariff_id: household.id,
    reason: REASON,
  });
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(
    await app.database.one('SELECT returned::int AS returned FROM denda WHERE bill_id = $1', [carrier.id]),
  ).toEqual({ returned: 2_100 });
});

it('plans a bill that was corrected and is open again, and corrects it after the plan was broken', async () => {
  const { customer, bill } = await late();
  const reference = await pay(customer);
  await correct(bill, 20);
  await takeBack(reference);
  const plan = await agreed(customer, bill);
  expect(await allInAll(customer)).toBe(110_000);
  await correct(bill, 15);
  await end(plan, 'BROKEN');
  expect(await allInAll(customer)).toBe(85_250);
  await correct(bill, 28);
  expect(await allInAll(customer)).toBe(154_000);
});

it('takes a plan back, agrees on it again and takes it back again, a correction each time', async () => {
  const { customer, bill } = await late();
  for (const [stand, sum] of [
    [20, 110_000],
    [15, 85_250],
  ] as const) {
    const plan = await agreed(customer, bill);
    await correct(bill, stand);
    await end(plan, 'WITHDRAWN');
    expect(await allInAll(customer)).toBe(sum);
  }
  await pay(customer);
  expect(await allInAll(customer)).toBe(85_250);
});

it('lets credit pay instalments, breaks the rest, agrees on it anew and breaks it again', async () => {
  const { customer, bill } = await late();
  await programme(customer, { mode: 'PERCENT', basis_points: 10_000 });
  const first = await agreed(customer, bill, 4);
  await correct(bill, 20);
  expect(await allInAll(customer)).toBe(100_000);
  await end(first, 'BROKEN');
  expect(await allInAll(customer)).toBe(110_000);
  const { rest } = await app.database.one<{ rest: number }>(
    'SELECT rest_bill_id::int AS rest FROM rencana_angsuran WHERE id = $1',
    [first],
  );
  const second = await agreed(customer, { id: rest }, 3);
  await correct(bill, 10);
  await end(second, 'BROKEN');
  expect(await allInAll(customer)).toBe(60_500);
});

it('settles a plan and corrects its bill afterwards: the programme forgave of what is right', async () => {
  const { customer, bill } = await late();
  await programme(customer, HALF);
  await agreed(customer, bill);
  await correct(bill, 20);
  await pay(customer);
  expect(await allInAll(customer)).toBe(105_000);
  await correct(bill, 15);
  expect(await allInAll(customer)).toBe(77_500 + 3_875);
  await correct(bill, 28);
  expect(await allInAll(customer)).toBe(147_000);
});

it('proposes a programme for a bill that was corrected: of the right penalty alone something is set aside', async () => {
  const { customer, bill } = await late();
  const reference = await pay(customer);
  await correct(bill, 20);
  await takeBack(reference);
  await programme(customer, { mode: 'PERCENT', basis_points: 10_000 });
  const { reserved } = await app.database.one<{ reserved: number }>(
    'SELECT reserved::int AS reserved FROM pemutihan_jatah WHERE bill_id = $1',
    [bill.id],
  );
  expect([reserved, await allInAll(customer)]).toEqual([10_000, 100_000]);
  const plan = await agreed(customer, bill);
  await correct(bill, 15);
  expect(await allInAll(customer)).toBe(77_500);
  await end(plan, 'BROKEN');
  expect(await allInAll(customer)).toBe(85_250);
});

it('forgives an amount, at most a cap, and all of a smaller penalty', async () => {
  const { customer, bill } = await late();
  await programme(customer, { mode: 'AMOUNT', amount: 9_000, cap: 8_000 });
  const plan = await agreed(customer, bill);
  expect(await allInAll(customer)).toBe(146_000);
  await correct(bill, 10);
  expect(await allInAll(customer)).toBe(55_000);
  await end(plan, 'BROKEN');
  expect(await allInAll(customer)).toBe(60_500);
});

it('sees a plan on the last day of a programme and decides on the next', async () => {
  const { customer, bill } = await late();
  await programme(customer, HALF);
  app.clock.set('2026-01-20T23:59:00+08:00');
  const { body } = await askPlan(customer, bill);
  app.clock.set('2026-01-21T00:00:30+08:00');
  expect((await decide(body.approval_id)).body.code).toBe('approval.outdated');
  expect(await allInAll(customer)).toBe(154_000);
});

describe('two people at once', () => {
  const both = async (...approvals: readonly number[]) => {
    const manager = await app.as('manajer');
    const answers = await Promise.all(
      approvals.map((id) =>
        manager.post<Answer>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' }),
      ),
    );
    return answers.map(({ status }) => status);
  };

  it('end a plan and correct its bill: one of them is told to look again', async () => {
    const { customer, bill } = await late();
    await programme(customer, HALF);
    const plan = await agreed(customer, bill);
    const ending = await post(`/instalment-plans/${String(plan)}/ending`, { way: 'BROKEN', reason: REASON });
    const correction = await askCorrection(bill, 20);
    const decided = await both(ending.body.approval_id, correction.body.approval_id);
    const sum = await allInAll(customer);
    expect([
      [200, 409, 154_000],
      [409, 200, 105_000],
    ]).toContainEqual([...decided, sum]);
  });

  it('correct a bill and take its payment back', async () => {
    const { customer, bill } = await late();
    const reference = await pay(customer);
    const { body } = await askCorrection(bill, 20);
    const [decided] = await Promise.all([both(body.approval_id), takeBack(reference)]);
    expect([
      [200, 110_000],
      [409, 154_000],
    ]).toContainEqual([...decided, await allInAll(customer)]);
  });

  it('decide the same request three times: it is carried out once', async () => {
    const { customer, bill } = await late();
    await pay(customer);
    const { body } = await askCorrection(bill, 20);
    const decided = await both(body.approval_id, body.approval_id, body.approval_id);
    expect(decided.sort()).toEqual([200, 409, 409]);
    expect(await allInAll(customer)).toBe(110_000);
  });
});
