import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { businessDate, period as toPeriod } from '@tirtapay/domain';
import { Database } from '../../src/platform/database';
import { BillRunWorker, DraftBills, IssueBills } from '../../src/modules/water/billing';
import { CarryCorrections } from '../../src/modules/water/billing/carry-corrections.service';
import { InquireBills } from '../../src/modules/money/payment';
import { AssessPenalties, PolicyBook } from '../../src/modules/water/penalty';
import { BoundHolds } from '../../src/modules/money/dispute/bound-holds.service';
import { testApp, TEST_START, type HttpCaller, type TestBank, type TestCustomer } from '../support';
import { insertIssuedBill } from '../support/issued-bill';
import { insertTariff, TEST_TARIFFS } from '../support/tariffs';

const app = testApp({ jobs: false });

interface Item {
  period: string;
  way: string;
  penalty: number;
  before: { usage_m3: number; water_amount: number };
  after: { usage_m3: number; water_amount: number };
}
interface Answer {
  code: string;
  approval_id: number;
  items: Item[];
  difference: number;
  settled: number;
  errors?: { pointer: string; code: string }[];
}
interface Bill {
  id: number;
  period: string;
  state: string;
  usage_m3: number;
  other_amount: number;
  principal: number;
}
interface Note {
  note_number: string;
  cause: string;
  amount: number;
  reason: string | null;
  carrier_period: string | null;
  requested_by: string | null;
  approved_by: string | null;
  items: Item[];
}

let admin: HttpCaller;
let manager: HttpCaller;
let petugas: HttpCaller;
let bank: TestBank;
let paid = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  manager = await app.as('manajer');
  petugas = await app.as('petugas');
  bank = await app.make.bank();
  await app.make.penaltyPolicy();
  await app.database.query(
    `INSERT INTO kebijakan_denda (name, valid_from, mode, basis_points, cap, tariff_codes, legal_basis)
     VALUES ('Dua persen', '2020-02', 'PERCENT', 200, 500000, '{HALSEL-RT3}', 'Perbup 13/2017')`,
  );
  app.get(PolicyBook).forget();
});

const bills = (customer: TestCustomer, states = ['DRAFT', 'ISSUED', 'PAID']) =>
  app.database.query<Bill>(
    `SELECT id::int, period, state, usage_m3, other_amount::int, principal::int FROM tagihan
     WHERE customer_id = $1 AND state = ANY ($2) ORDER BY period, id`,
    [customer.id, states],
  );

const billOf = async (customer: TestCustomer, period: string): Promise<Bill> => {
  const found = (await bills(customer)).find((bill) => bill.period === period);
  if (found === undefined) throw new Error(`no bill of ${period}`);
  return found;
};

const creditOf = async (customer: TestCustomer) =>
  (
    await app.database.one<{ credit: number }>(
      'SELECT coalesce(sum(amount), 0)::int AS credit FROM saldo_pelanggan WHERE customer_id = $1',
      [customer.id],
    )
  ).credit;

const ask = (bill: { id: number }, wish: object, who = admin) =>
  who.post<Answer>(`/bills/${String(bill.id)}/corrections`, { reason: 'Angka stan salah ketik', ...wish });

const decide = (id: number, who = manager) =>
  who.post<Answer>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });

async function correct(bill: { id: number }, wish: object): Promise<void> {
  const asked = await ask(bill, wish);
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
}

async function pay(customer: TestCustomer): Promise<number> {
  const { body } = await bank.client().verify({ customer_number: customer.customer_number });
  const asked = body as { inquiry_id: string; total_amount: number };
  paid += 1;
  const answer = await bank.client().process({
    bank_reference: `KOREKSI/${String(paid)}`,
    inquiry_id: asked.inquiry_id,
    amount: asked.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(answer.status).toBe(200);
  return asked.total_amount;
}

async function readAndVerify(customer: TestCustomer, period: string, stand: number, readAt: string) {
  const reading = await petugas.post<{ id: number; version: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: stand,
    read_at: readAt,
  });
  expect(reading.status).toBe(201);
  const verified = await admin.post(`/meter-readings/${String(reading.body.id)}/decision`, {
    decision: 'VERIFY',
    version: reading.body.version,
    note: 'Sudah dilihat bersama pelanggan',
  });
  expect(verified.status).toBe(200);
}

interface Spread {
  months: { period: string; usage_m3: number; was: string; total: number; billed: number }[];
  total: number;
}

/**
 * What December is told to come to while the stand is typed, once it is recorded and where it is decided, which is one
 * answer; then it is verified.
 */
async function quoteOf(customer: TestCustomer, stand: number, readAt: string) {
  app.clock.set(readAt);
  const [reader, office] = [await app.as('petugas'), await app.as('admin')];
  const row = { customer_number: customer.customer_number, current_stand: stand };
  const asked = { ...row, period: '2025-12', condition_code: 'NORMAL' };
  const typed = await reader.post<{ spread: Spread; quote: { total: number } }>(
    '/meter-readings/preview',
    asked,
  );
  const sheet = await reader.post<{ rows: { quote_total: number }[] }>('/reading-sheets', {
    period: '2025-12',
    dry_run: true,
    rows: [{ ...row, client_id: randomUUID() }],
  });
  const recorded = await reader.post<{ id: number; version: number; quote_total: number }>(
    '/meter-readings',
    { ...asked, client_id: randomUUID(), read_at: readAt },
  );
  const { id, version, quote_total: listed } = recorded.body;
  const stored = (await office.get<Spread>(`/meter-readings/${String(id)}/spread`)).body;
  expect([typed.body.spread, sheet.body.rows[0]?.quote_total, listed]).toEqual([
    stored,
    stored.total,
    stored.total,
  ]);
  const verified = await office.post(`/meter-readings/${String(id)}/decision`, {
    decision: 'VERIFY',
    version,
    note: 'Sudah dilihat bersama pelanggan',
  });
  expect(verified.status).toBe(200);
  app.clock.set(TEST_START);
  return {
    months: stored.months.map(({ period, usage_m3: usage, was, total, billed }) => [
      period,
      usage,
      was,
      total,
      billed,
    ]),
    total: stored.total,
    own: typed.body.quote.total,
  };
}

async function issue(period: string, region: { id: number }): Promise<void> {
  const run = await admin.post<{ id: number }>('/bill-runs', { period, region_id: region.id });
  expect(run.status).toBe(202);
  await app.get(BillRunWorker).run(run.body.id);
}

const notesOf = async (bill: { id: number }) =>
  (await admin.get<Note[]>(`/bills/${String(bill.id)}/corrections`)).body;

async function estimated(customer: TestCustomer, period: string, usage: number) {
  const reading = await app.make.reading({ customer, period, usage, method: 'ESTIMATED' });
  return insertIssuedBill(app.database, {
    customer,
    period: toPeriod(period),
    usage,
    reading,
    dueDate: '2026-02-20',
  });
}

describe('fair catch-up', () => {
  it('asks for Rp250.000 after three estimates of 10 m³ and 120 m³ in truth', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await app.make.reading({ customer, period: '2025-08', usage: 100 });
    for (const period of ['2025-09', '2025-10', '2025-11']) await estimated(customer, period, 10);
    const quoted = await quoteOf(customer, 220, '2025-12-25T10:00:00+08:00');
    expect(quoted).toEqual({
      months: [
        ['2025-09', 30, 'ESTIMATED', 85_000, 30_000],
        ['2025-10', 30, 'ESTIMATED', 85_000, 30_000],
        ['2025-11', 30, 'ESTIMATED', 85_000, 30_000],
        ['2025-12', 30, 'READ', 85_000, 0],
      ],
      total: 250_000,
      own: 85_000,
    });
    // What was estimated was right when it was asked for: those bills stay, owed as they are.
    expect((await bills(customer)).map(({ period, state, principal }) => [period, state, principal])).toEqual(
      [
        ['2025-09', 'ISSUED', 30_000],
        ['2025-10', 'ISSUED', 30_000],
        ['2025-11', 'ISSUED', 30_000],
        ['2025-12', 'DRAFT', 250_000],
      ],
    );
    const december = await billOf(customer, '2025-12');
    expect(december).toMatchObject({ usage_m3: 30, other_amount: 165_000 });
    const [note] = await notesOf(december);
    expect(note).toMatchObject({
      cause: 'CATCH_UP',
      amount: 165_000,
      carrier_period: '2025-12',
      requested_by: null,
    });
    expect(note?.items.map(({ period, before, after }) => [period, before.usage_m3, after.usage_m3])).toEqual(
      [
        ['2025-09', 10, 30],
        ['2025-10', 10, 30],
        ['2025-11', 10, 30],
      ],
    );
    expect(await app.violations()).toEqual([]);
    await issue('2025-12', region);
    expect(await pay(customer)).toBe(342_500);
    expect(await app.violations()).toEqual([]);
  });

  it('gives back what the estimates billed too much, and pays the next bill with it', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await app.make.reading({ customer, period: '2025-09', usage: 100 });
    await estimated(customer, '2025-10', 30);
    await estimated(customer, '2025-11', 30);
    await pay(customer);
    // The true stand lies below the estimated one: 30 m³ in all, 10 a month.
    await readAndVerify(customer, '2025-12', 130, '2025-12-25T10:00:00+08:00');
    expect(await creditOf(customer)).toBe(110_000);
    const december = await billOf(customer, '2025-12');
    expect(december).toMatchObject({ usage_m3: 10, principal: 30_000, other_amount: 0 });
    await issue('2025-12', region);
    expect((await billOf(customer, '2025-12')).state).toBe('PAID');
    expect(await app.violations()).toEqual([]);
  });
});

it('asks no penalty on what an estimate that is still open billed too much', async () => {
  const customer = await app.make.customer({ tariff: await app.make.tariff('HALSEL-RT3') });
  await app.make.reading({ customer, period: '2025-09', usage: 100 });
  await estimated(customer, '2025-10', 30);
  await readAndVerify(customer, '2025-11', 110, '2025-11-25T10:00:00+08:00');
  const { principal } = await billOf(customer, '2025-10');
  const excess = await creditOf(customer);
  expect(excess).toBeGreaterThan(0);
  const { bills: open } = await app
    .get(InquireBills)
    .open(customer.customer_number, { asOf: businessDate('2026-02-25') });
  const penalty = Math.round((principal - excess) * 0.02);
  expect(open).toMatchObject([{ principal, penalty }]);
  // What was asked is what is taken.
  app.clock.set('2026-02-25T09:00:00+08:00');
  expect(await pay(customer)).toBe(principal + penalty + 2_500);
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('prices 45 m³ of a quarter as three months of 15 m³, issued together', async () => {
  const region = await app.make.region();
  const customer = await app.make.customer({ region });
  await app.make.reading({ customer, period: '2025-09', usage: 100 });
  expect(await quoteOf(customer, 145, '2025-12-25T10:00:00+08:00')).toEqual({
    months: [
      ['2025-10', 15, 'MISSED', 42_500, 0],
      ['2025-11', 15, 'MISSED', 42_500, 0],
      ['2025-12', 15, 'READ', 42_500, 0],
    ],
    total: 127_500,
    own: 42_500,
  });
  await issue('2025-12', region);
  expect(
    (await bills(customer)).map(({ period, state, usage_m3: usage, principal }) => [
      period,
      state,
      usage,
      principal,
    ]),
  ).toEqual([
    ['2025-10', 'ISSUED', 15, 42_500],
    ['2025-11', 'ISSUED', 15, 42_500],
    ['2025-12', 'ISSUED', 15, 42_500],
  ]);
  expect(await app.violations()).toEqual([]);
});

it('says nothing of the months before while one of them waits for its own decision', async () => {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-10', usage: 100 });
  await app.make.reading({ customer, period: '2025-11', usage: 15, status: 'RECORDED' });
  const asked = {
    customer_number: customer.customer_number,
    period: '2025-12',
    condition_code: 'NORMAL',
    current_stand: 130,
  };
  const typed = await petugas.post<{ spread: Spread }>('/meter-readings/preview', asked);
  expect(typed.body.spread).toEqual({ months: [], total: null });
  const { body } = await petugas.post<{ id: number }>('/meter-readings', {
    ...asked,
    client_id: randomUUID(),
  });
  expect((await admin.get<Spread>(`/meter-readings/${String(body.id)}/spread`)).body.months).toEqual([]);
});

describe('a correction by two people', () => {
  it('cancels an issued bill with its penalty and issues it anew under its number', async () => {
    const customer = await app.make.customer();
    const wrong = await app.make.issuedBill({
      customer,
      period: '2025-10',
      usage: 900,
      dueDate: '2025-11-20',
    });
    await bank.client().verify({ customer_number: customer.customer_number });
    const preview = await admin.post<Answer>(`/bills/${String(wrong.id)}/corrections/preview`, {
      current_stand: 25,
    });
    expect(preview.body).toMatchObject({
      items: [{ way: 'REISSUED' }],
      difference: 70_000 - wrong.principal,
      settled: 0,
    });
    const asked = await ask(wrong, { current_stand: 25 });
    expect((await ask(wrong, { current_stand: 26 })).body.code).toBe('approval.pending');
    // The customer pays nothing meanwhile; nobody decides their own request, and who may not, may not.
    expect((await decide(asked.body.approval_id, admin)).body.code).toBe('approval.same_person');
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    const right = await billOf(customer, '2025-10');
    expect(right).toMatchObject({ state: 'ISSUED', usage_m3: 25, principal: 70_000 });
    expect((await bills(customer, ['CANCELLED'])).map(({ id }) => id)).toEqual([wrong.id]);
    const [note] = await notesOf(right);
    expect(note).toMatchObject({
      cause: 'READING',
      reason: 'Angka stan salah ketik',
      requested_by: 'Andi Pratama',
      approved_by: 'Nur Aisyah',
      items: [{ before: { usage_m3: 900 }, after: { usage_m3: 25 } }],
    });
    expect(await app.violations()).toEqual([]);
    expect(await pay(customer)).toBe(72_500);
  });

  it('leaves a paid bill paid: it and the next one share the m³, and the rest is on the next bill', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    const october = await app.make.issuedBill({
      customer,
      period: '2025-10',
      usage: 25,
      dueDate: '2026-02-20',
    });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 25, dueDate: '2026-02-20' });
    await pay(customer);
    await correct(october, { current_stand: 15 });
    // October 25 → 15 m³: 27.500 less; November 25 → 35 m³: 35.000 more.
    expect((await bills(customer)).map(({ state, principal }) => [state, principal])).toEqual([
      ['PAID', 70_000],
      ['PAID', 70_000],
    ]);
    expect(await creditOf(customer)).toBe(0);
    expect(await app.violations()).toEqual([]);
    await readAndVerify(customer, '2025-12', 60, '2025-12-25T10:00:00+08:00');
    expect(await billOf(customer, '2025-12')).toMatchObject({
      usage_m3: 10,
      other_amount: 7_500,
      principal: 37_500,
    });
    // The draft that carries it is corrected itself: the line goes along.
    await correct(await billOf(customer, '2025-12'), { current_stand: 61 });
    expect(await billOf(customer, '2025-12')).toMatchObject({
      usage_m3: 11,
      other_amount: 7_500,
      principal: 40_000,
    });
    await issue('2025-12', region);
    const carrier = await billOf(customer, '2025-12');
    await correct(carrier, { current_stand: 60 });
    expect(await billOf(customer, '2025-12')).toMatchObject({
      state: 'ISSUED',
      other_amount: 7_500,
      principal: 37_500,
    });
    expect(await app.violations()).toEqual([]);
    expect(await pay(customer)).toBe(40_000);
  });

  it('gives a paid bill’s excess back as credit, with the penalty its right principal would not have borne', async () => {
    const customer = await app.make.customer({ tariff: await app.make.tariff('HALSEL-RT3') });
    const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 35, dueDate: '2025-11-20' });
    await pay(customer);
    const { body } = await admin.post<Answer>(`/bills/${String(bill.id)}/corrections/preview`, {
      current_stand: 5,
    });
    expect(body).toMatchObject({ difference: -147_900, items: [{ way: 'ROW', penalty: -2_900 }] });
    await correct(bill, { current_stand: 5 });
    expect(await creditOf(customer)).toBe(147_900);
    expect(await app.violations()).toEqual([]);
    // It goes back to the customer by two people, or pays what comes.
    const [lot] = (
      await admin.get<{ cases: { case_id: number; kind: string }[] }>(
        `/customers/${String(customer.id)}/credit`,
      )
    ).body.cases;
    expect(lot?.kind).toBe('BILL_CORRECTED');
    await admin.post(`/cases/${String(lot?.case_id)}/resolution`, {
      resolution: 'REFUND',
      note: 'Pelanggan minta tunai',
    });
    const waiting = await admin.get<{ data: { id: number }[] }>('/approvals?kind=refund&status=PENDING');
    expect((await decide(waiting.body.data[0]?.id ?? 0)).status).toBe(200);
    expect(await creditOf(customer)).toBe(0);
    expect(await app.violations()).toEqual([]);
  });

  it('gives back of a penalty that a programme halved the half that was paid', async () => {
    const customer = await app.make.customer({ tariff: await app.make.tariff('HALSEL-RT3') });
    const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 35, dueDate: '2025-11-20' });
    const programme = await admin.post<{ pending_approval_id: number }>('/waiver-programmes', {
      name: 'Pemutihan separuh',
      valid_from: '2026-01-16',
      valid_to: '2026-01-16',
      mode: 'PERCENT',
      basis_points: 5_000,
      tariff_codes: ['HALSEL-RT3'],
    });
    expect((await decide(programme.body.pending_approval_id)).status).toBe(200);
    app.clock.set('2026-01-16T09:00:00+08:00');
    [admin, manager] = [await app.as('admin'), await app.as('manajer')];
    await pay(customer);
    const { body } = await admin.post<Answer>(`/bills/${String(bill.id)}/corrections/preview`, {
      current_stand: 5,
    });
    // Of Rp2.900 less: Rp1.450 were paid, Rp1.450 forgiven.
    expect(body).toMatchObject({ items: [{ way: 'ROW', penalty: -1_450 }] });
    await correct(bill, { current_stand: 5 });
    expect(await creditOf(customer)).toBe(146_450);
    expect(await app.violations()).toEqual([]);
    app.clock.set(TEST_START);
    [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  });

  it('corrects a category, is refused when something else would happen, and says what cannot be', async () => {
    const customer = await app.make.customer();
    const other = await app.make.tariff('HALSEL-RT3');
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2026-02-20' });
    const refused = async (wish: object) => (await ask(bill, wish)).body;
    expect((await refused({})).errors).toMatchObject([{ pointer: '/current_stand' }]);
    expect((await refused({ current_stand: 10 })).code).toBe('reading.not_correctable');
    expect((await refused({ tariff_id: customer.tariff.id })).code).toBe('correction.no_change');
    expect((await ask(bill, { tariff_id: other.id }, petugas)).status).toBe(403);
    const asked = await ask(bill, { tariff_id: other.id });
    await pay(customer);
    expect((await decide(asked.body.approval_id)).body.code).toBe('correction.outdated');
    await manager.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'Sudah dibayar',
    });
    await correct(bill, { tariff_id: other.id });
    expect((await notesOf(bill))[0]).toMatchObject({
      cause: 'TARIFF',
      amount: 25_000,
      items: [{ way: 'ROW' }],
    });
    // The next correction begins at the category that was put right, not at the wrong one.
    const twin = await app.make.customer({ tariff: other });
    const right = await app.make.issuedBill({ customer: twin, period: '2025-11', usage: 20 });
    const { body } = await admin.post<Answer>(`/bills/${String(bill.id)}/corrections/preview`, {
      current_stand: 20,
    });
    expect(body.difference).toBe(right.principal - 55_000);
    await correct(bill, { current_stand: 20 });
    expect((await notesOf(bill))[0]?.amount).toBe(right.principal - 55_000);
    expect(await app.violations()).toEqual([]);
  });

  it('is taken back by another correction, also when the payment was reversed in between', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 25, dueDate: '2026-02-20' });
    await pay(customer);
    await correct(bill, { current_stand: 15 });
    expect(await creditOf(customer)).toBe(27_500);
    const back = await bank.client().reversal({
      bank_reference: `KOREKSI/${String(paid)}`,
      reversal_reference: `KOREKSI/R${String(paid)}`,
      reason: 'salah debit',
    });
    expect(back.status).toBe(200);
    // Open again, with its row: it stays the bill it was, and the row is settled apart.
    await correct(bill, { current_stand: 25 });
    expect(await billOf(customer, '2025-11')).toMatchObject({ state: 'ISSUED', principal: 70_000 });
    await readAndVerify(customer, '2025-12', 35, '2025-12-25T10:00:00+08:00');
    expect(await billOf(customer, '2025-12')).toMatchObject({ other_amount: 27_500, principal: 57_500 });
    expect(await app.violations()).toEqual([]);
  });

  it('is shown to whoever types the number, in the months that are shown to them anyway', async () => {
    const customer = await app.make.customer();
    const months = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'];
    for (const period of months)
      await app.make.issuedBill({ customer, period, usage: 25, dueDate: '2026-02-20' });
    await pay(customer);
    // May 25 → 15 m³ and June 25 → 35; then April 25 → 20, and May is what it was less five.
    await correct(await billOf(customer, '2025-05'), { current_stand: 40 });
    await correct(await billOf(customer, '2025-04'), { current_stand: 20 });
    const { body } = await app.anyone.post<{ corrections: object[]; usage_history: { period: string }[] }>(
      '/public/inquiries',
      { customer_number: customer.customer_number },
    );
    expect(body.usage_history.at(-1)?.period).toBe('2025-06');
    expect(body.corrections).toMatchObject([
      {
        cause: 'READING',
        months: [{ period_name: 'Juni 2025', usage_before: 25, usage_after: 35 }],
        earlier_months: 1,
      },
    ]);
  });

  it('asks a customer who left on a bill of its own', async () => {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2026-02-20' });
    await pay(customer);
    await app.database.query("UPDATE pelanggan SET state = 'NONAKTIF' WHERE id = $1", [customer.id]);
    await correct(bill, { current_stand: 20 });
    const [, charge] = await bills(customer);
    expect(charge).toMatchObject({ state: 'ISSUED', usage_m3: 0, principal: 25_000 });
    expect(await app.violations()).toEqual([]);
    expect(await pay(customer)).toBe(27_500);
  });

  it('asks for what waits for the next bill when a customer leaves before there is one', async () => {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2026-02-20' });
    await pay(customer);
    await correct(bill, { current_stand: 20 });
    const look = () => app.get(CarryCorrections).carryOfWhoLeft();
    await look();
    expect(await bills(customer)).toHaveLength(1);
    await app.database.query("UPDATE pelanggan SET state = 'NONAKTIF' WHERE id = $1", [customer.id]);
    await look();
    await look();
    expect((await bills(customer)).map(({ principal }) => principal)).toEqual([30_000, 25_000]);
    expect(await app.violations()).toEqual([]);
  });
});

describe('a draft of Rp0', () => {
  /** Nobody was home in December, and the category has no standing charge: its run has passed the draft over. */
  async function passedOver() {
    const region = await app.make.region();
    const { fixedCharges: _, ...version } = TEST_TARIFFS['HALSEL-RT1'];
    const code = `TANPA-${region.code}`;
    const tariff = await insertTariff(app.database, { ...version, code, fixedCharges: [] });
    const customer = await app.make.customer({ region, tariff });
    const bill = await app.make.issuedBill({
      customer,
      period: '2025-11',
      usage: 10,
      dueDate: '2026-02-20',
    });
    await pay(customer);
    await readAndVerify(customer, '2025-12', 10, '2025-12-25T10:00:00+08:00');
    return { region, customer, bill, other: await app.make.tariff('HALSEL-RT3') };
  }

  it('carries no correction once its run is over: the next month asks for it', async () => {
    const { region, customer, bill, other } = await passedOver();
    await issue('2025-12', region);
    expect(await billOf(customer, '2025-12')).toMatchObject({ state: 'DRAFT', principal: 0 });
    await correct(bill, { tariff_id: other.id });
    expect(await billOf(customer, '2025-12')).toMatchObject({ state: 'DRAFT', principal: 0 });
    await readAndVerify(customer, '2026-01', 10, '2026-01-15T09:00:00+08:00');
    expect(await billOf(customer, '2026-01')).toMatchObject({ state: 'DRAFT', principal: 35_000 });
    expect(await app.violations()).toEqual([]);
  });

  it('that was drafted again after its run carries nothing either: nobody starts that run once more', async () => {
    const { region, customer, bill, other } = await passedOver();
    await issue('2025-12', region);
    const passed = await billOf(customer, '2025-12');
    const { reading_id } = await app.database.one<{ reading_id: number }>(
      'SELECT reading_id::int FROM tagihan WHERE id = $1',
      [passed.id],
    );
    // New prices of its month, or another category of it.
    await app
      .get(Database)
      .transaction((tx) => app.get(DraftBills).redraft(tx, [{ id: passed.id, reading_id }]));
    const again = await billOf(customer, '2025-12');
    expect(again).toMatchObject({ state: 'DRAFT', principal: 0 });
    expect(again.id).not.toBe(passed.id);
    await correct(bill, { tariff_id: other.id });
    expect(await billOf(customer, '2025-12')).toMatchObject({ state: 'DRAFT', principal: 0 });
    await readAndVerify(customer, '2026-01', 10, '2026-01-15T09:00:00+08:00');
    expect(await billOf(customer, '2026-01')).toMatchObject({ state: 'DRAFT', principal: 35_000 });
    expect(await app.violations()).toEqual([]);
  });

  it('carries one as any other while its run is to come, also when another region had its run', async () => {
    const { region, customer, bill, other } = await passedOver();
    await issue('2025-12', await app.make.region());
    await correct(bill, { tariff_id: other.id });
    expect(await billOf(customer, '2025-12')).toMatchObject({ principal: 35_000 });
    await issue('2025-12', region);
    expect(await billOf(customer, '2025-12')).toMatchObject({ state: 'ISSUED', principal: 35_000 });
    expect(await app.violations()).toEqual([]);
  });

  it('of who leaves asks nothing: what waits is on a bill of its own', async () => {
    const { region, customer, bill, other } = await passedOver();
    await issue('2025-12', region);
    await correct(bill, { tariff_id: other.id });
    await app.database.query("UPDATE pelanggan SET state = 'NONAKTIF' WHERE id = $1", [customer.id]);
    await app.get(CarryCorrections).carryOfWhoLeft();
    expect((await bills(customer, ['ISSUED'])).map(({ principal }) => principal)).toEqual([35_000]);
    expect(await app.violations()).toEqual([]);
  });
});

it('leaves a draft alone that was held after it was chosen for a run', async () => {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-11', usage: 10 });
  await readAndVerify(customer, '2025-12', 20, '2025-12-25T10:00:00+08:00');
  const draft = await billOf(customer, '2025-12');
  const held = await admin.post(`/bills/${String(draft.id)}/hold`, { reason: 'Menunggu cek kebocoran' });
  expect(held.status).toBe(204);
  const issued = await app.get(Database).transaction((tx) => app.get(IssueBills).issue(tx, [draft.id], null));
  expect(issued).toEqual({ issued: 0, amount: 0, skipped: 1, failures: [] });
  expect((await billOf(customer, '2025-12')).state).toBe('DRAFT');
});

it('keeps a draft out of every run while it is held', async () => {
  const region = await app.make.region();
  const customer = await app.make.customer({ region });
  await app.make.reading({ customer, period: '2025-11', usage: 10 });
  await readAndVerify(customer, '2025-12', 20, '2025-12-25T10:00:00+08:00');
  const draft = await billOf(customer, '2025-12');
  const hold = (path: string, body: object = {}) =>
    admin.post<Answer>(`/bills/${String(draft.id)}/${path}`, body);
  expect((await hold('release')).body.code).toBe('bill.state_conflict');
  expect((await hold('hold', { reason: 'Menunggu cek kebocoran' })).status).toBe(204);
  const preview = await admin.post<{ excluded: object[] }>('/bill-runs/preview', {
    period: '2025-12',
    region_id: region.id,
  });
  expect(preview.body.excluded).toContainEqual({ reason: 'HELD', count: 1 });
  await issue('2025-12', region);
  expect((await billOf(customer, '2025-12')).state).toBe('DRAFT');
  expect((await hold('release')).status).toBe(204);
  await issue('2025-12', region);
  expect((await billOf(customer, '2025-12')).state).toBe('ISSUED');
});

it('is still what was asked for when the penalty of its open bill has grown since', async () => {
  const customer = await app.make.customer();
  const wrong = await app.make.issuedBill({
    customer,
    period: '2025-10',
    usage: 900,
    dueDate: '2025-12-20',
  });
  const asked = await ask(wrong, { current_stand: 25 });
  expect(asked.status).toBe(202);
  app.clock.set('2026-01-22T09:00:00+08:00');
  [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  await app.get(AssessPenalties).assess(businessDate('2026-01-22'));
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  // The paper says what was mirrored, not what had been expected.
  expect((await notesOf(await billOf(customer, '2025-10')))[0]?.items[0]?.penalty).toBe(-15_000);
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
  [admin, manager] = [await app.as('admin'), await app.as('manajer')];
});

it('a bill that was charged ahead of its month keeps its price, however often it is corrected', async () => {
  const tariff = await insertTariff(app.database, { ...TEST_TARIFFS['HALSEL-RT1'], code: 'HALSEL-AHEAD' });
  const customer = await app.make.customer({ tariff });
  // As runs of months to come left it before they were refused.
  const ahead = await app.make.reading({ customer, period: '2026-03', usage: 10 });
  await app.get(Database).transaction(async (tx) => {
    await app.get(DraftBills).write(tx, [ahead.id]);
    const [draft] = await tx.query<{ id: number }>('SELECT id FROM tagihan WHERE reading_id = $1', [
      ahead.id,
    ]);
    await app.get(IssueBills).issue(tx, [draft?.id ?? 0], null);
  });
  const dearer = await app.database.one<{ id: number }>(
    `WITH dearer AS (
       INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
       VALUES ($1, 2, 'DRAFT', 'Perbup 2/2026', '2026-02', 'NONE') RETURNING id)
     INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate) SELECT id, 1, 0, NULL, 9000 FROM dearer
     RETURNING version_id::int AS id`,
    [tariff.id],
  );
  for (const status of ['PENDING', 'ACTIVE'])
    await app.database.query(
      "UPDATE tarif_versi SET status = $2, activated_at = CASE $2 WHEN 'ACTIVE' THEN now() END WHERE id = $1",
      [dearer.id, status],
    );
  const signIn = async (at: string) => {
    app.clock.set(at);
    [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  };
  await signIn('2026-04-10T09:00:00+08:00');
  for (const [more, water] of [
    [1, 22_500],
    [2, 25_000],
  ] as const) {
    await correct(await billOf(customer, '2026-03'), { current_stand: ahead.current_stand + more });
    expect(
      await app.database.query(
        "SELECT state, water_amount::int FROM tagihan WHERE customer_id = $1 AND state <> 'CANCELLED'",
        [customer.id],
      ),
    ).toEqual([{ state: 'ISSUED', water_amount: water }]);
  }
  expect(await app.violations()).toEqual([]);
  await signIn(TEST_START);
});

describe('a version that bills went by', () => {
  const proposed = (tariff: { id: number }, validFrom: string, rate: number) =>
    admin.post<Answer & { last_billed_period?: string }>(`/tariffs/${String(tariff.id)}/versions`, {
      legal_basis: `Perbup ${String(rate)}/2026`,
      valid_from: validFrom,
      blocks: [{ lower_m3: 0, upper_m3: null, rate }],
      fixed_charges: [],
      minimum: { kind: 'NONE', value: 0 },
    });
  const begun = async (tariff: { id: number }, validFrom: string, rate: number) => {
    const { status, body } = await proposed(tariff, validFrom, rate);
    expect([status, body.code]).toEqual([201, undefined]);
    expect((await decide(body.approval_id)).status).toBe(200);
  };

  it('and that another of its month took the place of still prices what was charged ahead by it', async () => {
    const tariff = await insertTariff(app.database, {
      ...TEST_TARIFFS['HALSEL-RT1'],
      code: 'HALSEL-REPLACED',
    });
    const customer = await app.make.customer({ tariff });
    await begun(tariff, '2026-03', 7_000);
    const ahead = await app.make.reading({ customer, period: '2026-03', usage: 10 });
    await app.get(Database).transaction(async (tx) => {
      await app.get(DraftBills).write(tx, [ahead.id]);
      const [draft] = await tx.query<{ id: number }>('SELECT id FROM tagihan WHERE reading_id = $1', [
        ahead.id,
      ]);
      await app.get(IssueBills).issue(tx, [draft?.id ?? 0], null);
    });
    await begun(tariff, '2026-03', 9_000);
    app.clock.set('2026-04-10T09:00:00+08:00');
    [admin, manager] = [await app.as('admin'), await app.as('manajer')];
    for (const [usage, more] of [
      [11, 1],
      [12, 2],
    ] as const) {
      await correct(await billOf(customer, '2026-03'), { current_stand: ahead.current_stand + more });
      expect(await billOf(customer, '2026-03')).toMatchObject({ state: 'ISSUED', principal: usage * 7_000 });
    }
    expect(await app.violations()).toEqual([]);
    app.clock.set(TEST_START);
    [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  });

  it('stays, also when it was a correction that priced by it', async () => {
    const other = await insertTariff(app.database, { ...TEST_TARIFFS['HALSEL-RT3'], code: 'HALSEL-ROW' });
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2026-02-20' });
    await pay(customer);
    await correct(bill, { tariff_id: other.id });
    for (const [validFrom, code] of [
      ['2025-11', 'tariff.period_billed'],
      ['2025-12', undefined],
    ] as const) {
      const { body } = await proposed(other, validFrom, 9_000);
      expect([validFrom, body.code, body.last_billed_period]).toEqual([
        validFrom,
        code,
        code === undefined ? undefined : '2025-11',
      ]);
    }
  });
});

describe('a bill that is doubted', () => {
  interface Doubt {
    id: number;
    code: string;
    ticket_number: string;
    state: string;
    answer: string | null;
    answer_by: string;
    note_number: string | null;
    days_held: number | null;
    check: { id: number; stand: number | null; has_photo: boolean } | null;
    pending_approval_id: number | null;
  }
  interface Inquiry {
    token: string;
    bills: { bill_number: string; penalty: number; total: number }[];
    disputes: { bill_number: string; ticket_number: string; state: string }[];
  }

  /** Also whoever was logged in is asked again on another day. */
  const assess = async (day: string) => {
    app.clock.set(`${day}T09:00:00+08:00`);
    [admin, manager, petugas] = [await app.as('admin'), await app.as('manajer'), await app.as('petugas')];
    await app.get(AssessPenalties).assess(businessDate(day));
  };
  const inquire = async (customer: TestCustomer) =>
    (
      await app.anyone.post<Inquiry>('/public/inquiries', {
        customer_number: customer.customer_number,
      })
    ).body;
  const digitsOf = async (customer: TestCustomer, serial: string) => {
    await app.database.query('UPDATE meter SET serial = $2 WHERE customer_id = $1', [customer.id, serial]);
    return serial.slice(-4);
  };

  afterEach(async () => {
    app.clock.set(TEST_START);
    [admin, manager, petugas] = [await app.as('admin'), await app.as('manajer'), await app.as('petugas')];
  });

  it('bears no new penalty from that day to the answer, alone, and goes on where it stood', async () => {
    const customer = await app.make.customer();
    const digits = await digitsOf(customer, 'RAGU-00014711');
    const doubted = await app.make.issuedBill({
      customer,
      period: '2025-10',
      usage: 25,
      dueDate: '2025-11-20',
    });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2025-12-20' });
    // 10 January: 10.000 since 21 November, 15.000 since 21 December, 25.000 from 21 January on.
    await assess('2026-01-10');
    const asked = await inquire(customer);
    expect(asked.bills.map(({ penalty }) => penalty)).toEqual([15_000, 10_000]);
    const say = (body: object) =>
      app.anyone.post<Doubt>(`/public/inquiries/${asked.token}/disputes`, {
        bill_number: asked.bills[0]?.bill_number,
        reason: 'USAGE',
        statement: 'Pemakaian kami tidak pernah sebesar ini.',
        meter_digits: digits,
        ...body,
      });
    expect((await say({ meter_digits: '0000' })).body.code).toBe('public.second_factor_wrong');
    expect((await say({ bill_number: '1' })).body.code).toBe('bill.not_found');
    const { status, body: ticket } = await say({});
    expect(status).toBe(201);
    expect(ticket).toMatchObject({ state: 'OPEN', answer_by: '2026-01-24', days_held: null });
    expect((await say({})).body.code).toBe('dispute.open_already');
    const [own] = (await admin.get<Doubt[]>(`/bills/${String(doubted.id)}/disputes`)).body;
    const longer = await admin.post<Answer>(`/disputes/${String(own?.id)}/hold`, {
      reason: 'Masih ditunggu petugas',
    });
    expect([longer.status, longer.body.code]).toEqual([409, 'dispute.unbounded']);

    await assess('2026-02-01');
    const waiting = await inquire(customer);
    expect(waiting.bills.map(({ penalty }) => penalty)).toEqual([15_000, 15_000]);
    expect(waiting.disputes).toMatchObject([{ ticket_number: ticket.ticket_number, state: 'OPEN' }]);

    // The office sends a reader, who comes back with a photo, and asks a second person.
    const [seen] = (await admin.get<Doubt[]>(`/bills/${String(doubted.id)}/disputes`)).body;
    const id = String(seen?.id);
    expect(
      (await admin.post(`/disputes/${id}/checks`, { instruction: 'Baca stan dan foto meternya' })).status,
    ).toBe(204);
    expect(
      (await admin.post<Doubt>(`/disputes/${id}/checks`, { instruction: 'Sekali lagi' })).body.code,
    ).toBe('meter_check.ordered');
    const [first] = (await petugas.get<{ id: number; customer_number: string }[]>('/meter-checks')).body;
    expect(first?.customer_number).toBe(customer.customer_number);
    // Asked by mistake: taken back with a reason, gone from the reader's list, and asked again.
    const takeBack = (reason: string, caller = admin) =>
      caller.post<Doubt>(`/meter-checks/${String(first?.id)}/withdrawal`, { reason });
    expect((await takeBack('salah', petugas)).status).toBe(403);
    expect((await takeBack('x')).status).toBe(400);
    expect((await takeBack('Pelanggan sudah mengirim foto')).status).toBe(204);
    expect((await takeBack('Sekali lagi')).body.code).toBe('meter_check.closed');
    expect((await petugas.get<unknown[]>('/meter-checks')).body).toEqual([]);
    expect((await admin.get<Doubt>(`/disputes/${id}`)).body.check).toMatchObject({
      dropped_by: 'Andi Pratama',
      dropped_reason: 'Pelanggan sudah mengirim foto',
    });
    expect((await admin.post(`/disputes/${id}/checks`, { instruction: 'Tetap baca dan foto' })).status).toBe(
      204,
    );
    const [order] = (await petugas.get<{ id: number; customer_number: string }[]>('/meter-checks')).body;
    // What is found at the meter after it was asked for is seen by whoever decides.
    const early = await admin.post<Answer>(`/disputes/${id}/release`, { answer: 'Tagihan sudah benar.' });
    const report = () => petugas.post<Doubt>(`/meter-checks/${String(order?.id)}/result`, { stand: 41 });
    expect((await report()).body.code).toBe('meter_check.photo_missing');
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'navy' } })
      .jpeg()
      .toBuffer();
    const sent = await petugas.call('POST', `/meter-checks/${String(order?.id)}/photo`, undefined, {
      raw: picture,
      headers: { 'content-type': 'image/jpeg' },
    });
    expect(sent.status).toBe(200);
    expect((await report()).status).toBe(204);
    expect((await report()).body.code).toBe('meter_check.closed');
    expect((await admin.get<Doubt>(`/disputes/${id}`)).body.check).toMatchObject({
      stand: 41,
      has_photo: true,
    });
    expect((await petugas.get<unknown[]>('/meter-checks')).body).toEqual([]);

    expect((await decide(early.body.approval_id)).body.code).toBe('approval.outdated');
    const refused = await manager.post(`/approvals/${String(early.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'petugas sudah membaca stan',
    });
    expect(refused.status).toBe(200);
    const release = await admin.post<Answer>(`/disputes/${id}/release`, {
      answer: 'Stan meter cocok dengan tagihan; foto terlampir.',
    });
    expect(release.status).toBe(202);
    expect((await decide(release.body.approval_id, admin)).status).toBe(403);
    expect((await decide(release.body.approval_id)).status).toBe(200);
    const followed = await app.anyone.get<Doubt>(`/public/disputes/${ticket.ticket_number.toLowerCase()}`);
    expect(followed.body).toMatchObject({
      state: 'RELEASED',
      days_held: 22,
      answer: 'Stan meter cocok dengan tagihan; foto terlampir.',
    });
    expect(await app.violations()).toEqual([]);

    // 22 days do not count: what 21 January would have borne is borne from 12 February on.
    await assess('2026-02-11');
    expect((await inquire(customer)).bills[0]?.penalty).toBe(15_000);
    await assess('2026-02-12');
    const after = await inquire(customer);
    expect(after.bills[0]?.penalty).toBe(25_000);
    const { trace } = await app.database.one<{ trace: string }>(
      'SELECT trace FROM denda_rincian WHERE bill_id = $1 ORDER BY as_of DESC LIMIT 1',
      [doubted.id],
    );
    expect(trace).toContain('22 hari pemeriksaan keberatan tidak dihitung');
    // From the public page a bill is doubted once; the office may hear the customer again.
    const again = await app.anyone.post<Doubt>(`/public/inquiries/${after.token}/disputes`, {
      bill_number: after.bills[0]?.bill_number,
      reason: 'OTHER',
      statement: 'Saya tetap tidak setuju.',
      meter_digits: digits,
    });
    expect(again.body.code).toBe('dispute.heard');
    // What was asked is what is taken.
    expect(await pay(customer)).toBe(after.bills.reduce((sum, { total }) => sum + total, 0) + 2_500);
    expect(await app.violations()).toEqual([]);
  });

  it('written down in the office holds the penalty for four weeks, and longer only by two people', async () => {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 25, dueDate: '2025-11-20' });
    await assess('2026-01-10');
    type Held = Doubt & { hold_lapses_on: string | null; hold_lapsed_on: string | null };
    const { body: doubt } = await admin.post<Held>(`/bills/${String(bill.id)}/disputes`, {
      reason: 'USAGE',
      statement: 'Pelanggan merasa pemakaiannya keliru.',
    });
    expect(doubt).toMatchObject({ state: 'OPEN', hold_lapses_on: '2026-02-07', hold_lapsed_on: null });
    const its = `/disputes/${String(doubt.id)}`;
    const now = async () => (await admin.get<Held>(its)).body;
    const penaltyOn = async (day: string) => {
      app.clock.set(`${day}T00:10:00+08:00`);
      await app.get(BoundHolds).lapse();
      await assess(day);
      return (await inquire(customer)).bills[0]?.penalty;
    };
    expect(await penaltyOn('2026-02-06')).toBe(15_000);
    expect((await now()).hold_lapsed_on).toBeNull();
    // It goes on from the day this is found, and nothing that was asked before becomes more.
    expect(await penaltyOn('2026-02-17')).toBe(15_000);
    expect(await now()).toMatchObject({ state: 'OPEN', hold_lapsed_on: '2026-02-17' });
    expect(await app.violations()).toEqual([]);

    const reason = 'Menunggu hasil uji meter dari pabrik';
    const asked = await admin.post<Answer>(`${its}/hold`, { reason });
    expect(asked.status).toBe(202);
    expect((await decide(asked.body.approval_id, admin)).status).toBe(403);
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    expect(await now()).toMatchObject({ hold_lapses_on: '2026-03-03', hold_lapsed_on: null });
    expect(await penaltyOn('2026-02-28')).toBe(15_000);
    expect(await app.violations()).toEqual([]);
    const release = await admin.post<Answer>(`${its}/release`, {
      answer: 'Stan meter cocok dengan tagihan.',
    });
    expect((await decide(release.body.approval_id)).status).toBe(200);
    // 38 days until it lapsed, and eleven more.
    expect(await now()).toMatchObject({ state: 'RELEASED', days_held: 38 + 11 });
    expect((await admin.post<Answer>(`${its}/hold`, { reason })).body.code).toBe('dispute.closed');
    expect(await penaltyOn('2026-03-10')).toBe(15_000);
    expect(await penaltyOn('2026-03-11')).toBe(25_000);
    expect(await app.violations()).toEqual([]);
  });

  it('bears on the day of the answer what its first day bore, also when its payment was taken back meanwhile', async () => {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 25, dueDate: '2025-11-20' });
    await assess('2026-01-10');
    await pay(customer);
    const { id: payment } = await app.database.one<{ id: number }>(
      'SELECT paid_by::int AS id FROM tagihan WHERE id = $1',
      [bill.id],
    );
    await assess('2026-01-22');
    const { body: doubt } = await admin.post<Doubt>(`/bills/${String(bill.id)}/disputes`, {
      reason: 'USAGE',
      statement: 'Pelanggan datang sesudah membayar.',
    });
    const back = await admin.post<Answer>(`/payments/${String(payment)}/reversal-requests`, {
      reason: 'salah pelanggan di loket bank',
    });
    expect((await decide(back.body.approval_id)).status).toBe(200);
    await assess('2026-01-25');
    const release = await admin.post<Answer>(`/disputes/${String(doubt.id)}/release`, {
      answer: 'Bacaan bulan itu benar.',
    });
    expect((await decide(release.body.approval_id)).status).toBe(200);
    expect((await inquire(customer)).bills[0]?.penalty).toBe(25_000);
    await pay(customer);
    expect(await app.violations()).toEqual([]);
  });

  it('stays payable, and ends with the paper that corrects it', async () => {
    const customer = await app.make.customer();
    const paidOne = await app.make.issuedBill({
      customer,
      period: '2025-09',
      usage: 10,
      dueDate: '2025-10-20',
    });
    const wrong = await app.make.issuedBill({
      customer,
      period: '2025-10',
      usage: 900,
      dueDate: '2025-11-20',
    });
    const doubt = { reason: 'STAND', statement: 'Stan salah ketik, pelanggan datang ke kantor.' };
    const opened = await admin.post<Doubt>(`/bills/${String(wrong.id)}/disputes`, doubt);
    expect(opened.status).toBe(201);
    const { body: older } = await admin.post<Doubt>(`/bills/${String(paidOne.id)}/disputes`, doubt);
    const token = (await inquire(customer)).token;
    const first = await bank.client().verify({ customer_number: customer.customer_number });
    expect((first.body as { total_amount: number }).total_amount).toBeGreaterThan(0);
    await correct(wrong, { current_stand: 35 });
    const ended = (await admin.get<Doubt>(`/disputes/${String(opened.body.id)}`)).body;
    expect(ended.state).toBe('CORRECTED');
    expect(ended.note_number).toMatch(/^NK-[0-9]{8}$/);
    const paper = await admin.call(
      'GET',
      `/correction-notes/${String(Number(ended.note_number?.slice(3)))}/pdf`,
    );
    expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(
      (
        await admin.post<Doubt>(`/disputes/${String(opened.body.id)}/release`, {
          answer: 'Tagihan sudah benar.',
        })
      ).body.code,
    ).toBe('dispute.closed');
    expect(
      (await app.anyone.get<Inquiry>(`/public/inquiries/${token}`)).body.disputes
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['CORRECTED', 'OPEN']);
    await pay(customer);
    const release = await admin.post<Answer>(`/disputes/${String(older.id)}/release`, {
      answer: 'Bacaan bulan itu benar.',
    });
    expect((await decide(release.body.approval_id)).status).toBe(200);
    expect(await app.violations()).toEqual([]);
  });
});
