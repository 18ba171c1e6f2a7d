import { testApp, type HttpCaller, type TestBank, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

interface Counter {
  id: number;
  name: string;
  bank_name: string | null;
  version: number;
  active: boolean;
}
interface NearCounter {
  name: string;
  in_region: boolean;
  bank: { code: string } | null;
}
interface Page {
  data: Counter[];
  meta: { total: number };
}

const HOURS = 'Senin–Jumat 08.00–15.00';
let keeper: HttpCaller;
let bank: TestBank;
let other: TestBank;
let customer: TestCustomer;
let token: string;

const counter = (name: string, bankId: number | null, regionId = customer.region.id) => ({
  bank_id: bankId,
  region_id: regionId,
  name,
  address: `Jl. ${name}`,
  hours: HOURS,
  phone: null,
});

async function nearest(code = bank.code): Promise<NearCounter[]> {
  const answer = await app.anyone.get<NearCounter[]>(`/public/inquiries/${token}/counters?bank=${code}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

beforeAll(async () => {
  keeper = await app.as('it');
  bank = await app.make.bank();
  other = await app.make.bank();
  customer = await app.make.customer();
  const body = { customer_number: customer.customer_number };
  token = (await app.anyone.post<{ token: string }>('/public/inquiries', body)).body.token;
});

beforeEach(() => app.database.query('DELETE FROM loket'));

describe('counters', () => {
  it('are added, listed, exported and changed, and every change is in the trail', async () => {
    const created = await keeper.post<Counter>('/counters', {
      ...counter('Mandonga', null),
      phone: '0401-300100',
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: 'Mandonga',
        bank_id: null,
        bank_name: null,
        phone: '0401-300100',
        active: true,
        version: 1,
      },
    });
    await keeper.post('/counters', counter('Cabang Utama', bank.id));
    const ofBank = await keeper.get<Page>(`/counters?bank_id=${String(bank.id)}`);
    expect(ofBank.body.data.map(({ name }) => name)).toEqual(['Cabang Utama']);
    expect((await keeper.get<Page>('/counters?q=mandonga')).body.meta.total).toBe(1);
    expect((await keeper.get('/counters/export')).text).toContain('Mandonga');

    const path = `/counters/${String(created.body.id)}`;
    const changed = await keeper.patch<Counter>(path, { version: 1, phone: null, active: false });
    expect(changed.body).toMatchObject({ name: 'Mandonga', phone: null, active: false, version: 2 });
    const trail = await app.database.query<{ action: string }>(
      "SELECT action FROM log_aktivitas WHERE entity_type = 'loket' AND entity_id = $1 ORDER BY id",
      [String(created.body.id)],
    );
    expect(trail.map(({ action }) => action)).toEqual(['counter.created', 'counter.changed']);
  });

  it('refuse a change made on an older version, and places that do not exist', async () => {
    const { body } = await keeper.post<Counter>('/counters', counter('Wolio', null));
    const path = `/counters/${String(body.id)}`;
    await keeper.patch(path, { version: 1, name: 'Wolio Baru' });
    const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;
    expect(code(await keeper.patch(path, { version: 1, name: 'Wolio Lama' }))).toBe('version.conflict');
    expect(code(await keeper.patch('/counters/999999', { version: 1 }))).toBe('counter.not_found');
    expect(code(await keeper.post('/counters', counter('X', 999_999)))).toBe('bank.not_found');
    expect(code(await keeper.post('/counters', counter('X', null, 999_999)))).toBe('region.not_found');
    expect(code(await keeper.post('/counters', { ...counter('X', null), phone: 'tanya Budi' }))).toBe(
      'request.invalid',
    );
  });

  it('are read by the office and changed by those who keep the settings', async () => {
    const admin = await app.as('admin');
    expect((await admin.get('/counters')).status).toBe(200);
    expect((await admin.post('/counters', counter('X', null))).status).toBe(403);
    const petugas = await app.as('petugas');
    expect((await petugas.get('/counters')).status).toBe(403);
    expect((await app.anyone.get('/counters')).status).toBe(401);
  });
});

describe('the nearest counters', () => {
  it('are those of the region first, there the bank before the utility, and never of another bank', async () => {
    const far = await app.make.region();
    await keeper.post('/counters', counter('Bank jauh', bank.id, far.id));
    await keeper.post('/counters', counter('PDAM jauh', null, far.id));
    await keeper.post('/counters', counter('PDAM dekat', null));
    await keeper.post('/counters', counter('Bank dekat', bank.id));
    await keeper.post('/counters', counter('Bank lain', other.id));
    const { body: closed } = await keeper.post<Counter>('/counters', counter('Bank tutup', bank.id));
    await keeper.patch(`/counters/${String(closed.id)}`, { version: 1, active: false });

    const found = await nearest();
    expect(found.map(({ name }) => name)).toEqual(['Bank dekat', 'PDAM dekat', 'Bank jauh', 'PDAM jauh']);
    expect(found.map(({ in_region }) => in_region)).toEqual([true, true, false, false]);
    expect(found.map((one) => one.bank?.code ?? null)).toEqual([bank.code, null, bank.code, null]);
  });

  it('are ten at most', async () => {
    for (let index = 0; index < 12; index += 1)
      await keeper.post('/counters', counter(`Loket ${String(index)}`, null));
    expect(await nearest()).toHaveLength(10);
  });

  it('need a link that was given out, and a bank that is there', async () => {
    const made = await app.anyone.get(`/public/inquiries/made-up/counters?bank=${bank.code}`);
    expect([made.status, (made.body as { code: string }).code]).toEqual([404, 'request.not_found']);
    const none = await app.anyone.get(`/public/inquiries/${token}/counters?bank=NONE`);
    expect((none.body as { code: string }).code).toBe('bank.not_found');
  });
});
