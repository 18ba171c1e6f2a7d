import { BillRunWorker, DraftUnbilled } from '../../src/modules/water/billing';
import { testApp, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

interface Charge {
  id: number;
  pending_approval_id: number;
}

let chargeId: number;

beforeAll(async () => {
  const asked = await (
    await app.as('admin')
  ).post<Charge>('/charges', { code: 'BUKA-SEGEL', name: 'Buka segel', price: 150_000 });
  chargeId = asked.body.id;
  const path = `/approvals/${String(asked.body.pending_approval_id)}/decision`;
  expect((await (await app.as('manajer')).post(path, { decision: 'APPROVE' })).status).toBe(200);
});

/** On the day it is: a charge belongs to the month it was billed in. */
async function charge(customer: TestCustomer): Promise<void> {
  const billed = await (
    await app.as('admin')
  ).post('/charges/bills', {
    customer_id: customer.id,
    charge_id: chargeId,
    quantity: 1,
    request_id: crypto.randomUUID(),
  });
  expect(billed.status).toBe(201);
}

async function read(customer: TestCustomer, period: string, stand: number): Promise<void> {
  const recorded = await (
    await app.as('petugas')
  ).post<{ id: number; version: number }>('/meter-readings', {
    client_id: crypto.randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: stand,
  });
  expect(recorded.status).toBe(201);
  const { id, version } = recorded.body;
  const decided = await (
    await app.as('admin')
  ).post(`/meter-readings/${String(id)}/decision`, { version, decision: 'VERIFY', note: 'dilihat' });
  expect(decided.status).toBe(200);
}

const billsOf = (customer: TestCustomer) =>
  app.database.query<object>(
    'SELECT kind, period, state, usage_m3::int FROM tagihan WHERE customer_id = $1 ORDER BY period, kind',
    [customer.id],
  );

const unbilled = async () => (await app.violations()).filter((line) => line.startsWith('I107'));

describe('a month in which a charge was billed', () => {
  it('has its bill of water as well, and a run issues it', async () => {
    app.clock.set('2026-03-10T09:00:00+08:00');
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    await charge(customer);
    app.clock.set('2026-03-28T09:00:00+08:00');
    await read(customer, '2026-03', 12);
    expect(await billsOf(customer)).toEqual([
      { kind: 'NONWATER', period: '2026-03', state: 'ISSUED', usage_m3: 0 },
      { kind: 'WATER', period: '2026-03', state: 'DRAFT', usage_m3: 12 },
    ]);
    const run = await (
      await app.as('admin')
    ).post<{ id: number }>('/bill-runs', { period: '2026-03', region_id: region.id });
    await app.get(BillRunWorker).run(run.body.id);
    expect(await billsOf(customer)).toContainEqual({
      kind: 'WATER',
      period: '2026-03',
      state: 'ISSUED',
      usage_m3: 12,
    });
  });

  it('that was passed over once is seen by the law and drafted, however often it is asked', async () => {
    const customer = await app.make.customer();
    await charge(customer);
    await app.make.reading({ customer, period: '2026-03', usage: 12 });
    // What was read before the first bill of all is history.
    const brought = await app.make.customer();
    await app.make.reading({ customer: brought, period: '2026-02', usage: 7 });
    await charge(brought);
    const [seen, ...others] = await unbilled();
    expect([seen, others]).toEqual([expect.stringMatching(`"customer_id":"?${String(customer.id)}"?,`), []]);
    await app.get(DraftUnbilled).draft();
    await app.get(DraftUnbilled).draft();
    expect(await unbilled()).toEqual([]);
    expect(await billsOf(customer)).toEqual([
      { kind: 'NONWATER', period: '2026-03', state: 'ISSUED', usage_m3: 0 },
      { kind: 'WATER', period: '2026-03', state: 'DRAFT', usage_m3: 12 },
    ]);
    expect(await billsOf(brought)).toHaveLength(1);
    const trail = await app.database.query(
      "SELECT FROM log_aktivitas WHERE action = 'bill.drafted_late' AND entity_id = $1",
      [customer.id],
    );
    expect(trail).toHaveLength(1);
  });
});

describe('months in which a connection was closed, its meter in place', () => {
  async function become(customer: TestCustomer, state: string, at: string): Promise<void> {
    app.clock.set(at);
    const { version } = await app.database.one<{ version: number }>(
      'SELECT version FROM pelanggan WHERE id = $1',
      [customer.id],
    );
    const path = `/customers/${String(customer.id)}/state`;
    const answer = await (await app.as('admin')).post(path, { state, reason: 'Rumah kosong', version });
    expect(answer.status).toBe(200);
  }

  it.each([
    ['closed', ['NONAKTIF']],
    ['sealed, closed', ['SEGEL', 'NONAKTIF']],
    ['closed, taken up, closed again', ['NONAKTIF', 'CALON', 'NONAKTIF']],
  ])('belong to no usage and are not billed: %s', async (_, states) => {
    const customer = await app.make.customer();
    app.clock.set('2026-04-25T09:00:00+08:00');
    await read(customer, '2026-04', 12);
    for (const [index, state] of states.entries())
      await become(customer, state, `2026-0${String(5 + index)}-10T09:00:00+08:00`);
    await become(customer, 'CALON', '2026-08-30T09:00:00+08:00');
    await become(customer, 'AKTIF', '2026-09-01T09:00:00+08:00');
    app.clock.set('2026-09-28T09:00:00+08:00');
    await read(customer, '2026-09', 20);
    expect(await billsOf(customer)).toEqual([
      { kind: 'WATER', period: '2026-04', state: 'DRAFT', usage_m3: 12 },
      { kind: 'WATER', period: '2026-09', state: 'DRAFT', usage_m3: 8 },
    ]);
    // 25 April to 28 September are 156 days, of which 113 lay between the closing and the taking up.
    const { days } = await app.database.one<{ days: number }>(
      "SELECT days FROM meter_reading WHERE customer_id = $1 AND period = '2026-09'",
      [customer.id],
    );
    expect(days).toBe(43);
  });
});
