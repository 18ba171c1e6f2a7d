import { testApp, type HttpCaller } from '../support';

const app = testApp();

interface Region {
  id: number;
  code: string;
  name: string;
  active: boolean;
  customer_count: number;
}
interface Route {
  id: number;
  code: string;
  customer_count: number;
}
interface ProblemBody {
  code: string;
  errors?: { pointer: string; code: string }[];
}
interface Page {
  data: Region[];
  meta: { page: number; page_size: number; total: number };
}

let admin: HttpCaller;

beforeAll(async () => {
  admin = await app.as('admin');
});

describe('regions and routes', () => {
  it('are created with their codes, listed, renamed and closed', async () => {
    const created = await admin.post<Region>('/regions', { code: '71', name: 'Kota Kendari' });
    expect(created).toMatchObject({
      status: 201,
      body: { code: '71', name: 'Kota Kendari', active: true, customer_count: 0 },
    });
    const path = `/regions/${String(created.body.id)}`;
    const route = await admin.post<Route>(`${path}/routes`, { code: '0203', name: 'Mandonga Barat' });
    expect(route).toMatchObject({ status: 201, body: { code: '0203', customer_count: 0 } });
    expect((await admin.get<Route[]>(`${path}/routes`)).body.map(({ code }) => code)).toEqual(['0203']);
    const renamed = await admin.patch(`${path}/routes/${String(route.body.id)}`, { name: 'Mandonga Timur' });
    expect(renamed.status).toBe(204);
    expect((await admin.get<Route[]>(`${path}/routes`)).body).toMatchObject([{ name: 'Mandonga Timur' }]);
    const elsewhere = await admin.patch<ProblemBody>(`/regions/999999/routes/${String(route.body.id)}`, {
      name: 'A',
    });
    expect(elsewhere.body.code).toBe('route.not_found');
    const changed = await admin.patch<Region>(path, { name: 'Kendari Kota', active: false, version: 1 });
    expect(changed.body).toMatchObject({ name: 'Kendari Kota', active: false, version: 2 });
    const late = await admin.patch<ProblemBody & { changed?: string[] }>(path, {
      name: 'Kendari',
      version: 1,
    });
    expect([late.status, late.body.code, late.body.changed]).toEqual([
      409,
      'version.conflict',
      ['name', 'active'],
    ]);
    const closed = await admin.get<Page>('/regions?active=false&q=kendari');
    expect(closed.body).toMatchObject({ data: [{ code: '71' }], meta: { page: 1, page_size: 25, total: 1 } });
    const trail = await app.database.query<{ action: string }>(
      "SELECT action FROM log_aktivitas WHERE entity_type IN ('wilayah', 'rute') ORDER BY id",
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'region.created',
      'route.created',
      'route.changed',
      'region.changed',
    ]);
  });

  it('refuse a second region or route of the same code', async () => {
    const region = await admin.post<Region>('/regions', { code: '72', name: 'Kolaka' });
    const again = await admin.post<ProblemBody>('/regions', { code: '72', name: 'Kolaka Utara' });
    expect([again.status, again.body.code]).toEqual([409, 'region.duplicate']);
    const routes = `/regions/${String(region.body.id)}/routes`;
    expect((await admin.post(routes, { code: '0001', name: 'A' })).status).toBe(201);
    expect((await admin.post<ProblemBody>(routes, { code: '0001', name: 'B' })).body.code).toBe(
      'region.duplicate',
    );
    const elsewhere = await admin.post<ProblemBody>('/regions/999999/routes', { code: '0001', name: 'A' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'region.not_found']);
    expect((await admin.get<ProblemBody>('/regions/999999/routes')).body.code).toBe('region.not_found');
  });

  it('stay open while they have customers, and count them', async () => {
    const { region } = await app.make.customer();
    await app.make.customer({ region, state: 'NONAKTIF' });
    const refused = await admin.patch<ProblemBody>(`/regions/${String(region.id)}`, {
      active: false,
      version: 1,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'region.in_use']);
    const list = await admin.get<Page>('/regions?page_size=100');
    expect(list.body.data.find(({ id }) => id === region.id)?.customer_count).toBe(1);
  });

  it('are not closed under somebody who is just being registered there', async () => {
    const region = await admin.post<Region>('/regions', { code: '75', name: 'Buton' });
    const path = `/regions/${String(region.body.id)}`;
    const route = await admin.post<Route>(`${path}/routes`, { code: '0001', name: 'Bau-Bau' });
    const { tariff } = await app.make.customer();
    const person = (serial: string) => ({
      name: 'Wa Ode Sitti',
      address: 'Jl. Betoambari 3',
      region_id: region.body.id,
      route_id: route.body.id,
      tariff_id: tariff.id,
      meter: { serial, digits: 5, size_mm: 15, installed_stand: 0 },
    });
    const [closed, ...registered] = await Promise.all([
      admin.patch<ProblemBody>(path, { active: false, version: 1 }),
      ...Array.from({ length: 4 }, (_, index) =>
        admin.post<ProblemBody>('/customers', person(`TUTUP-${String(index)}`)),
      ),
    ]);
    const there = registered.filter(({ status }) => status === 201).length;
    for (const { status, body } of registered)
      if (status !== 201) expect([status, body.code]).toEqual([404, 'region.not_found']);
    expect(closed.status).toBe(there > 0 ? 409 : 200);
  });

  it.each([
    [{ code: '7', name: 'A' }, '/code'],
    [{ code: 'AB', name: 'A' }, '/code'],
    [{ code: 73, name: 'A' }, '/code'],
    [{ code: '73' }, '/name'],
    [{ code: '73', name: '   ' }, '/name'],
    [{ code: '73', name: 'Wakatobi\u202egnp' }, '/name'],
    [{ code: '73', name: 'A', active: true }, '/active'],
    [{ code: '73', name: 'x'.repeat(101) }, '/name'],
  ])('refuse %j', async (body, pointer) => {
    const answer = await admin.post<ProblemBody>('/regions', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(new Set(answer.body.errors?.map((error) => error.pointer))).toEqual(new Set([pointer]));
  });

  it.each([
    'page_size=1000000000',
    'page=0',
    'page=1.5',
    'sort=password',
    'sort=code;drop',
    'kota=1',
    'active=ya',
    'q=a&q=b',
  ])('refuse the list parameter %s', async (query) => {
    const answer = await admin.get<ProblemBody>(`/regions?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors?.[0]?.pointer).toMatch(/^\?/);
  });

  it('S49: a percent sign in the search is a percent sign', async () => {
    await admin.post('/regions', { code: '74', name: 'Daerah 100% terlayani' });
    expect((await admin.get<Page>(`/regions?q=${encodeURIComponent('0% t')}`)).body.meta.total).toBe(1);
    expect((await admin.get<Page>(`/regions?q=${encodeURIComponent('%')}`)).body.meta.total).toBe(1);
    expect((await admin.get<Page>(`/regions?q=${encodeURIComponent("' OR 1=1 --")}`)).body.meta.total).toBe(
      0,
    );
  });

  it('are changed by those who may', async () => {
    const petugas = await app.as('petugas');
    expect((await petugas.get('/regions')).status).toBe(200);
    expect((await petugas.post<ProblemBody>('/regions', { code: '75', name: 'A' })).body.code).toBe(
      'auth.forbidden',
    );
  });
});
