import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { EndPlan } from '../../src/modules/money/instalment';
import { SharesAsSourcesStand0177 } from '../../src/modules/money/instalment/schema/0177-shares-as-sources-stand';
import { PenaltiesCarried0176 } from '../../src/modules/water/billing/schema/0176-penalties-carried';
import { AssessPenalties, PolicyBook } from '../../src/modules/water/penalty';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { TEST_START } from '../support/test-clock';

/*
 * October 2025 of 28 m³ is 140.000, 20 m³ are 100.000. Water bears no penalty here; instalments bear 10 % of what of them is
 * owed rightly, from the day after they are due.
 */
const app = testApp({ jobs: false });

interface Answer {
  id: number;
  approval_id: number;
  pending_approval_id: number;
  late_policy: string | null;
  code?: string;
}

let bank: TestBank;
let charges = 0;
const REASON = 'stan salah baca, sudah dilihat lagi';

const TEN_PERCENT = (kinds: string, name: string) =>
  app.database.query(
    `INSERT INTO kebijakan_denda (name, valid_from, mode, basis_points, cap, tariff_codes, legal_basis, kinds)
     VALUES ($2, '2020-01', 'PERCENT', 1000, 500000, '{HALSEL-RT3}', 'Perbup 13/2017', $1::text[])`,
    [kinds, name],
  );

beforeAll(async () => {
  bank = await app.make.bank();
});

afterEach(async () => {
  expect(await app.violations()).toEqual([]);
  await app.database.query('UPDATE kebijakan_denda SET active = false');
  app.get(PolicyBook).forget();
  app.clock.set(TEST_START);
});

const post = async <T = Answer>(path: string, body: object) => (await app.as('admin')).post<T>(path, body);
const decide = async (approval: number) =>
  (await app.as('manajer')).post<Answer>(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });
const owed = async ({ customer_number }: TestCustomer) =>
  (
    (await bank.client().verify({ customer_number })).body as {
      bills: { principal: number; penalty: number }[];
    }
  ).bills.map(({ principal, penalty }) => [principal, penalty]);

async function lateInstalments(): Promise<void> {
  await TEN_PERCENT('{INSTALMENT}', 'Denda angsuran');
  app.get(PolicyBook).forget();
}

async function billed(): Promise<{ customer: TestCustomer; bill: { id: number } }> {
  const customer = await app.make.customer({ tariff: await app.make.tariff('HALSEL-RT3') });
  const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 28, dueDate: '2025-11-20' });
  return { customer, bill };
}

const askPlan = (customer: TestCustomer, bills: readonly number[], change: object = {}) =>
  post('/instalment-plans', {
    customer_id: customer.id,
    bill_ids: bills,
    count: 2,
    first_due: app.clock.businessDate(),
    reason: REASON,
    ...change,
  });

async function agreed(
  customer: TestCustomer,
  bills: readonly number[],
  change: object = {},
): Promise<number> {
  const { body } = await askPlan(customer, bills, change);
  expect((await decide(body.approval_id)).status).toBe(200);
  const { id } = await app.database.one<{ id: number }>(
    'SELECT max(id)::int AS id FROM rencana_angsuran WHERE customer_id = $1',
    [customer.id],
  );
  return id;
}

async function correct(bill: { id: number }, stand: number): Promise<void> {
  const { body } = await post(`/bills/${String(bill.id)}/corrections`, {
    current_stand: stand,
    reason: REASON,
  });
  expect((await decide(body.approval_id)).status).toBe(200);
}

async function pay(customer: TestCustomer, bills: number, reference: string): Promise<void> {
  const asked = (await bank.client().verify({ customer_number: customer.customer_number })).body as {
    bills: { bill_number: string; total: number }[];
  };
  const paid = await bank.client().process({
    bank_reference: reference,
    customer_number: customer.customer_number,
    bill_numbers: asked.bills.slice(0, bills).map(({ bill_number: number }) => number),
    amount: asked.bills.slice(0, bills).reduce((sum, { total }) => sum + total, 0) + 2_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
}

async function charged(customer: TestCustomer, price: number): Promise<number> {
  const { body } = await post('/charges', {
    code: `BUKA${String((charges += 1))}`,
    name: 'Buka segel',
    price,
  });
  expect((await decide(body.pending_approval_id)).status).toBe(200);
  const ordered = await post<{ bill_id: number }>('/charges/bills', {
    request_id: randomUUID(),
    customer_id: customer.id,
    charge_id: body.id,
    quantity: 1,
  });
  expect(ordered.status).toBe(201);
  return ordered.body.bill_id;
}

it('asks no penalty of a late instalment on what the bill it stands for had asked too much', async () => {
  await lateInstalments();
  const { customer, bill } = await billed();
  await agreed(customer, [bill.id]);
  // 40.000 of the 140.000 were never owed: they are credit, which is less than an instalment.
  await correct(bill, 20);
  app.clock.set('2026-01-16T09:00:00+08:00');
  expect(await owed(customer)).toEqual([
    [70_000, 5_000],
    [70_000, 0],
  ]);
  // The counter, the list and the penalty run say the same.
  await app.get(AssessPenalties).assess(app.clock.businessDate());
  const booked = await app.database.query<{ amount: number }>(
    'SELECT d.amount::int AS amount FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE b.customer_id = $1',
    [customer.id],
  );
  expect(booked).toEqual([{ amount: 5_000 }]);
});

it('goes on with the rest of a broken plan, with the plan over that rest, and with a correction back up', async () => {
  await lateInstalments();
  const { customer, bill } = await billed();
  const first = await agreed(customer, [bill.id]);
  app.clock.set('2026-01-23T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  const { rest } = await app.database.one<{ rest: number }>(
    'SELECT rest_bill_id::int AS rest FROM rencana_angsuran WHERE id = $1',
    [first],
  );
  expect(await owed(customer)).toEqual([[140_000, 14_000]]);
  // What is booked stays booked; the plan over the rest has it as penalty agreed, which bears none.
  await agreed(customer, [rest], { count: 4 });
  app.clock.set('2026-01-24T09:00:00+08:00');
  const shares = async () =>
    (
      await app.database.query<{ free: number }>(
        `SELECT b.penalty_free::int AS free FROM tagihan b WHERE b.customer_id = $1 AND b.kind = 'INSTALMENT' AND b.state = 'ISSUED' ORDER BY b.due_date`,
        [customer.id],
      )
    ).map(({ free }) => free);
  expect(await shares()).toEqual([3_500, 3_500, 3_500, 3_500]);
  await correct(bill, 20);
  // 54.000 of 154.000 bear none now; the credit of 40.000 paid the first one of 38.500 with what was booked on it or waits.
  const after = await shares();
  expect(after.slice(-2)).toEqual([13_500, 13_500]);
  await correct(bill, 28);
  expect((await shares()).slice(-2)).toEqual([3_500, 3_500]);
});

it('of a charge that is given back whole, and of an instalment whose payment is taken back', async () => {
  await lateInstalments();
  const { customer, bill } = await billed();
  const charge = await charged(customer, 60_000);
  await agreed(customer, [bill.id, charge]);
  await pay(customer, 1, 'RENCANA/1');
  const back = await post(`/bills/${String(charge)}/charge-return`, { reason: REASON });
  expect((await decide(back.body.approval_id)).status).toBe(200);
  const reversed = await bank
    .client()
    .reversal({ bank_reference: 'RENCANA/1', reversal_reference: 'RENCANA/1R', reason: 'salah debit' });
  expect(reversed.status).toBe(200);
  app.clock.set('2026-01-16T09:00:00+08:00');
  // 60.000 of 200.000 were never owed: 30.000 of each instalment of 100.000.
  expect(await owed(customer)).toEqual([
    [100_000, 7_000],
    [100_000, 0],
  ]);
});

it('works out by its migrations what was written before a correction reached the instalments', async () => {
  await lateInstalments();
  const { customer, bill } = await billed();
  const charge = await charged(customer, 60_000);
  const first = await agreed(customer, [bill.id, charge]);
  app.clock.set('2026-01-23T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  const { rest } = await app.database.one<{ rest: number }>(
    'SELECT rest_bill_id::int AS rest FROM rencana_angsuran WHERE id = $1',
    [first],
  );
  await agreed(customer, [rest], { count: 4 });
  await correct(bill, 20);
  const back = await post(`/bills/${String(charge)}/charge-return`, { reason: REASON });
  expect((await decide(back.body.approval_id)).status).toBe(200);
  const free = () =>
    app.database.query('SELECT id, penalty_free FROM tagihan WHERE customer_id = $1 ORDER BY id', [
      customer.id,
    ]);
  const right = await free();
  await app.database.query('UPDATE tagihan SET penalty_free = 0 WHERE customer_id = $1', [customer.id]);
  expect(await app.violations()).not.toEqual([]);
  const runner = { query: (sql: string) => app.database.query(sql) } as unknown as QueryRunner;
  for (let time = 0; time < 2; time += 1) {
    await new PenaltiesCarried0176().up(runner);
    await new SharesAsSourcesStand0177().up(runner);
    expect(await free()).toEqual(right);
  }
});

it('is refused when a rule of late instalments came between asking and deciding, however fresh', async () => {
  const { customer, bill } = await billed();
  const { body } = await askPlan(customer, [bill.id]);
  // Approved by another process: this one still remembers the rules from before.
  await TEN_PERCENT('{INSTALMENT}', 'Denda angsuran baru');
  expect((await decide(body.approval_id)).body.code).toBe('approval.outdated');
});
