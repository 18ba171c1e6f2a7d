import { randomUUID } from 'node:crypto';
import { BillRunWorker } from '../../src/modules/water/billing';
import { testApp, type HttpCaller, type TestBank, type TestCustomer } from '../support';

/* A slip in an exchange of meters that a verified reading has counted over already. */

const app = testApp({ jobs: false });

interface Answer {
  code?: string;
  reason?: string;
  approval_id: number;
  items: { period: string; way: string; before: { usage_m3: number }; after: { usage_m3: number } }[];
  settled: number;
  errors?: { pointer: string; code: string }[];
}
interface Bill {
  id: number;
  state: string;
  usage_m3: number;
}
type Shown = Bill & { meter_change: { previous: object; current: object } | null };

let admin: HttpCaller;
let petugas: HttpCaller;
let bank: TestBank;
let made = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  petugas = await app.as('petugas');
  bank = await app.make.bank();
});

const december = async (customer: TestCustomer): Promise<Bill> =>
  app.database.one<Bill & Record<string, unknown>>(
    `SELECT id::int, state, usage_m3 FROM tagihan WHERE customer_id = $1 AND period = '2025-12' AND state <> 'CANCELLED'`,
    [customer.id],
  );

/** December is read over an exchange whose old meter showed 1.050 and was written down with 1.095: 107 m³ in place of 62. */
async function billedOverSlip(
  { removed, installed } = { removed: 1_095, installed: 0 },
): Promise<TestCustomer> {
  const customer = await app.make.customer({ region: await app.make.region() });
  await app.make.reading({ customer, period: '2025-11', usage: 1_000 });
  made += 1;
  const { version } = (await admin.get<{ version: number }>(`/customers/${String(customer.id)}`)).body;
  const exchanged = await admin.post(`/customers/${String(customer.id)}/meter-replacements`, {
    version,
    removed_stand: removed,
    replaced_on: '2025-12-10',
    reason: 'Kaca meter pecah',
    meter: { serial: `SLIP-${String(made)}`, digits: 5, size_mm: 15, installed_stand: installed },
  });
  expect(exchanged.status).toBe(201);
  await readAndVerify(customer, '2025-12', 12, '2025-12-28T10:00:00+08:00');
  return customer;
}

async function readAndVerify(customer: TestCustomer, period: string, stand: number, readAt: string) {
  const reading = await petugas.post<{ id: number; version: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: stand,
    read_at: readAt,
  });
  expect(reading.status).toBe(201);
  const verified = await admin.post(`/meter-readings/${String(reading.body.id)}/decision`, {
    decision: 'VERIFY',
    version: reading.body.version,
    note: 'Meter diganti bulan ini',
  });
  expect(verified.status).toBe(200);
}

async function issue(customer: TestCustomer): Promise<void> {
  const run = await admin.post<{ id: number }>('/bill-runs', {
    period: '2025-12',
    region_id: customer.region.id,
  });
  expect(run.status).toBe(202);
  await app.get(BillRunWorker).run(run.body.id);
}

async function pay(customer: TestCustomer): Promise<void> {
  const { body } = await bank.client().verify({ customer_number: customer.customer_number });
  const asked = body as { inquiry_id: string; total_amount: number };
  const answer = await bank.client().process({
    bank_reference: `SLIP/${customer.customer_number}`,
    inquiry_id: asked.inquiry_id,
    amount: asked.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(answer.status).toBe(200);
}

const ask = (bill: { id: number }, wish: object) =>
  admin.post<Answer>(`/bills/${String(bill.id)}/corrections`, {
    reason: 'Stan akhir meter lama salah tulis',
    ...wish,
  });

const decide = async (id: number, as: 'admin' | 'manajer' = 'manajer') =>
  (await app.as(as)).post<Answer>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });

const shown = async ({ id }: { id: number }) => (await admin.get<Shown>(`/bills/${String(id)}`)).body;

const exchangeOf = ({ id }: TestCustomer) =>
  app.database.query('SELECT installed_stand, removed_stand FROM meter WHERE customer_id = $1 ORDER BY id', [
    id,
  ]);

it('of a bill that is paid comes back as credit, and every bill says what it was counted over', async () => {
  const customer = await billedOverSlip();
  await issue(customer);
  const bill = await december(customer);
  expect(bill).toMatchObject({ state: 'ISSUED', usage_m3: 107 });
  await pay(customer);
  const preview = await admin.post<Answer>(`/bills/${String(bill.id)}/corrections/preview`, {
    removed_stand: 1_050,
  });
  expect(preview.body.items).toMatchObject([
    { period: '2025-12', way: 'ROW', before: { usage_m3: 107 }, after: { usage_m3: 62 } },
  ]);
  const asked = await ask(bill, { removed_stand: 1_050 });
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id, 'admin')).status).not.toBe(200);
  // What waits changes nothing.
  expect(await exchangeOf(customer)).toMatchObject([{ removed_stand: 1_095 }, { installed_stand: 0 }]);
  expect((await decide(asked.body.approval_id)).status).toBe(200);

  expect(await exchangeOf(customer)).toMatchObject([{ removed_stand: 1_050 }, { installed_stand: 0 }]);
  const credit = await app.database.one<{ amount: number }>(
    'SELECT coalesce(sum(amount), 0)::int AS amount FROM saldo_pelanggan WHERE customer_id = $1',
    [customer.id],
  );
  expect(credit.amount).toBe(-preview.body.settled);
  expect(credit.amount).toBeGreaterThan(0);
  // The bill was paid as it was, and still says so.
  expect(await shown(bill)).toMatchObject({
    usage_m3: 107,
    meter_change: { previous: { from: 1_000, to: 1_095 }, current: { from: 0, to: 12 } },
  });
  const history = await admin.get<{ data: object[] }>(`/customers/${String(customer.id)}/history`);
  expect(history.body.data[0]).toMatchObject({
    field: 'removed_stand',
    before: '1095',
    after: '1050',
    reason: 'Stan akhir meter lama salah tulis',
  });
  expect(await app.violations()).toEqual([]);

  // A second look found more, and what stood in between is known as well.
  const again = await ask(bill, { removed_stand: 1_060, installed_stand: 2 });
  expect(again.status).toBe(202);
  expect((await decide(again.body.approval_id)).status).toBe(200);
  expect(await exchangeOf(customer)).toMatchObject([{ removed_stand: 1_060 }, { installed_stand: 2 }]);
  expect(await shown(bill)).toMatchObject({ meter_change: { previous: { to: 1_095 } } });
  expect(await app.violations()).toEqual([]);
});

it('of a bill that is owed or still a draft is asked for anew, and the next month goes on from where it was', async () => {
  for (const issued of [true, false]) {
    const customer = await billedOverSlip();
    if (issued) await issue(customer);
    const asked = await ask(await december(customer), { removed_stand: 1_050 });
    expect([issued, asked.status, asked.body.code]).toEqual([issued, 202, undefined]);
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    const bill = await december(customer);
    expect(bill).toMatchObject({ state: issued ? 'ISSUED' : 'DRAFT', usage_m3: 62 });
    expect(await shown(bill)).toMatchObject({ meter_change: { previous: { from: 1_000, to: 1_050 } } });
    await readAndVerify(customer, '2026-01', 40, '2026-01-15T09:00:00+08:00');
    expect(
      await app.database.one(
        "SELECT previous_stand, usage_m3 FROM meter_reading WHERE customer_id = $1 AND period = '2026-01'",
        [customer.id],
      ),
    ).toEqual({ previous_stand: 12, usage_m3: 28 });
  }
  expect(await app.violations()).toEqual([]);
});

it('of both stands by the same amount changes the meters, and what is asked for stays', async () => {
  for (const state of ['DRAFT', 'ISSUED', 'PAID'] as const) {
    const customer = await billedOverSlip({ removed: 1_055, installed: 5 });
    if (state !== 'DRAFT') await issue(customer);
    if (state === 'PAID') await pay(customer);
    const bill = await december(customer);
    expect(bill).toMatchObject({ state, usage_m3: 62 });
    const wish = { removed_stand: 1_050, installed_stand: 0 };
    const asked = await ask(bill, wish);
    expect([state, asked.status, asked.body.code]).toEqual([state, 202, undefined]);
    expect((await decide(asked.body.approval_id, 'admin')).status).not.toBe(200);
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    expect(await exchangeOf(customer)).toMatchObject([{ removed_stand: 1_050 }, { installed_stand: 0 }]);
    const now = await december(customer);
    expect(now).toMatchObject({ state, usage_m3: 62 });
    // Who paid, paid by the bill that was there; who has not is shown the stands as they were.
    const told = state === 'PAID' ? [1_055, 5] : [1_050, 0];
    expect(await shown(now)).toMatchObject({
      meter_change: { previous: { from: 1_000, to: told[0] }, current: { from: told[1], to: 12 } },
    });
    expect(
      await app.database.query('SELECT FROM saldo_pelanggan WHERE customer_id = $1', [customer.id]),
    ).toEqual([]);
    const history = await admin.get<{ data: object[] }>(`/customers/${String(customer.id)}/history`);
    expect(history.body.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'removed_stand', before: '1055', after: '1050' }),
        expect.objectContaining({ field: 'installed_stand', before: '5', after: '0' }),
      ]),
    );
    await readAndVerify(customer, '2026-01', 40, '2026-01-15T09:00:00+08:00');
    expect((await ask(now, wish)).body.code).toBe('reading.not_correctable');
  }
  expect(await app.violations()).toEqual([]);
});

it('is refused with what to do instead, and the meters stay as they are', async () => {
  const customer = await billedOverSlip();
  const bill = await december(customer);
  for (const [wish, code, pointer] of [
    [{ removed_stand: 1_095 }, 'same_stands', '/removed_stand'],
    [{ removed_stand: 999 }, 'removed_below_previous', '/removed_stand'],
    [{ installed_stand: 13 }, 'installed_above_current', '/installed_stand'],
    [{ removed_stand: 1_050, current_stand: 13 }, 'not_applicable', '/removed_stand'],
  ] as const) {
    const refused = await ask(bill, wish);
    expect([wish, refused.body.errors?.map((error) => [error.code, error.pointer])]).toEqual([
      wish,
      [[code, pointer]],
    ]);
  }
  const plain = await app.make.customer();
  const issued = await app.make.issuedBill({ customer: plain, period: '2025-11', usage: 9 });
  expect((await ask(issued, { removed_stand: 5 })).body).toMatchObject({
    code: 'reading.not_correctable',
    reason: 'NOT_EXCHANGED',
  });
  // By no other way, as before.
  await expect(
    app.database.query(
      'UPDATE meter SET removed_stand = 1050 WHERE customer_id = $1 AND removed_on IS NOT NULL',
      [customer.id],
    ),
  ).rejects.toThrow('a removed one never changes');
});

it('is carried out once: what was corrected meanwhile is not what was asked for', async () => {
  const customer = await billedOverSlip();
  const bill = await december(customer);
  const asked = await ask(bill, { removed_stand: 1_050 });
  await app.database.query(
    "UPDATE persetujuan SET payload = jsonb_set(payload, '{removed_stand}', '1040') WHERE id = $1",
    [asked.body.approval_id],
  );
  expect((await decide(asked.body.approval_id)).body.code).toBe('correction.outdated');
  expect(await exchangeOf(customer)).toMatchObject([{ removed_stand: 1_095 }, { installed_stand: 0 }]);
});
