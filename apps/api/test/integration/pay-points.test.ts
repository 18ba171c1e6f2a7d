import { testApp, type HttpCaller, type TestBank, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

interface PayPoint {
  id: number;
  name: string;
  bank_name: string | null;
  version: number;
  active: boolean;
}
interface NearPayPoint {
  name: string;
  in_region: boolean;
  bank: { code: string } | null;
}
interface Page {
  data: PayPoint[];
  meta: { total: number };
}

const HOURS = 'Senin–Jumat 08.00–15.00';
let keeper: HttpCaller;
let bank: TestBank;
let other: TestBank;
let customer: TestCustomer;
let token: string;

const point = (name: string, bankId: number | null, regionId = customer.region.id) => ({
  bank_id: bankId,
  region_id: regionId,
  name,
  address: `Jl. ${name}`,
  hours: HOURS,
  phone: null,
});

async function nearest(code = bank.code): Promise<NearPayPoint[]> {
  const answer = await app.anyone.get<NearPayPoint[]>(`/public/inquiries/${token}/counters?bank=${code}`);
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

beforeEach(() => app.database.query('DELETE FROM titik_bayar'));

describe('pay points', () => {
  it('are added, listed, exported and changed, and every change is in the trail', async () => {
    const created = await keeper.post<PayPoint>('/pay-points', {
      ...point('Mandonga', null),
      phone: '0401-300100',
      coordinates: '-3.972000, 122.515000',
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: 'Mandonga',
        bank_id: null,
        bank_name: null,
        phone: '0401-300100',
        coordinates: '-3.972000, 122.515000',
        active: true,
        version: 1,
      },
    });
    await keeper.post('/pay-points', point('Cabang Utama', bank.id));
    const ofBank = await keeper.get<Page>(`/pay-points?bank_id=${String(bank.id)}`);
    expect(ofBank.body.data.map(({ name }) => name)).toEqual(['Cabang Utama']);
    expect((await keeper.get<Page>('/pay-points?q=mandonga')).body.meta.total).toBe(1);
    expect((await keeper.get('/pay-points/export')).text).toContain('Mandonga');

    const path = `/pay-points/${String(created.body.id)}`;
    const changed = await keeper.patch<PayPoint>(path, { version: 1, phone: null, active: false });
    expect(changed.body).toMatchObject({ name: 'Mandonga', phone: null, active: false, version: 2 });
    const trail = await app.database.query<{ action: string }>(
      "SELECT action FROM log_aktivitas WHERE entity_type = 'titik_bayar' AND entity_id = $1 ORDER BY id",
      [String(created.body.id)],
    );
    expect(trail.map(({ action }) => action)).toEqual(['pay_point.created', 'pay_point.changed']);
  });

  it('refuse a change made on an older version, and places that do not exist', async () => {
    const { body } = await keeper.post<PayPoint>('/pay-points', point('Wolio', null));
    const path = `/pay-points/${String(body.id)}`;
    await keeper.patch(path, { version: 1, name: 'Wolio Baru' });
    const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;
    const slower = await keeper.patch(path, { version: 1, name: 'Wolio Lama' });
    expect(slower.body).toMatchObject({ code: 'version.conflict', current_version: 2, changed: ['name'] });
    expect((slower.body as { changed_by?: string }).changed_by).toBeTruthy();
    expect(code(await keeper.patch('/pay-points/999999', { version: 1 }))).toBe('pay_point.not_found');
    expect(code(await keeper.post('/pay-points', point('X', 999_999)))).toBe('bank.not_found');
    expect(code(await keeper.post('/pay-points', point('X', null, 999_999)))).toBe('region.not_found');
    for (const wrong of [
      { phone: 'tanya Budi' },
      { coordinates: '122.5, -3.9' },
      { coordinates: 'di pasar' },
    ])
      expect(code(await keeper.post('/pay-points', { ...point('X', null), ...wrong }))).toBe(
        'request.invalid',
      );
  });

  it('are read by the office and changed by those who keep the settings', async () => {
    const admin = await app.as('admin');
    expect((await admin.get('/pay-points')).status).toBe(200);
    expect((await admin.post('/pay-points', point('X', null))).status).toBe(403);
    const petugas = await app.as('petugas');
    expect((await petugas.get('/pay-points')).status).toBe(403);
    expect((await app.anyone.get('/pay-points')).status).toBe(401);
  });
});

describe('the nearest pay points', () => {
  it('are those of the region first, there the bank before the utility, and never of another bank', async () => {
    const far = await app.make.region();
    await keeper.post('/pay-points', point('Bank jauh', bank.id, far.id));
    await keeper.post('/pay-points', point('PDAM jauh', null, far.id));
    await keeper.post('/pay-points', point('PDAM dekat', null));
    await keeper.post('/pay-points', point('Bank dekat', bank.id));
    await keeper.post('/pay-points', point('Bank lain', other.id));
    const { body: closed } = await keeper.post<PayPoint>('/pay-points', point('Bank tutup', bank.id));
    await keeper.patch(`/pay-points/${String(closed.id)}`, { version: 1, active: false });

    const found = await nearest();
    expect(found.map(({ name }) => name)).toEqual(['Bank dekat', 'PDAM dekat', 'Bank jauh', 'PDAM jauh']);
    expect(found.map(({ in_region }) => in_region)).toEqual([true, true, false, false]);
    expect(found.map((one) => one.bank?.code ?? null)).toEqual([bank.code, null, bank.code, null]);
  });

  it('are ten at most', async () => {
    for (let index = 0; index < 12; index += 1)
      await keeper.post('/pay-points', point(`Loket ${String(index)}`, null));
    expect(await nearest()).toHaveLength(10);
  });

  it('need a link that was given out, and a bank that is there', async () => {
    const made = await app.anyone.get(`/public/inquiries/made-up/counters?bank=${bank.code}`);
    expect([made.status, (made.body as { code: string }).code]).toEqual([404, 'request.not_found']);
    const none = await app.anyone.get(`/public/inquiries/${token}/counters?bank=NONE`);
    expect((none.body as { code: string }).code).toBe('bank.not_found');
  });
});
