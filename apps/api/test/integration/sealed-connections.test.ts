import { randomUUID } from 'node:crypto';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp();

interface Reading {
  id: number;
  version: number;
  status: string;
  usage_m3: number;
  code: string;
  current_state?: string;
  errors?: { pointer: string; code: string }[];
}

let petugas: HttpCaller;
let admin: HttpCaller;

beforeAll(async () => {
  petugas = await app.as('petugas');
  admin = await app.as('admin');
});

const record = (customer: TestCustomer, stand: number, change: object = {}) =>
  petugas.post<Reading>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period: '2025-12',
    condition_code: 'NORMAL',
    current_stand: stand,
    ...change,
  });

const preview = (customer: TestCustomer) =>
  petugas.post<Reading>('/meter-readings/preview', {
    customer_number: customer.customer_number,
    period: '2025-12',
    current_stand: 5,
  });

const decide = ({ id, version }: Reading, change: object = { decision: 'VERIFY' }) =>
  admin.post<Reading>(`/meter-readings/${String(id)}/decision`, { version, ...change });

async function become(customer: TestCustomer, state: string): Promise<void> {
  const { version } = await app.database.one<{ version: number }>(
    'SELECT version FROM pelanggan WHERE id = $1',
    [customer.id],
  );
  const answer = await admin.post(`/customers/${String(customer.id)}/state`, {
    state,
    reason: 'Tunggakan lebih dari tiga bulan',
    version,
  });
  expect(answer.status).toBe(200);
}

const billsOf = (customer: TestCustomer) =>
  app.database.query<{ period: string; state: string; usage_m3: number; fixed_amount: number }>(
    'SELECT period, state, usage_m3::int, fixed_amount::int FROM tagihan WHERE customer_id = $1 ORDER BY period',
    [customer.id],
  );

const missing = async (): Promise<number> =>
  (await admin.get<{ missing: number }>('/meter-readings/summary?period=2025-12')).body.missing;

describe('who is read', () => {
  it.each([
    ['AKTIF', 201],
    ['SEGEL', 409],
    ['CALON', 409],
    ['NONAKTIF', 409],
  ] as const)('a stand of a customer who is %s is answered %i', async (state, status) => {
    const customer = await app.make.customer({ state });
    const tried = await preview(customer);
    const answer = await record(customer, 5);
    expect([tried.status, answer.status]).toEqual([status === 201 ? 200 : 409, status]);
    if (status === 409)
      for (const { body } of [tried, answer])
        expect(body).toMatchObject({
          code: 'customer.state_conflict',
          current_state: state,
          errors: [{ pointer: '/customer_number', code: 'not_read' }],
        });
    const stored = await app.database.query('SELECT FROM meter_reading WHERE customer_id = $1', [
      customer.id,
    ]);
    expect(stored).toHaveLength(status === 201 ? 1 : 0);
  });

  it('nobody waits for the reading of a sealed customer', async () => {
    const customer = await app.make.customer();
    const waiting = await missing();
    const scope = { period: '2025-12', region_id: customer.region.id, tariff_id: null };
    const excluded = async (): Promise<number> => {
      const { body } = await admin.post<{ excluded: { reason: string; count: number }[] }>(
        '/bill-runs/preview',
        scope,
      );
      return body.excluded.find(({ reason }) => reason === 'READING_MISSING')?.count ?? 0;
    };
    const before = await excluded();
    await become(customer, 'SEGEL');
    expect(await missing()).toBe(waiting - 1);
    expect(await excluded()).toBe(before - 1);
    // Read and then sealed: neither waited for nor taken off twice.
    const read = await app.make.customer({ region: customer.region });
    expect((await record(read, 25)).status).toBe(201);
    await become(read, 'SEGEL');
    await app.make.customer({ region: customer.region });
    const unread = (region: number | null) =>
      app.database.one<{ count: number }>(
        `SELECT count(*)::int AS count FROM pelanggan c WHERE c.state = 'AKTIF' AND ($1::bigint IS NULL OR c.region_id = $1)
           AND NOT EXISTS (SELECT FROM meter_reading x WHERE x.customer_id = c.id AND x.period = '2025-12')`,
        [region],
      );
    expect(await missing()).toBe((await unread(null)).count);
    expect(await excluded()).toBe((await unread(customer.region.id)).count);
  });
});

describe('what was used before the seal', () => {
  it('is owed: read before, verified and billed after, and nothing besides', async () => {
    const customer = await app.make.customer();
    const { body } = await record(customer, 25);
    await become(customer, 'SEGEL');
    expect((await decide(body)).body.status).toBe('VERIFIED');
    const answer = await record(customer, 25, { period: '2026-01' });
    expect([answer.status, answer.body.code]).toEqual([409, 'customer.state_conflict']);
    expect(await billsOf(customer)).toEqual([
      expect.objectContaining({ period: '2025-12', state: 'DRAFT', usage_m3: 25 }),
    ]);
  });

  it.each(['SEGEL', 'NONAKTIF'])('may arrive late when the customer is %s already', async (state) => {
    const customer = await app.make.customer();
    const readAt = app.clock.text(app.clock.now() - 3_600_000);
    await become(customer, state);
    const late = await record(customer, 12, { read_at: readAt });
    expect([late.status, late.body.usage_m3]).toEqual([201, 12]);
    expect((await decide(late.body)).body.status).toBe('VERIFIED');
    expect(await billsOf(customer)).toHaveLength(1);
  });

  it('may be read again when somebody asked for it', async () => {
    const customer = await app.make.customer();
    const first = await record(customer, 400);
    await become(customer, 'SEGEL');
    await decide(first.body, { decision: 'REREAD', note: 'angka terlalu besar' });
    expect((await preview(customer)).status).toBe(200);
    const again = await record(customer, 40);
    expect([again.status, again.body.id, again.body.usage_m3]).toEqual([201, first.body.id, 40]);
  });

  it('and was not read is counted with the first reading after the seal is opened', async () => {
    const customer = await app.make.customer();
    const reading = await record(customer, 20, { period: '2025-11' });
    await decide(reading.body);
    await become(customer, 'SEGEL');
    expect((await record(customer, 23)).status).toBe(409);
    await become(customer, 'AKTIF');
    const opened = await record(customer, 23);
    expect([opened.status, opened.body.usage_m3]).toEqual([201, 3]);
  });
});
