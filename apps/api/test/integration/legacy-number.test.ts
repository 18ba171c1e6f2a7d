import type { CustomerDto } from '@tirtapay/api-client';
import { testApp, type HttpCaller } from '../support';
import { CounterDesk } from '../support/counter-desk';
import type { TestCustomer } from '../support/factory';

/* Whoever pays by an earlier number pays for whom a file gave it to. */

const app = testApp({ jobs: false });

interface ProblemBody {
  code?: string;
  errors?: { pointer: string; code: string; message: string }[];
}

let admin: HttpCaller;
let desk: CounterDesk;

beforeAll(async () => {
  admin = await app.as('admin');
  desk = await CounterDesk.at(app);
  await desk.open();
});

const read = async ({ id }: TestCustomer) => (await admin.get<CustomerDto>(`/customers/${String(id)}`)).body;

const ask = async (customer: TestCustomer, number: string | null, by = admin) =>
  by.post<ProblemBody & { approval_id: number }>(`/customers/${String(customer.id)}/legacy-number`, {
    version: (await read(customer)).version,
    legacy_number: number,
    reason: 'Rekening lama pelanggan menyebut nomor lain',
  });

const decide = async (id: number, as: 'admin' | 'manajer' = 'manajer') =>
  (await app.as(as)).post<ProblemBody>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });

const agree = async (customer: TestCustomer, number: string | null) => {
  const asked = await ask(customer, number);
  expect([asked.status, asked.body.code]).toEqual([202, undefined]);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
};

/** Whose bills somebody is shown who names this number at the counter. */
const paysFor = async (number: string) =>
  (
    await desk.caller.get<{ data: { customer_number: string }[]; exact: boolean }>(
      `/counter/customers?q=${encodeURIComponent(number)}`,
    )
  ).body.data.map((customer) => customer.customer_number);

/** A customer whom a file brought with this number. */
async function broughtWith(number: string): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.database.query('INSERT INTO pelanggan_alias (alias, customer_id) VALUES ($1, $2)', [
    number,
    customer.id,
  ]);
  return customer;
}

it('is seen, taken away there and given to whose it is, by two people and with a trail', async () => {
  const wrong = await broughtWith('LAMA-77001');
  const right = await app.make.customer();
  expect((await read(wrong)).legacy_number).toBe('LAMA-77001');
  expect(await paysFor('lama-77001')).toEqual([wrong.customer_number]);

  const taken = await ask(right, 'LAMA-77001');
  expect([taken.status, taken.body.code, taken.body.errors?.[0]?.pointer]).toEqual([
    409,
    'customer.duplicate',
    '/legacy_number',
  ]);
  expect(taken.body.errors?.[0]?.message).toContain(wrong.customer_number);

  const asked = await ask(wrong, null);
  expect(asked.status).toBe(202);
  expect((await ask(wrong, 'LAMA-1')).body.code).toBe('approval.pending');
  expect((await decide(asked.body.approval_id, 'admin')).status).not.toBe(200);
  // What waits changes nothing.
  expect(await paysFor('lama-77001')).toEqual([wrong.customer_number]);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(await paysFor('lama-77001')).toEqual([]);

  await agree(right, 'lama-77001');
  expect(await paysFor('lama-77001')).toEqual([right.customer_number]);
  expect((await read(right)).legacy_number).toBe('LAMA-77001');
  expect((await read(wrong)).legacy_number).toBeNull();
  const history = await admin.get<{ data: object[] }>(`/customers/${String(wrong.id)}/history`);
  expect(history.body.data).toMatchObject([
    {
      field: 'legacy_number',
      before: 'LAMA-77001',
      after: null,
      reason: 'Rekening lama pelanggan menyebut nomor lain',
    },
  ]);
  expect(
    await app.database.query(
      "SELECT entity_id::int, after ->> 'legacy_number' AS number FROM log_aktivitas WHERE action = 'customer.legacy_number_changed' ORDER BY id",
    ),
  ).toEqual([
    { entity_id: wrong.id, number: null },
    { entity_id: right.id, number: 'LAMA-77001' },
  ]);
  expect(await app.violations()).toEqual([]);
});

it('is refused where nobody would find it, where it is so already, and to who may not write', async () => {
  const customer = await broughtWith('LAMA-77002');
  for (const [number, code] of [
    [customer.customer_number, 'not_a_legacy_number'],
    ['1234', 'not_a_legacy_number'],
    ['A?', 'not_a_legacy_number'],
    ['lama-77002', 'unchanged'],
  ] as const) {
    const refused = await ask(customer, number);
    expect([number, refused.status, refused.body.errors?.[0]?.code]).toEqual([number, 400, code]);
  }
  expect((await ask(customer, 'LAMA-9', await app.as('petugas'))).status).toBe(403);
});

it('is not carried out over what has changed since', async () => {
  const customer = await broughtWith('LAMA-77003');
  const asked = await ask(customer, 'LAMA-77004');
  const other = await broughtWith('LAMA-77004');
  expect((await decide(asked.body.approval_id)).body.code).toBe('customer.duplicate');
  await app.database.query('DELETE FROM pelanggan_alias WHERE customer_id = ANY ($1)', [
    [customer.id, other.id],
  ]);
  expect((await decide(asked.body.approval_id)).body.code).toBe('approval.outdated');
});
