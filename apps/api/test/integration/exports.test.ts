import { testApp } from '../support';

const app = testApp();

async function csv(path: string, user: 'super' | 'admin' | 'manajer' = 'super') {
  const answer = await (await app.as(user)).get(path);
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
    path,
    200,
    'text/csv; charset=utf-8',
  ]);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
  const [header = '', ...rows] = answer.text.trimEnd().split('\n');
  return { header: header.split(';'), rows };
}

beforeAll(async () => {
  await app.make.penaltyPolicy();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
});

describe('CSV of a list', () => {
  it.each([
    '/approvals',
    '/activity-log',
    '/users',
    '/regions',
    '/tariffs',
    '/bill-runs',
    '/bills',
    '/meter-readings',
    '/customers',
    '/payments',
    '/penalty-policies',
    '/bank-calls',
    '/outbound-calls',
    '/webhook-inbox',
    '/cases',
  ])('%s: as many rows as the list says, a bad filter is answered before the first of them', async (path) => {
    const caller = await app.as('super');
    const { meta } = (await caller.get<{ meta: { total: number } }>(path)).body;
    const { rows } = await csv(`${path}/export`);
    // the log grows by what is asked of it
    if (path === '/activity-log') expect(rows.length).toBeGreaterThanOrEqual(meta.total);
    else expect(rows).toHaveLength(meta.total);
    const refused = await caller.get<{ code: string }>(`${path}/export?nobody_knows=1`);
    expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    expect((await caller.get(`${path}/export?sort=nobody_knows`)).status).toBe(400);
  });

  it('filters, searches and sorts as the list does', async () => {
    const caller = await app.as('super');
    for (const name of ['Abeli', 'Baruga', 'Kambu'])
      await caller.post('/regions', { code: String(50 + name.length), name: `Kecamatan ${name}` });
    const { rows } = await csv('/regions/export?q=Kecamatan&sort=-name');
    const { data } = (await caller.get<{ data: { name: string }[] }>('/regions?q=Kecamatan&sort=-name')).body;
    expect(data.length).toBeGreaterThan(1);
    expect(rows.map((row) => row.split(';')[1])).toEqual(data.map((region) => region.name));
  });

  it('hands a spreadsheet no formula', async () => {
    const caller = await app.as('super');
    const name = '=HYPERLINK("http://jahat.example","klik")';
    expect((await caller.post('/regions', { code: '77', name })).status).toBe(201);
    const { rows } = await csv('/regions/export?q=77');
    expect(rows).toEqual([`"\t77";"'=HYPERLINK(""http://jahat.example"",""klik"")";0;Ya`]);
  });

  it('shows the prices of this month and only one\'s own answer to "mine"', async () => {
    const tariffs = await csv('/tariffs/export');
    expect(tariffs.header).toContain('Blok (m3: Rp/m3)');
    expect(tariffs.rows.find((row) => row.startsWith('"\tHALSEL-RT1";'))).toContain(
      '0-10: 2000 | 10-20: 2500 | 20-30: 3000 | > 30: 4000',
    );
    expect((await csv('/approvals/export?mine=true', 'admin')).rows).toEqual([]);
  });

  it('begins with the mark by which Excel knows UTF-8', async () => {
    const { token } = await app.logIn('manajer');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${app.url}/api/v1/regions/export`, { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 7).toString('utf8')).toBe('\uFEFFKode');
  });

  it('is not for those who may not read the list', async () => {
    const reader = await app.as('petugas');
    for (const path of ['/users', '/activity-log', '/payments', '/approvals', '/bill-runs', '/cases'])
      expect([path, (await reader.get(`${path}/export`)).status]).toEqual([path, 403]);
  });

  it('has the history of a customer, with what the reader may not see masked', async () => {
    const customer = await app.make.customer({ name: 'Rina Kurnia' });
    const admin = await app.as('admin');
    const { body } = await admin.get<{ version: number }>(`/customers/${String(customer.id)}`);
    const changed = await admin.patch(`/customers/${String(customer.id)}`, {
      version: body.version,
      phone: '081355501234',
    });
    expect(changed.status).toBe(200);
    const path = `/customers/${String(customer.id)}/history/export?field=phone`;
    expect((await csv(path, 'admin')).rows.join()).toContain('081355501234');
    expect((await csv(path, 'manajer')).rows.join()).not.toContain('081355501234');
  });
});
