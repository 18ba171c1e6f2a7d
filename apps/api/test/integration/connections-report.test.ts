import { Database } from '../../src/platform/database';
import { TakeOverCustomers } from '../../src/modules/water/customers';
import { testApp, type TestCustomer } from '../support';
import { TEST_START } from '../support/test-clock';

/* What the report of connections closed and opened says of a day that is over. */

const app = testApp({ jobs: false });

interface Report {
  rows: { customer_number: string; region: string; tariff: string; what: string }[];
  totals: { sealed: number; ended: number };
}

afterEach(() => {
  app.clock.set(TEST_START);
});

const read = async (query: string) => {
  const { status, body } = await (await app.as('manajer')).get<Report>(`/reports/connections?${query}`);
  expect(status).toBe(200);
  return body;
};
const seal = async ({ id }: TestCustomer) => {
  const { version } = await app.database.one<{ version: number }>(
    'SELECT version::int FROM pelanggan WHERE id = $1',
    [id],
  );
  const sealed = await (
    await app.as('admin')
  ).post(`/customers/${String(id)}/state`, { state: 'SEGEL', version, reason: 'Tunggakan tiga bulan' });
  expect(sealed.status).toBe(200);
};

it('says where a connection lay and what it was when it was sealed, whatever became of it since', async () => {
  const [from, to] = [await app.make.region(), await app.make.region()];
  const [home, shop] = [await app.make.tariff('HALSEL-RT3'), await app.make.tariff()];
  const customer = await app.make.customer({ region: from, tariff: home });
  await seal(customer);
  const then = async (region: number) =>
    (await read(`from=2026-01-01&to=2026-01-31&region=${String(region)}`)).rows.map((row) => [
      row.customer_number,
      row.tariff,
    ]);
  expect([await then(from.id), await then(to.id)]).toEqual([[[customer.customer_number, 'HALSEL-RT3']], []]);

  app.clock.set('2026-02-10T09:00:00+08:00');
  const office = await app.as('admin');
  const moved = await office.post(`/customers/move?ids=${String(customer.id)}`, {
    region_id: to.id,
    route_id: to.route.id,
    from_period: '2026-02',
    reason: 'Rute baca disusun ulang',
  });
  expect(moved.status).toBe(200);
  const { version } = await app.database.one<{ version: number }>(
    'SELECT version::int FROM pelanggan WHERE id = $1',
    [customer.id],
  );
  const changed = await office.patch(`/customers/${String(customer.id)}`, {
    tariff_id: shop.id,
    version,
    reason: 'Rumah menjadi toko',
  });
  expect(changed.status).toBe(200);
  expect([await then(from.id), await then(to.id)]).toEqual([[[customer.customer_number, 'HALSEL-RT3']], []]);
});

it('counts nobody as cut off whose takeover was taken back', async () => {
  const customer = await app.make.customer();
  const before = await read('from=2026-01-01&to=2026-01-31');
  const { id: userId } = await app.database.one<{ id: number }>(
    "SELECT id::int FROM pengguna WHERE username = 'admin'",
  );
  await app
    .get(Database)
    .transaction((tx) =>
      app.get(TakeOverCustomers).undo(tx, [customer.id], { userId, reason: 'Berkas salah' }),
    );
  const after = await read('from=2026-01-01&to=2026-01-31');
  expect(after.totals.ended).toBe(before.totals.ended);
  expect(after.rows).toEqual(before.rows);
});

it('of days to be reconciled, only states are offered that a day may have', async () => {
  const { body } = await (
    await app.as('manajer')
  ).get<{ key: string; parameters: { name: string; choices: { value: string }[] }[] }[]>('/reports');
  const states = body
    .find(({ key }) => key === 'reconciliation')
    ?.parameters.find(({ name }) => name === 'state')
    ?.choices.map(({ value }) => value);
  expect(states).toEqual(['OPEN', 'CLOSED']);
});
