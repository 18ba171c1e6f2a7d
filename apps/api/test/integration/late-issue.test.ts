import { AssessPenalties } from '../../src/modules/water/penalty';
import { BillRunWorker, DraftBills } from '../../src/modules/water/billing';
import { Database } from '../../src/platform/database';
import { testApp, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

beforeAll(async () => {
  await app.make.penaltyPolicy();
});

interface Preview {
  count: number;
  postponed: { count: number; late: number; due_date: string; least_days: number };
}

async function drafted(period: string): Promise<TestCustomer> {
  const customer = await app.make.customer({ region: await app.make.region() });
  const { id } = await app.make.reading({ customer, period, usage: 25 });
  await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [id]));
  return customer;
}

const scope = (customer: TestCustomer, period: string) => ({ period, region_id: customer.region.id });
const preview = async (customer: TestCustomer, period: string) =>
  (await (await app.as('admin')).post<Preview>('/bill-runs/preview', scope(customer, period))).body;

async function issue(customer: TestCustomer, period: string): Promise<string> {
  const { body } = await (await app.as('admin')).post<{ id: number }>('/bill-runs', scope(customer, period));
  await app.get(BillRunWorker).run(body.id);
  const row = await app.database.one<{ due_date: string }>(
    "SELECT due_date::text FROM tagihan WHERE customer_id = $1 AND period = $2 AND state = 'ISSUED'",
    [customer.id, period],
  );
  return row.due_date;
}

const penaltyOf = async (customer: TestCustomer) =>
  (
    await app.database.one<{ amount: number }>(
      `SELECT coalesce(sum(d.amount), 0)::int AS amount FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id
       WHERE b.customer_id = $1`,
      [customer.id],
    )
  ).amount;

describe('a bill that is issued late', () => {
  afterEach(() => {
    app.clock.set('2026-01-15T09:30:00+08:00');
  });

  it('is due ten days later and not late on the day it is born', async () => {
    app.clock.set('2026-11-29T10:00:00+08:00');
    const customer = await drafted('2026-10');
    expect((await preview(customer, '2026-10')).postponed).toEqual({
      count: 1,
      late: 1,
      due_date: '2026-12-09',
      least_days: 10,
    });
    expect(await issue(customer, '2026-10')).toBe('2026-12-09');
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    expect(await penaltyOf(customer)).toBe(0);
    const asked = await app.anyone.post<{
      bill_amount: number;
      bills: { penalty: number; due_date: string }[];
    }>('/public/inquiries', { customer_number: customer.customer_number });
    expect(asked.body).toMatchObject({
      bill_amount: 70_000,
      bills: [{ penalty: 0, due_date: '2026-12-09' }],
    });
    app.clock.set('2026-12-10T00:00:01+08:00');
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    expect(await penaltyOf(customer)).toBe(10_000);
  });

  it('keeps the day it was issued on time', async () => {
    app.clock.set('2026-11-02T10:00:00+08:00');
    const customer = await drafted('2026-10');
    expect((await preview(customer, '2026-10')).postponed).toMatchObject({ count: 0, late: 0 });
    expect(await issue(customer, '2026-10')).toBe('2026-11-20');
  });

  it('is counted as postponed, not as late, a few days before its due day', async () => {
    app.clock.set('2026-11-15T10:00:00+08:00');
    const customer = await drafted('2026-10');
    expect((await preview(customer, '2026-10')).postponed).toMatchObject({ count: 1, late: 0 });
    expect(await issue(customer, '2026-10')).toBe('2026-11-25');
  });

  it('has as many days as the setting says', async () => {
    await app.database.query("INSERT INTO app_setting (key, value) VALUES ('due_least_days', '3')");
    app.clock.set('2026-11-29T10:00:00+08:00');
    const customer = await drafted('2026-10');
    expect((await preview(customer, '2026-10')).postponed).toMatchObject({
      due_date: '2026-12-02',
      least_days: 3,
    });
    expect(await issue(customer, '2026-10')).toBe('2026-12-02');
    await app.database.query("DELETE FROM app_setting WHERE key = 'due_least_days'");
  });
});
