import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { PolicyBook } from '../../src/modules/water/penalty';
import { EXCESS_SO_FAR } from '../../src/modules/water/penalty/schema/0163-penalty-excess';
import { ExcessOfReopened0167 } from '../../src/modules/water/penalty/schema/0167-excess-of-reopened';
import { EndPlan } from '../../src/modules/money/instalment';
import { REPORTS } from '../../src/modules/outward/reporting/reports/reports';
import { testApp, type TestBank, type TestCustomer, type TestRegion } from '../support';
import { TEST_START } from '../support/test-clock';

/*
 * October 2025 of 28 m³ at 4.000, 4.500, 5.000 and 15.000 fixed is 140.000, and 10 % of it 14.000. In truth it was 20 m³:
 * 100.000, and 10.000. Whatever happens to the bill in between, in the end the customer owes 110.000; 105.000 where a
 * programme of one half holds, 100.000 where it forgives all.
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
const FEE = 2_500;

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
/** What is asked for today, the credit that waits, and what waits for the next bill. */
async function owed(customer: TestCustomer): Promise<number> {
  // Nothing is open: nothing is asked for.
  const { bills = [] } = (await verify(customer)) as Partial<Verified>;
  const { waiting } = await app.database.one<{ waiting: number }>(
    `SELECT coalesce(sum(k.amount + k.penalty_amount), 0)::int AS waiting FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id
     WHERE b.customer_id = $1 AND k.settlement = 'CARRIER' AND k.carrier_id IS NULL`,
    [customer.id],
  );
  return bills.reduce((sum, { total }) => sum + total, 0) - (await creditOf(customer)) + waiting;
}

async function late(region?: TestRegion): Promise<{ customer: TestCustomer; bill: { id: number } }> {
  const customer = await app.make.customer({
    tariff: await app.make.tariff('HALSEL-RT3'),
    region: region ?? (await app.make.region()),
  });
  const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 28, dueDate: '2025-11-20' });
  expect((await verify(customer)).bills).toMatchObject([{ principal: 140_000, penalty: 14_000 }]);
  return { customer, bill };
}

/** Of the customer's area, from 16 to 20 January. */
async function programme(customer: TestCustomer, basisPoints: number): Promise<number> {
  const { code } = await app.database.one<{ code: string }>(
    'SELECT w.code FROM pelanggan c JOIN wilayah w ON w.id = c.region_id WHERE c.id = $1',
    [customer.id],
  );
  const { body } = await post('/waiver-programmes', {
    name: 'Pemutihan Januari',
    legal_basis: 'Perbup 7/2026',
    valid_from: '2026-01-16',
    valid_to: '2026-01-20',
    mode: 'PERCENT',
    basis_points: basisPoints,
    min_months_late: 1,
    region_codes: [code],
  });
  expect((await decide(body.pending_approval_id)).status).toBe(200);
  app.clock.set('2026-01-16T09:00:00+08:00');
  return body.id;
}

async function agreed(customer: TestCustomer, bill: { id: number }): Promise<number> {
  const { body } = await post('/instalment-plans', {
    customer_id: customer.id,
    bill_ids: [bill.id],
    count: 2,
    first_due: '2026-01-20',
    reason: REASON,
  });
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

async function end(plan: number, way: string): Promise<void> {
  const { body } = await post(`/instalment-plans/${String(plan)}/ending`, { way, reason: REASON });
  expect((await decide(body.approval_id)).status).toBe(200);
}

async function pay(customer: TestCustomer): Promise<{ reference: string; receipt: string; amount: number }> {
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
  const { receipt_url: url } = paid.body as { receipt_url: string };
  return { reference, amount: amount - FEE, receipt: url.split('/').at(-1) ?? '' };
}

async function takeBack(reference: string): Promise<void> {
  const back = await bank
    .client()
    .reversal({ bank_reference: reference, reversal_reference: `${reference}R`, reason: 'salah debit' });
  expect(back.status).toBe(200);
}

const waiversOn = async (receipt: string) =>
  (await app.anyone.get<{ waivers: object[] }>(`/public/receipts/${receipt}`)).body.waivers;

describe('a plan that took a waiver along, and a bill of it that is corrected', () => {
  it('takes back, when it is broken, only what was forgiven of the right penalty', async () => {
    const { customer, bill } = await late();
    await programme(customer, 5_000);
    const plan = await agreed(customer, bill);
    await correct(bill, 20);
    // 40.000 of water and, of the 7.000 of penalty that went along, the 2.000 beyond half of 10.000.
    expect([await creditOf(customer), await owed(customer)]).toEqual([42_000, 105_000]);
    const asked = await post(`/instalment-plans/${String(plan)}/ending`, { way: 'BROKEN', reason: REASON });
    const shown = await (
      await app.as('manajer')
    ).get<{ payload: object }>(`/approvals/${String(asked.body.approval_id)}`);
    expect(shown.body.payload).toMatchObject({ rest: 147_000, waiver_revoked: 5_000 });
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    // 140.000, 7.000 and the 5.000; not the 7.000 that were forgiven of a penalty nobody owed.
    expect((await verify(customer)).bills).toMatchObject([{ principal: 152_000, penalty: 0 }]);
    expect(await owed(customer)).toBe(110_000);
  });

  it('does so as well by itself, and where all of the penalty was forgiven', async () => {
    const { customer, bill } = await late();
    await programme(customer, 10_000);
    await agreed(customer, bill);
    await correct(bill, 20);
    expect([await creditOf(customer), await owed(customer)]).toEqual([40_000, 100_000]);
    app.clock.set('2026-01-28T09:00:00+08:00');
    await app.get(EndPlan).breakMissed();
    expect((await verify(customer)).bills).toMatchObject([{ principal: 150_000 }]);
    expect(await owed(customer)).toBe(110_000);
  });

  it('is no longer what two people saw, when the correction comes after they were asked', async () => {
    const { customer, bill } = await late();
    await programme(customer, 5_000);
    const plan = await agreed(customer, bill);
    const asked = await post(`/instalment-plans/${String(plan)}/ending`, { way: 'BROKEN', reason: REASON });
    await correct(bill, 20);
    expect((await decide(asked.body.approval_id)).body.code).toBe('approval.outdated');
  });

  it('withdrawn, asks for what is right: with the programme while it lasts, and without it afterwards', async () => {
    for (const [day, principal, penalty, net] of [
      ['2026-01-17', 140_000, 7_000, 105_000],
      ['2026-01-25', 140_000, 12_000, 110_000],
    ] as const) {
      const { customer, bill } = await late();
      await programme(customer, 5_000);
      const plan = await agreed(customer, bill);
      await correct(bill, 20);
      app.clock.set(`${day}T09:00:00+08:00`);
      await end(plan, 'WITHDRAWN');
      expect((await verify(customer)).bills).toMatchObject([{ principal, penalty }]);
      expect(await owed(customer)).toBe(net);
      const { receipt, amount } = await pay(customer);
      expect(amount).toBe(principal + penalty);
      expect(await waiversOn(receipt)).toEqual([
        { programme: 'Koreksi tagihan', amount: 2_000 },
        ...(penalty === 7_000 ? [{ programme: 'Pemutihan Januari', amount: 5_000 }] : []),
      ]);
      expect(await app.violations()).toEqual([]);
      app.clock.set(TEST_START);
    }
  });

  it('goes into a second plan with the half of the right penalty, and breaks with the other half', async () => {
    const { customer, bill } = await late();
    await programme(customer, 5_000);
    const first = await agreed(customer, bill);
    await correct(bill, 20);
    await end(first, 'WITHDRAWN');
    const second = await agreed(customer, bill);
    expect(await owed(customer)).toBe(105_000);
    expect(await app.violations()).toEqual([]);
    await end(second, 'BROKEN');
    expect(await owed(customer)).toBe(110_000);
    // And what is found after that is worked out from what was asked for in the end.
    await correct(bill, 10);
    expect(await owed(customer)).toBe(55_000 + 5_500);
  });
});

describe('a settled bill that is corrected more than once', () => {
  it('ends where a single correction would have ended, its penalty as well', async () => {
    for (const stands of [[20], [15, 20], [10, 5, 20], [28 + 12, 20]]) {
      const { customer, bill } = await late();
      const { amount } = await pay(customer);
      for (const stand of stands) await correct(bill, stand);
      expect((await owed(customer)) + amount).toBe(110_000);
      expect(await app.violations()).toEqual([]);
    }
  });

  it('owes what is right when its payment is taken back, and bears the penalty of the right principal', async () => {
    const { customer, bill } = await late();
    await programme(customer, 5_000);
    const { reference, amount } = await pay(customer);
    expect(amount).toBe(147_000);
    await correct(bill, 20);
    await takeBack(reference);
    expect(await owed(customer)).toBe(105_000);
    app.clock.set('2026-01-25T09:00:00+08:00');
    expect(await owed(customer)).toBe(110_000);
    await correct(bill, 10);
    expect(await owed(customer)).toBe(55_000 + 5_500);
    await correct(bill, 28);
    expect(await owed(customer)).toBe(154_000);
  });
});

describe('an open bill of which a waiver was found to be too much', () => {
  /** Every report that reads booked penalties, or the sums that are kept of them: a new one is held as well. */
  const SHOWING = REPORTS.filter(({ sql }) => /\bdenda d\b|rekening_periode/.test(sql));
  /** What was booked first, whatever became of it. */
  const GROSS = ['charged'];
  let customer: TestCustomer;
  let region: TestRegion;

  beforeAll(async () => {
    app.clock.set(TEST_START);
    region = await app.make.region();
    const one = await late(region);
    customer = one.customer;
    await programme(customer, 5_000);
    const { reference } = await pay(customer);
    await correct(one.bill, 20);
    await takeBack(reference);
  });
  beforeEach(() => {
    app.clock.set('2026-01-25T09:00:00+08:00');
  });

  /** 14.000 are booked; 2.000 of the 7.000 that were forgiven were no penalty at all. */
  const atTheCounter = async () => {
    const [bill] = (await verify(customer)).bills;
    if (bill === undefined) throw new Error('the bill is open');
    expect(bill).toMatchObject({ principal: 140_000, penalty: 12_000, total: 152_000 });
    return bill;
  };
  const read = async <T>(path: string) => {
    const { status, body, text } = await (await app.as('admin')).get<T>(path);
    expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
    return body;
  };

  it('is asked for by lists as by the counter, row and sum', async () => {
    const { penalty, total } = await atTheCounter();
    const bills = await read<{ data: object[]; meta: { totals: object } }>(
      `/bills?customer_id=${String(customer.id)}&totals=true`,
    );
    expect(bills.data).toMatchObject([{ penalty, total }]);
    expect(bills.meta.totals).toMatchObject({ penalty, total });
    const customers = await read<{ data: object[]; meta: { totals: object } }>(
      `/customers?region_id=${String(region.id)}&totals=true`,
    );
    expect(customers.data).toMatchObject([{ open_amount: total }]);
    expect(customers.meta.totals).toMatchObject({ open_amount: total });
    expect(await read(`/customers/${String(customer.id)}`)).toMatchObject({ open_amount: total });
  });

  it.each(SHOWING.map(({ key }) => key))('is asked for by the report %s as by the counter', async (key) => {
    const { penalty, total } = await atTheCounter();
    const definition = REPORTS.find((report) => report.key === key);
    const given: Record<string, string> = {
      from: '2025-10',
      to: '2025-10',
      region: String(region.id),
      customer: customer.customer_number,
      by: 'REGION',
    };
    const query = (definition?.parameters ?? []).flatMap(({ name }) =>
      given[name] === undefined ? [] : [`${name}=${given[name]}`],
    );
    const report = await read<{
      columns: { key: string; cell: string }[];
      rows: Record<string, string | number | null>[];
    }>(`/reports/${key}?${query.join('&')}`);
    // Those that cannot be asked of one region have a row of each.
    const { name } = await app.database.one<{ name: string }>('SELECT name FROM wilayah WHERE id = $1', [
      region.id,
    ]);
    const own = report.rows.filter(
      (row) =>
        row.customer_number === customer.customer_number ||
        row.region === name ||
        query.includes(`region=${String(region.id)}`) ||
        query.includes(`customer=${customer.customer_number}`),
    );
    const money = report.columns.filter(
      ({ key: column, cell }) => cell === 'RUPIAH' && !GROSS.includes(column),
    );
    const shown = own.flatMap((row) => money.map((column) => row[column.key]));
    expect(shown.filter((amount) => amount === penalty || amount === total)).not.toEqual([]);
    expect(shown.filter((amount) => amount === 14_000 || amount === 154_000)).toEqual([]);
  });
});

it('a programme counts among its results what was forgiven in plans, and is no longer when they are broken', async () => {
  const region = await app.make.region();
  const [paying, planning, breaking, leaving] = [
    await late(region),
    await late(region),
    await late(region),
    await late(region),
  ];
  const id = await programme(paying.customer, 5_000);
  await pay(paying.customer);
  await agreed(planning.customer, planning.bill);
  await end(await agreed(breaking.customer, breaking.bill), 'BROKEN');
  await end(await agreed(leaving.customer, leaving.bill), 'WITHDRAWN');
  const { body } = await (
    await app.as('admin')
  ).get<{ result: { covered: Record<string, number>; outside: Record<string, number> } }>(
    `/waiver-programmes/${String(id)}`,
  );
  // Of four bills two are in plans: neither overdue nor paid.
  expect(body.result.covered).toMatchObject({
    bills: 2,
    customers: 2,
    owed: 280_000,
    paid_bills: 1,
    collected: 140_000,
    rate: 5_000,
    penalties: 7_000,
    waived: 14_000,
    planned_bills: 2,
    planned_waived: 7_000,
  });
  const books = await app.database.one<{ forgiven: number; in_plans: number }>(
    `SELECT sum(l.debit - l.credit)::int AS forgiven, sum(l.debit - l.credit) FILTER (WHERE b.state = 'REPLACED_BY')::int AS in_plans
     FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN tagihan b ON b.id = l.bill_id
     WHERE l.account = '4190' AND j.business_date BETWEEN '2026-01-16' AND '2026-01-20'
       AND l.bill_id IN (SELECT bill_id FROM pemutihan_jatah WHERE programme_id = $1)`,
    [id],
  );
  expect([body.result.covered.waived, body.result.covered.planned_waived]).toEqual([
    books.forgiven,
    books.in_plans,
  ]);
});

it('what rows from before would be given by the migration is what they were given here', async () => {
  const differing = await app.database.query(
    `WITH ${EXCESS_SO_FAR})
     SELECT d.bill_id, d.excess_waived, e.excess_waived AS found FROM excess e JOIN denda d ON d.bill_id = e.bill_id
     WHERE d.waived > 0 AND (d.returned <> e.returned OR d.excess_waived <> e.excess_waived)
       AND EXISTS (SELECT FROM pembayaran_alokasi a WHERE a.bill_id = d.bill_id AND a.released_by IS NULL AND a.waived > 0
         UNION ALL SELECT FROM angsuran_sumber s JOIN rencana_angsuran p ON p.id = s.plan_id WHERE s.bill_id = d.bill_id AND p.ended_as IS NULL)
       AND NOT EXISTS (SELECT FROM koreksi_tagihan k JOIN jurnal j ON j.id = k.journal_id JOIN pembayaran_alokasi a ON a.bill_id = k.bill_id
         JOIN jurnal y ON y.entity_type = 'pembayaran' AND y.entity_id = a.payment_id WHERE k.bill_id = d.bill_id AND y.id > j.id)`,
  );
  expect(differing).toEqual([]);
  const compared = await app.database.one<{ bills: number }>(
    'SELECT count(*)::int AS bills FROM denda WHERE waived > 0 AND excess_waived > 0',
  );
  expect(compared.bills).toBeGreaterThan(0);
});

it('what was corrected before, and then opened again, is put right by the migration after it', async () => {
  const state = () =>
    app.database.query(
      `SELECT d.bill_id, d.returned, d.excess_waived, (SELECT sum(k.excess_waived) FROM koreksi_tagihan k WHERE k.bill_id = d.bill_id) AS of_rows
       FROM denda d ORDER BY d.bill_id`,
    );
  const [reversed, withdrawn] = [await late(), await late()];
  await programme(reversed.customer, 5_000);
  const { reference } = await pay(reversed.customer);
  await correct(reversed.bill, 20);
  await takeBack(reference);
  app.clock.set(TEST_START);
  await programme(withdrawn.customer, 10_000);
  const plan = await agreed(withdrawn.customer, withdrawn.bill);
  await correct(withdrawn.bill, 20);
  await end(plan, 'WITHDRAWN');
  app.clock.set('2026-01-25T09:00:00+08:00');
  expect([await owed(reversed.customer), await owed(withdrawn.customer)]).toEqual([110_000, 110_000]);
  const right = await state();

  const before = new Client({ connectionString: app.database.superUrl });
  await before.connect();
  try {
    // As 0163 left them: nothing was forgiven of them when it looked.
    const bills = [reversed.bill.id, withdrawn.bill.id];
    await before.query('ALTER TABLE koreksi_tagihan DISABLE TRIGGER koreksi_tagihan_guard');
    await before.query('UPDATE koreksi_tagihan SET excess_waived = 0 WHERE bill_id = ANY ($1)', [bills]);
    await before.query('ALTER TABLE koreksi_tagihan ENABLE TRIGGER koreksi_tagihan_guard');
    await before.query('UPDATE denda SET excess_waived = 0 WHERE bill_id = ANY ($1)', [bills]);
    expect([await owed(reversed.customer), await owed(withdrawn.customer)]).toEqual([112_000, 114_000]);
    const runner = { query: (sql: string) => before.query(sql) } as unknown as QueryRunner;
    await new ExcessOfReopened0167().up(runner);
    expect(await state()).toEqual(right);
    await new ExcessOfReopened0167().up(runner);
    expect(await state()).toEqual(right);
  } finally {
    await before.end();
  }
  expect([await owed(reversed.customer), await owed(withdrawn.customer)]).toEqual([110_000, 110_000]);
});
