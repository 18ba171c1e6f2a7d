import { BillRunWorker, DraftBills } from '../../src/modules/water/billing';
import { Database } from '../../src/platform/database';
import { testApp, type TestCustomer, type TestRegion } from '../support';

const app = testApp({ jobs: false });

/** HALSEL-RT1 of the reference, with its fixed charge of Rp10.000 a month. */
const PROPOSAL = {
  legal_basis: 'Kepbup Halmahera Selatan 186/2022',
  valid_from: '2026-02',
  blocks: [
    { lower_m3: 0, upper_m3: 10, rate: 2_000 },
    { lower_m3: 10, upper_m3: null, rate: 2_500 },
  ],
  fixed_charges: [{ code: 'ABONEMEN', label: 'Abonemen', amount: 10_000 }],
  minimum: { kind: 'M3', value: 10 },
  charge_when_sealed: true,
};

interface Preview {
  count: number;
  amount: number;
  excluded: { reason: string; count: number }[];
  sealed: { count: number; usage_m3: number; amount: number };
}
interface Version {
  approval_id: number;
  charge_when_sealed: boolean;
  errors?: { pointer: string; code: string }[];
}

let tariffId: number;

beforeAll(async () => {
  ({ id: tariffId } = await app.make.tariff());
});

const propose = async (change: object = {}) =>
  (await app.as('admin')).post<Version>(`/tariffs/${String(tariffId)}/versions`, { ...PROPOSAL, ...change });

async function become(customer: TestCustomer, state: 'SEGEL' | 'AKTIF', at: string): Promise<void> {
  app.clock.set(at);
  const { version } = await app.database.one<{ version: number }>(
    'SELECT version FROM pelanggan WHERE id = $1',
    [customer.id],
  );
  const path = `/customers/${String(customer.id)}/state`;
  const answer = await (await app.as('admin')).post(path, { state, reason: 'Tunggakan tiga bulan', version });
  expect(answer.status).toBe(200);
}

async function read(customer: TestCustomer, period: string, stand: number, readAt: string) {
  app.clock.set(readAt);
  const recorded = await (
    await app.as('petugas')
  ).post<{ id: number; version: number; usage_m3: number; days: number }>('/meter-readings', {
    client_id: crypto.randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: stand,
  });
  if (recorded.status !== 201) return recorded;
  const { id, version } = recorded.body;
  const decided = await (
    await app.as('admin')
  ).post(`/meter-readings/${String(id)}/decision`, {
    version,
    decision: 'VERIFY',
    note: 'dilihat',
  });
  expect(decided.status).toBe(200);
  return recorded;
}

const scope = (region: TestRegion, period: string) => ({ period, region_id: region.id });

async function run(
  region: TestRegion,
  period: string,
): Promise<{ total: number; issued: number; failed: number }> {
  const { body } = await (await app.as('admin')).post<{ id: number }>('/bill-runs', scope(region, period));
  await app.get(BillRunWorker).run(body.id);
  return app.database.one('SELECT total::int, issued::int, failed::int FROM penetapan WHERE id = $1', [
    body.id,
  ]);
}

const preview = async (region: TestRegion, period: string) =>
  (await (await app.as('admin')).post<Preview>('/bill-runs/preview', scope(region, period))).body;

const billsOf = (customer: TestCustomer) =>
  app.database.query<object>(
    `SELECT b.period, b.state, b.usage_m3::int, b.principal::int, r.method FROM tagihan b
     JOIN meter_reading r ON r.id = b.reading_id WHERE b.customer_id = $1 ORDER BY b.period`,
    [customer.id],
  );

describe('a tariff that goes on with its fixed charges', () => {
  it('has fixed charges, and two people want it', async () => {
    app.clock.set('2026-01-20T09:00:00+08:00');
    const nothing = await propose({ fixed_charges: [] });
    expect([nothing.status, nothing.body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ pointer: '/charge_when_sealed', code: 'no_fixed_charge' }),
    ]);
    const proposed = await propose();
    expect([proposed.status, proposed.body.charge_when_sealed]).toEqual([201, true]);
    const manager = await app.as('manajer');
    const path = `/approvals/${String(proposed.body.approval_id)}/decision`;
    expect((await manager.post(path, { decision: 'APPROVE' })).status).toBe(200);
  });
});

describe('the months of a sealed connection', () => {
  it('that were run before they were over are named until they are run once more', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await read(customer, '2026-01', 12, '2026-01-28T09:00:00+08:00');
    await become(customer, 'SEGEL', '2026-02-10T09:00:00+08:00');
    // Of a region that nobody ran: it waits for its run as any other.
    const elsewhere = await app.make.customer({ region: await app.make.region() });
    await read(elsewhere, '2026-01', 12, '2026-02-10T10:00:00+08:00');
    await become(elsewhere, 'SEGEL', '2026-02-11T09:00:00+08:00');
    const left = async () =>
      (await (await app.as('admin')).get<{ period: string; connections: number }[]>('/bill-runs/sealed-left'))
        .body;
    app.clock.set('2026-03-25T09:00:00+08:00');
    await run(region, '2026-03');
    // While the month goes on its seal may be taken off: nothing waits yet.
    expect(await left()).toEqual([]);
    app.clock.set('2026-04-02T09:00:00+08:00');
    expect(await left()).toEqual([{ period: '2026-03', connections: 1 }]);
    await run(region, '2026-03');
    expect(await left()).toEqual([]);
    expect((await billsOf(customer)).at(-1)).toMatchObject({ period: '2026-03', method: 'NONE' });
  });

  it('are charged from the first full one to the last, without usage and without a minimum', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await read(customer, '2026-01', 12, '2026-01-28T09:00:00+08:00');
    await become(customer, 'SEGEL', '2026-02-10T09:00:00+08:00');
    app.clock.set('2026-03-02T09:00:00+08:00');
    // February had water until the 10th: it is read, or counted later, never charged as sealed.
    expect((await preview(region, '2026-02')).sealed.count).toBe(0);
    expect(await run(region, '2026-02')).toEqual({ total: 0, issued: 0, failed: 0 });

    app.clock.set('2026-04-02T09:00:00+08:00');
    const shown = await preview(region, '2026-03');
    expect([shown.count, shown.amount, shown.sealed]).toEqual([
      1,
      10_000,
      { count: 1, usage_m3: 0, amount: 10_000 },
    ]);
    expect(await run(region, '2026-03')).toEqual({ total: 1, issued: 1, failed: 0 });
    // The same question once more: nothing is charged twice.
    expect((await preview(region, '2026-03')).sealed.count).toBe(0);
    expect(await run(region, '2026-03')).toEqual({ total: 0, issued: 0, failed: 0 });

    await become(customer, 'AKTIF', '2026-04-20T09:00:00+08:00');
    const opened = await read(customer, '2026-04', 15, '2026-04-28T09:00:00+08:00');
    expect([opened.status, opened.body.usage_m3]).toEqual([201, 3]);
    app.clock.set('2026-05-02T09:00:00+08:00');
    expect((await preview(region, '2026-04')).sealed.count).toBe(0);
    await run(region, '2026-04');
    expect(await billsOf(customer)).toEqual([
      { period: '2026-01', state: 'DRAFT', usage_m3: 12, principal: 35_000, method: 'ACTUAL' },
      { period: '2026-03', state: 'ISSUED', usage_m3: 0, principal: 10_000, method: 'NONE' },
      // 3 m³, of a minimum of 10 m³ at Rp2.000.
      { period: '2026-04', state: 'ISSUED', usage_m3: 3, principal: 30_000, method: 'ACTUAL' },
    ]);
    const days = await app.database.one<{ days: number }>(
      "SELECT days FROM meter_reading WHERE customer_id = $1 AND period = '2026-04'",
      [customer.id],
    );
    // 28 January to 28 April are 90 days, of which 68 lay between the seal and its opening.
    expect(days.days).toBe(22);
  });

  it('are charged when they are over, and a month that has not begun is billed to nobody', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await read(customer, '2026-01', 12, '2026-01-28T09:00:00+08:00');
    await become(customer, 'SEGEL', '2026-02-10T09:00:00+08:00');
    app.clock.set('2026-04-25T09:00:00+08:00');
    const early = await preview(region, '2026-04');
    expect([early.sealed.count, early.excluded]).toEqual([0, [{ reason: 'SEALED_NOT_OVER', count: 1 }]]);
    expect(await run(region, '2026-04')).toEqual({ total: 0, issued: 0, failed: 0 });
    const admin = await app.as('admin');
    for (const path of ['/bill-runs', '/bill-runs/preview']) {
      const ahead = await admin.post<{ code: string; errors: object[] }>(path, scope(region, '2026-05'));
      expect([ahead.status, ahead.body]).toMatchObject([
        400,
        { code: 'request.invalid', errors: [{ pointer: '/period', code: 'in_the_future' }] },
      ]);
    }
    // The last instant of the month is a part of it.
    app.clock.set('2026-04-30T23:59:59+08:00');
    expect((await preview(region, '2026-04')).sealed.count).toBe(0);
    app.clock.set('2026-05-01T00:00:00+08:00');
    expect((await preview(region, '2026-04')).sealed.count).toBe(1);
    expect(await run(region, '2026-04')).toEqual({ total: 1, issued: 1, failed: 0 });
  });

  it('that were charged before they were over keep no later reading from being verified', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await read(customer, '2026-01', 12, '2026-01-28T09:00:00+08:00');
    await become(customer, 'SEGEL', '2026-02-10T09:00:00+08:00');
    // What a run on the 25th left behind, and the water was opened on the 27th.
    app.clock.set('2026-04-25T09:00:00+08:00');
    const { id } = await app.database.one<{ id: number }>(
      `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, days, method,
         condition_code, severity, status, read_at)
       VALUES (gen_random_uuid(), $1, $2, '2026-04', 12, 12, 0, 1, 'NONE', 'NORMAL', 'OK', 'VERIFIED', '2026-04-25T09:00:00+08:00')
       RETURNING id::int`,
      [customer.id, customer.meter.id],
    );
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [id]));
    expect(await run(region, '2026-04')).toEqual({ total: 1, issued: 1, failed: 0 });
    await become(customer, 'AKTIF', '2026-04-27T09:00:00+08:00');
    expect((await read(customer, '2026-04', 13, '2026-04-28T09:00:00+08:00')).status).toBe(409);
    const may = await read(customer, '2026-05', 20, '2026-05-28T09:00:00+08:00');
    expect([may.status, may.body.usage_m3]).toEqual([201, 8]);
    expect(await billsOf(customer)).toEqual([
      { period: '2026-01', state: 'DRAFT', usage_m3: 12, principal: 35_000, method: 'ACTUAL' },
      { period: '2026-04', state: 'ISSUED', usage_m3: 0, principal: 10_000, method: 'NONE' },
      { period: '2026-05', state: 'DRAFT', usage_m3: 8, principal: 30_000, method: 'ACTUAL' },
    ]);
  });

  it('do not keep a stand from before the seal from arriving late', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await become(customer, 'SEGEL', '2026-02-25T15:00:00+08:00');
    app.clock.set('2026-04-02T09:00:00+08:00');
    await run(region, '2026-03');
    const late = await (
      await app.as('petugas')
    ).post<{ usage_m3: number }>('/meter-readings', {
      client_id: crypto.randomUUID(),
      customer_number: customer.customer_number,
      period: '2026-02',
      condition_code: 'NORMAL',
      current_stand: 7,
      read_at: '2026-02-25T09:00:00+08:00',
    });
    expect([late.status, late.body.usage_m3]).toEqual([201, 7]);
  });

  it('wait while an earlier stand waits for a decision, and name the one without a price', async () => {
    const region = await app.make.region();
    const waiting = await app.make.customer({ region });
    await app.make.reading({ customer: waiting, period: '2026-02', usage: 5, status: 'RECORDED' });
    await become(waiting, 'SEGEL', '2026-02-20T09:00:00+08:00');
    app.clock.set('2026-04-02T09:00:00+08:00');
    expect((await preview(region, '2026-03')).sealed.count).toBe(0);
    expect(await run(region, '2026-03')).toEqual({ total: 0, issued: 0, failed: 0 });
    expect(await billsOf(waiting)).toEqual([]);
  });

  it('are no month of a connection whose tariff does not go on, nor of one in use or closed', async () => {
    const region = await app.make.region();
    const other = await app.make.tariff('HALSEL-RT3');
    const sealed = await app.make.customer({ region, tariff: other });
    await become(sealed, 'SEGEL', '2026-02-20T09:00:00+08:00');
    await app.make.customer({ region });
    app.clock.set('2026-04-02T09:00:00+08:00');
    expect((await preview(region, '2026-03')).sealed).toEqual({ count: 0, usage_m3: 0, amount: 0 });
    expect(await run(region, '2026-03')).toEqual({ total: 0, issued: 0, failed: 0 });
  });

  it('are priced by the category they had, whatever became of it before the run', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await become(customer, 'SEGEL', '2026-02-20T09:00:00+08:00');
    app.clock.set('2026-04-02T09:00:00+08:00');
    const other = await app.make.tariff('HALSEL-RT3');
    const { version } = await app.database.one<{ version: number }>(
      'SELECT version FROM pelanggan WHERE id = $1',
      [customer.id],
    );
    const changed = await (
      await app.as('admin')
    ).patch(`/customers/${String(customer.id)}`, { version, tariff_id: other.id, reason: 'Jadi toko' });
    expect(changed.status).toBe(200);
    expect((await preview(region, '2026-03')).sealed).toEqual({ count: 1, usage_m3: 0, amount: 10_000 });
    expect(await run(region, '2026-03')).toEqual({ total: 1, issued: 1, failed: 0 });
    expect(await billsOf(customer)).toEqual([
      { period: '2026-03', state: 'ISSUED', usage_m3: 0, principal: 10_000, method: 'NONE' },
    ]);
    // The category it came into does not go on while it is sealed.
    app.clock.set('2026-05-02T09:00:00+08:00');
    expect((await preview(region, '2026-04')).sealed.count).toBe(0);
  });

  it('say so wherever the bill is looked at', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await become(customer, 'SEGEL', '2026-02-20T09:00:00+08:00');
    app.clock.set('2026-04-02T09:00:00+08:00');
    await run(region, '2026-03');
    const { id } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM tagihan WHERE customer_id = $1',
      [customer.id],
    );
    const staff = await (await app.as('admin')).get<{ trace: string[] }>(`/bills/${String(id)}`);
    expect(staff.body.trace.join('\n')).toContain(
      'disegel sepanjang Maret 2026: tidak dibaca, hanya biaya tetap',
    );
    const seen = await app.anyone.post<{ bills: { sealed: boolean; total: number; usage_m3: number }[] }>(
      '/public/inquiries',
      { customer_number: customer.customer_number },
    );
    expect(seen.body.bills).toEqual([expect.objectContaining({ sealed: true, total: 10_000, usage_m3: 0 })]);
    const list = await (
      await app.as('admin')
    ).get<{ data: { method: string; quote_total: number }[] }>(
      `/meter-readings?customer_id=${String(customer.id)}`,
    );
    expect(list.body.data).toEqual([expect.objectContaining({ method: 'NONE', quote_total: 10_000 })]);
    expect(
      (await (await app.as('petugas')).get<{ verified: number }>('/meter-readings/summary?period=2026-03'))
        .status,
    ).toBe(200);
  });
});
