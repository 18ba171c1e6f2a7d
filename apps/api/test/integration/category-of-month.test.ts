import { randomUUID } from 'node:crypto';
import { testApp, type TestCustomer } from '../support';
import { TEST_START } from '../support/test-clock';

/*
 * A household (RT1) pays 2.000 a m³ and 10.000 a month, in the other category (RT3) it is 4.000 and 15.000: 10 m³ are 30.000
 * or 55.000. The category changes on 15 January 2026.
 */
const app = testApp({ jobs: false });

interface Preview {
  quote: { total: number };
  spread: { months: { period: string; total: number }[]; total: number | null };
}

afterEach(async () => {
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

const admin = async () => app.as('admin');
const draftsOf = async (customer: TestCustomer) =>
  (
    await app.database.query<{ period: string; principal: number }>(
      "SELECT period, principal::int AS principal FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT' ORDER BY period",
      [customer.id],
    )
  ).map(({ period, principal }) => [period, principal]);

async function become(customer: TestCustomer, tariff: { readonly id: number }): Promise<void> {
  const { version } = await app.database.one<{ version: number }>(
    'SELECT version FROM pelanggan WHERE id = $1',
    [customer.id],
  );
  const changed = await (
    await admin()
  ).patch(`/customers/${String(customer.id)}`, {
    version,
    tariff_id: tariff.id,
    reason: 'Rumah dipakai sebagai toko',
  });
  expect(changed.status).toBe(200);
}

async function record(customer: TestCustomer, period: string, stand: number, readAt: string) {
  const recorded = await (
    await app.as('petugas')
  ).post<{ id: number; version: number; quote_total: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: stand,
    read_at: readAt,
  });
  expect(recorded.status).toBe(201);
  return recorded.body;
}

async function verify({ id, version }: { readonly id: number; readonly version: number }): Promise<void> {
  const verified = await (
    await admin()
  ).post(`/meter-readings/${String(id)}/decision`, {
    decision: 'VERIFY',
    version,
    note: 'Sudah dilihat bersama pelanggan',
  });
  expect(verified.status).toBe(200);
}

const preview = async (customer: TestCustomer, period: string, stand: number) =>
  (
    await (
      await app.as('petugas')
    ).post<Preview>('/meter-readings/preview', {
      customer_number: customer.customer_number,
      period,
      condition_code: 'NORMAL',
      current_stand: stand,
    })
  ).body;

const listed = async (customer: TestCustomer, period: string) =>
  (
    await (
      await admin()
    ).get<{ data: { quote_total: number }[] }>(
      `/meter-readings?customer_id=${String(customer.id)}&period=${period}`,
    )
  ).body.data.map(({ quote_total: total }) => total);

const unverified = async (period: string, tariffId: number) => {
  const { body } = await (
    await admin()
  ).post<{ excluded: { reason: string; count: number }[] }>('/bill-runs/preview', {
    period,
    tariff_id: tariffId,
  });
  return body.excluded.find(({ reason }) => reason === 'READING_UNVERIFIED')?.count ?? 0;
};

it('prices a month that is over as it was, on whichever day it is typed, shown, verified and drafted', async () => {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-11', usage: 10 });
  const before = await record(customer, '2025-12', 20, '2025-12-25T10:00:00+08:00');
  expect(before.quote_total).toBe(30_000);
  const other = await app.make.tariff('HALSEL-RT3');
  await become(customer, other);
  expect(await listed(customer, '2025-12')).toEqual([30_000]);
  // It waits for the run of the category it will be billed in.
  expect([await unverified('2025-12', customer.tariff.id), await unverified('2025-12', other.id)]).toEqual([
    1, 0,
  ]);
  await verify(before);
  // The month the change was made in is of the new category, also the days before it.
  expect((await preview(customer, '2026-01', 30)).quote.total).toBe(55_000);
  const january = await record(customer, '2026-01', 30, '2026-01-15T09:00:00+08:00');
  expect(january.quote_total).toBe(55_000);
  await verify(january);
  expect(await draftsOf(customer)).toEqual([
    ['2025-12', 30_000],
    ['2026-01', 55_000],
  ]);
});

it('prices a month typed after the change by the category before it', async () => {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-11', usage: 10 });
  await become(customer, await app.make.tariff('HALSEL-RT3'));
  expect((await preview(customer, '2025-12', 20)).quote.total).toBe(30_000);
  const sheet = await (
    await app.as('petugas')
  ).post<{ rows: { quote_total: number }[] }>('/reading-sheets', {
    period: '2025-12',
    dry_run: true,
    rows: [{ customer_number: customer.customer_number, current_stand: 20, client_id: randomUUID() }],
  });
  expect(sheet.body.rows[0]?.quote_total).toBe(30_000);
  await verify(await record(customer, '2025-12', 20, '2025-12-25T10:00:00+08:00'));
  expect(await draftsOf(customer)).toEqual([['2025-12', 30_000]]);
});

it('prices each month nobody read by the category it had', async () => {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-10', usage: 10 });
  await become(customer, await app.make.tariff('HALSEL-RT3'));
  app.clock.set('2026-01-28T09:00:00+08:00');
  const { spread } = await preview(customer, '2026-01', 40);
  await verify(await record(customer, '2026-01', 40, '2026-01-28T08:00:00+08:00'));
  expect(await draftsOf(customer)).toEqual(spread.months.map(({ period, total }) => [period, total]));
  const usages = await app.database.query<{ period: string; usage: number }>(
    "SELECT period, usage_m3 AS usage FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT' ORDER BY period",
    [customer.id],
  );
  expect(usages.map(({ period }) => period)).toEqual(['2025-11', '2025-12', '2026-01']);
  // At most 10 m³ each, so that one price holds.
  expect(await draftsOf(customer)).toEqual(
    usages.map(({ period, usage }) => [
      period,
      period === '2026-01' ? priceOf(usage, 4_000, 4_500, 15_000) : priceOf(usage, 2_000, 2_500, 10_000),
    ]),
  );
});

/** The first 10 m³, the next 10 and the standing charge. */
const priceOf = (usage: number, first: number, next: number, monthly: number) =>
  Math.min(usage, 10) * first + Math.max(0, usage - 10) * next + monthly;

it('calculates a draft of the month that is not over again, and back, and leaves what is over alone', async () => {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-11', usage: 10 });
  await verify(await record(customer, '2025-12', 20, '2025-12-25T10:00:00+08:00'));
  await verify(await record(customer, '2026-01', 30, '2026-01-15T09:00:00+08:00'));
  await become(customer, await app.make.tariff('HALSEL-RT3'));
  expect(await draftsOf(customer)).toEqual([
    ['2025-12', 30_000],
    ['2026-01', 55_000],
  ]);
  await become(customer, customer.tariff);
  expect(await draftsOf(customer)).toEqual([
    ['2025-12', 30_000],
    ['2026-01', 30_000],
  ]);
  const cancelled = await app.database.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM tagihan WHERE customer_id = $1 AND state = 'CANCELLED'",
    [customer.id],
  );
  expect(cancelled.count).toBe(2);
});
