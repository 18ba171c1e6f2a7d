import { EndPlan } from '../../src/modules/money/instalment';
import { AssessPenalties } from '../../src/modules/water/penalty';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { CounterDesk } from '../support/counter-desk';
import { insertOtherBill } from '../support/other-bill';
import { TEST_START } from '../support/test-clock';

/* Bills of October and November are due on 20 November and 20 December 2025: in January the first is two months late. */
const app = testApp({ jobs: false });

interface Effect {
  sources: { bill_id: number; principal: number; penalty: number }[];
  instalments: { seq: number; due_date: string; amount: number }[];
  principal: number;
  penalty: number;
  total: number;
  grace_days: number;
  waived: number;
  waiver_lost: number;
  late_policy: string | null;
  code?: string;
  errors?: { pointer: string }[];
}
interface Plan {
  id: number;
  plan_number: string;
  state: string;
  instalments: number;
  paid_instalments: number;
  total: number;
  paid: number;
  next_due: string | null;
  rest_bill_id: number | null;
  pending_approval_id: number | null;
  sources: { bill_id: number; principal: number; penalty: number }[];
  schedule: { bill_id: number; bill_number: string; due_date: string; amount: number; state: string }[];
}
interface Asked {
  approval_id: number;
  code?: string;
}
interface Verified {
  inquiry_id: string;
  total_amount: number;
  code?: string;
  bills: { bill_number: string; principal: number; penalty: number; total: number }[];
}

let bank: TestBank;
const REASON = 'pelanggan kesulitan, sudah bertemu di kantor';

beforeAll(async () => {
  bank = await app.make.bank();
  await app.make.penaltyPolicy();
});

/* A session ends as days pass. */
const admin = {
  get: async <T>(path: string) => (await app.as('admin')).get<T>(path),
  post: async <T>(path: string, body: object) => (await app.as('admin')).post<T>(path, body),
};
const decide = async (approval: number) =>
  (await app.as('manajer')).post<{ code: string }>(`/approvals/${String(approval)}/decision`, {
    decision: 'APPROVE',
  });
const verify = async (customer: TestCustomer) =>
  (await bank.client().verify({ customer_number: customer.customer_number })).body as Verified;
const read = async (id: number) => (await admin.get<Plan>(`/instalment-plans/${String(id)}`)).body;
const statesOf = async (ids: readonly number[]) =>
  (
    await app.database.query<{ state: string }>('SELECT state FROM tagihan WHERE id = ANY ($1) ORDER BY id', [
      ids,
    ])
  ).map(({ state }) => state);

let references = 0;
/** Pays the oldest bills, so many of them. */
async function pay(customer: TestCustomer, bills = 1) {
  const asked = await verify(customer);
  const numbers = asked.bills.slice(0, bills).map((bill) => bill.bill_number);
  references += 1;
  const paid = await bank.client().process({
    bank_reference: `ANGSUR/${String(references)}`,
    customer_number: customer.customer_number,
    bill_numbers: numbers,
    amount: asked.bills.slice(0, bills).reduce((sum, { total }) => sum + total, 0) + 2_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  return { ...paid, reference: `ANGSUR/${String(references)}` };
}

async function owing(): Promise<{ customer: TestCustomer; bills: number[] }> {
  const customer = await app.make.customer();
  const october = await app.make.issuedBill({ customer, period: '2025-10', usage: 25 });
  const november = await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  return { customer, bills: [october.id, november.id] };
}

const wish = (customer: TestCustomer, bills: readonly number[], change: object = {}) => ({
  customer_id: customer.id,
  bill_ids: bills,
  count: 3,
  first_due: '2026-01-20',
  ...change,
});

async function agreed(customer: TestCustomer, bills: readonly number[], change: object = {}): Promise<Plan> {
  const asked = await admin.post<Asked>('/instalment-plans', {
    ...wish(customer, bills, change),
    reason: REASON,
  });
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  const { body } = await admin.get<{ data: Plan[] }>(`/instalment-plans?customer_id=${String(customer.id)}`);
  return read(body.data[0]?.id ?? 0);
}

async function end(plan: Plan, way: string) {
  return admin.post<Asked>(`/instalment-plans/${String(plan.id)}/ending`, { way, reason: REASON });
}

it('replaces bills and the penalty of the day by instalments that sum to them, and is paid on every door', async () => {
  const { customer, bills } = await owing();
  const asks = wish(customer, bills, { down_payment: 60_000 });
  const shown = await admin.post<Effect>('/instalment-plans/preview', asks);
  expect(shown.body).toMatchObject({ principal: 140_000, penalty: 25_000, total: 165_000, grace_days: 7 });
  expect(shown.body.instalments).toEqual([
    { seq: 1, due_date: '2026-01-20', amount: 60_000 },
    { seq: 2, due_date: '2026-02-20', amount: 52_500 },
    { seq: 3, due_date: '2026-03-20', amount: 52_500 },
  ]);
  // Nobody but two people: whoever asked does not decide.
  const asked = await admin.post<Asked>('/instalment-plans', { ...asks, reason: REASON });
  const own = await admin.post<Asked>(`/approvals/${String(asked.body.approval_id)}/decision`, {
    decision: 'APPROVE',
  });
  expect([own.status, await statesOf(bills)]).toEqual([403, ['ISSUED', 'ISSUED']]);
  expect((await admin.post<Asked>('/instalment-plans', { ...asks, reason: REASON })).body.code).toBe(
    'approval.pending',
  );
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(await statesOf(bills)).toEqual(['REPLACED_BY', 'REPLACED_BY']);
  expect(await app.violations()).toEqual([]);
  // On the card of the customer every rupiah stands once.
  const card = await admin.get<{ totals: object }>(
    `/reports/customer-card?customer=${customer.customer_number}`,
  );
  expect(card.body.totals).toMatchObject({ total: 165_000, water: 0, penalty: 0, sheets: 3 });

  const { body: list } = await admin.get<{ data: Plan[] }>(
    `/instalment-plans?q=${customer.customer_number}&state=RUNNING`,
  );
  const [row] = list.data;
  expect(row).toMatchObject({ state: 'RUNNING', instalments: 3, total: 165_000, next_due: '2026-01-20' });
  // Where the next page begins is said by its cursor alone.
  expect(Object.keys(row ?? {}).filter((name) => name.startsWith('keyset'))).toEqual([]);
  const asksNow = await verify(customer);
  expect(asksNow.bills.map(({ bill_number: number, total }) => [number.slice(12), total])).toEqual([
    ['202621', 60_000],
    ['202622', 52_500],
    ['202623', 52_500],
  ]);
  const page = await app.anyone.post<{
    bills: { title: string }[];
    usage_history: { period: string; usage_m3: number }[];
  }>('/public/inquiries', { customer_number: customer.customer_number });
  // Water of a replaced bill was used all the same.
  expect(page.body.usage_history.map(({ usage_m3: usage }) => usage)).toEqual([25, 25]);
  expect(page.body.bills.map(({ title }) => title)).toEqual([
    'Angsuran 1 dari 3',
    'Angsuran 2 dari 3',
    'Angsuran 3 dari 3',
  ]);
  const paid = await pay(customer);
  expect(paid.status).toBe(200);
  const token = (paid.body as { receipt_url: string }).receipt_url.split('/').at(-1) ?? '';
  const receipt = await app.anyone.get<{ bills: { title: string }[] }>(`/public/receipts/${token}`);
  expect(receipt.body.bills[0]?.title).toBe('Angsuran 1 dari 3');
  expect(await read(row?.id ?? 0)).toMatchObject({
    paid_instalments: 1,
    paid: 60_000,
    next_due: '2026-02-20',
  });
  const paper = await admin.get(`/instalment-plans/${String(row?.id)}/agreement`);
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  // Taken back by its bank, it is owed again; then all of it is paid at once.
  const back = await bank
    .client()
    .reversal({ bank_reference: paid.reference, reversal_reference: `${paid.reference}R`, reason: 'salah' });
  expect(back.status).toBe(200);
  expect((await pay(customer, 3)).status).toBe(200);
  expect(await read(row?.id ?? 0)).toMatchObject({ state: 'SETTLED', next_due: null });
  const over = await end(await read(row?.id ?? 0), 'BROKEN');
  expect([over.status, over.body.code]).toEqual([409, 'instalment.ended']);
  expect(await app.violations()).toEqual([]);
});

it('is refused when what was seen is no longer true, and for what cannot be replaced', async () => {
  const { customer, bills } = await owing();
  const asked = await admin.post<Asked>('/instalment-plans', { ...wish(customer, bills), reason: REASON });
  expect((await pay(customer)).status).toBe(200);
  expect((await decide(asked.body.approval_id)).body.code).toBe('approval.outdated');
  const late = await owing();
  const grown = await admin.post<Asked>('/instalment-plans', {
    ...wish(late.customer, late.bills, { first_due: '2026-01-31' }),
    reason: REASON,
  });
  app.clock.set('2026-01-22T09:00:00+08:00');
  expect((await decide(grown.body.approval_id)).body.code).toBe('approval.outdated');
  app.clock.set(TEST_START);
  const other = await owing();
  for (const [change, pointer] of [
    [{ bill_ids: [...late.bills, ...other.bills] }, '/bill_ids'],
    [{ bill_ids: [bills[0]] }, '/bill_ids'],
    [{ first_due: '2026-01-14' }, '/first_due'],
    [{ down_payment: 165_000 }, '/down_payment'],
  ] as const) {
    const refused = await admin.post<Effect>(
      '/instalment-plans/preview',
      wish(late.customer, late.bills, change),
    );
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      422,
      'instalment.not_possible',
      pointer,
    ]);
  }
  await admin.post(`/bills/${String(late.bills[0])}/disputes`, {
    reason: 'OTHER',
    statement: 'Meter saya rusak bulan itu.',
  });
  expect(
    (await admin.post<Effect>('/instalment-plans/preview', wish(late.customer, late.bills))).body.code,
  ).toBe('instalment.not_possible');
});

it('is refused when a programme has promised its bills something since, which both must have seen', async () => {
  const region = await app.make.region();
  const customer = await app.make.customer({ region });
  const bill = await app.make.issuedBill({ customer, period: '2025-10', usage: 25 });
  const plan = { ...wish(customer, [bill.id], { first_due: '2026-01-31' }), reason: REASON };
  const asked = await admin.post<Asked>('/instalment-plans', plan);
  const programme = await admin.post<{ pending_approval_id: number }>('/waiver-programmes', {
    name: 'Pemutihan wilayah',
    legal_basis: 'Perbup 7/2026',
    valid_from: '2026-01-16',
    valid_to: '2026-01-31',
    mode: 'PERCENT',
    basis_points: 5_000,
    min_months_late: 1,
    region_codes: [region.code],
  });
  expect((await decide(programme.body.pending_approval_id)).status).toBe(200);
  const { reason: _, ...preview } = plan;
  expect((await admin.post<Effect>('/instalment-plans/preview', preview)).body.waiver_lost).toBe(12_500);
  expect((await decide(asked.body.approval_id)).body.code).toBe('approval.outdated');
  expect(await statesOf([bill.id])).toEqual(['ISSUED']);
});

it('takes along what a programme of the day forgives, and asks for it again when the plan ends before its time', async () => {
  const region = await app.make.region();
  const [paying, leaving] = [await app.make.customer({ region }), await app.make.customer({ region })];
  const bills: number[] = [];
  for (const customer of [paying, leaving])
    bills.push((await app.make.issuedBill({ customer, period: '2025-10', usage: 25 })).id);
  const programme = await admin.post<{ pending_approval_id: number }>('/waiver-programmes', {
    name: 'Pemutihan kota',
    legal_basis: 'Perbup 7/2026',
    valid_from: '2026-01-16',
    valid_to: '2026-01-31',
    mode: 'PERCENT',
    basis_points: 5_000,
    min_months_late: 1,
    region_codes: [region.code],
  });
  expect((await decide(programme.body.pending_approval_id)).status).toBe(200);
  app.clock.set('2026-01-16T09:00:00+08:00');
  const change = { count: 2, first_due: '2026-01-20' };
  const shown = await admin.post<Effect>(
    '/instalment-plans/preview',
    wish(paying, bills.slice(0, 1), change),
  );
  expect(shown.body).toMatchObject({ penalty: 7_500, waived: 7_500, waiver_lost: 0, total: 77_500 });
  const plan = await agreed(paying, bills.slice(0, 1), change);
  expect(plan.schedule.map(({ amount }) => amount)).toEqual([38_750, 38_750]);
  expect((await pay(paying)).status).toBe(200);
  expect(await app.violations()).toEqual([]);
  const ending = await end(plan, 'BROKEN');
  expect((await decide(ending.body.approval_id)).status).toBe(200);
  expect((await verify(paying)).bills).toMatchObject([{ principal: 46_250, penalty: 0 }]);
  expect(await app.violations()).toEqual([]);
  // Taken back while nothing is paid, the bill has its promise again, and its penalty whole.
  const second = await agreed(leaving, bills.slice(1), change);
  const withdrawal = await end(second, 'WITHDRAWN');
  expect((await decide(withdrawal.body.approval_id)).status).toBe(200);
  const [penalty] = await app.database.query<{ amount: number; waived: number }>(
    'SELECT amount::int, waived::int FROM denda WHERE bill_id = $1',
    [bills[1]],
  );
  expect(penalty).toEqual({ amount: 15_000, waived: 0 });
  expect((await verify(leaving)).bills).toMatchObject([{ principal: 70_000, penalty: 7_500 }]);
  expect((await pay(leaving)).status).toBe(200);
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('bears a penalty by a policy that names instalments, agreed on since, on the share of principal alone', async () => {
  const early = await owing();
  await agreed(early.customer, early.bills);
  const propose = (from: string) =>
    admin.post<Asked & { pending_approval_id: number }>('/penalty-policies', {
      name: 'Denda angsuran',
      legal_basis: 'Perbup 8/2026',
      valid_from: from,
      mode: 'PERCENT',
      basis_points: 200,
      per_month: true,
      cap: 100_000,
      kinds: ['INSTALMENT'],
    });
  expect((await propose('2026-01')).body.code).toBe('penalty_policy.period_issued');
  const policy = await propose('2026-02');
  expect((await decide(policy.body.pending_approval_id)).status).toBe(200);
  app.clock.set('2026-02-02T09:00:00+08:00');
  const { customer, bills } = await owing();
  const change = { count: 4, first_due: '2026-02-05' };
  const shown = await admin.post<Effect>('/instalment-plans/preview', wish(customer, bills, change));
  expect(shown.body).toMatchObject({ principal: 140_000, penalty: 40_000, late_policy: 'Denda angsuran' });
  const plan = await agreed(customer, bills, change);
  // Late, and within its days of grace: 2 % of 35.000, because 10.000 of the 45.000 are penalty already.
  app.clock.set('2026-02-08T09:00:00+08:00');
  expect((await verify(customer)).bills.map(({ principal, penalty }) => [principal, penalty])).toEqual([
    [45_000, 700],
    [45_000, 0],
    [45_000, 0],
    [45_000, 0],
  ]);
  // What was agreed before there was such a rule bears none, however late.
  expect((await verify(early.customer)).bills.map(({ penalty }) => penalty)).toEqual([0, 0, 0]);
  await app.get(AssessPenalties).assess(app.clock.businessDate());
  expect(await app.violations()).toEqual([]);
  app.clock.set('2026-02-13T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  expect((await read(plan.id)).state).toBe('BROKEN');
  // The penalty of the instalment went with it; the rest bears its own from the oldest day, once.
  expect((await verify(customer)).bills).toMatchObject([{ principal: 180_000, penalty: 2_800 }]);
  expect((await pay(customer)).status).toBe(200);
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('is broken once by a missed day, however many look, and its rest is one bill with the oldest day', async () => {
  const { customer, bills } = await owing();
  const plan = await agreed(customer, bills, { count: 4 });
  expect((await pay(customer)).status).toBe(200);
  const next = await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2026-03-01' });
  app.clock.set('2026-02-27T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  expect((await read(plan.id)).state).toBe('LATE');
  // Seven days of grace are over.
  app.clock.set('2026-02-28T09:00:00+08:00');
  await Promise.all([app.get(EndPlan).breakMissed(), app.get(EndPlan).breakMissed()]);
  const broken = await read(plan.id);
  expect(broken).toMatchObject({ state: 'BROKEN', paid: 41_250 });
  expect(broken.schedule.map(({ state }) => state)).toEqual(['PAID', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  const [rest] = await app.database.query<{ principal: number; due_date: string; kind: string }>(
    'SELECT kind, principal::int AS principal, due_date::text AS due_date FROM tagihan WHERE id = $1',
    [broken.rest_bill_id],
  );
  expect(rest).toEqual({ kind: 'INSTALMENT', principal: 123_750, due_date: '2026-02-20' });
  expect(await statesOf(bills)).toEqual(['REPLACED_BY', 'REPLACED_BY']);
  expect(await app.violations()).toEqual([]);
  // It stands before what fell due after it.
  expect((await verify(customer)).bills.map(({ principal }) => principal)).toEqual([123_750, 70_000]);
  // What is left may be agreed on anew, with the month after it.
  const again = await agreed(customer, [broken.rest_bill_id ?? 0, next.id], {
    count: 2,
    first_due: '2026-03-05',
  });
  expect(again.schedule.map(({ amount }) => amount)).toEqual([96_875, 96_875]);
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('is ended or taken back by two people; taken back, its bills are owed as they were', async () => {
  const { customer, bills } = await owing();
  const first = await agreed(customer, bills);
  const withdrawal = await end(first, 'WITHDRAWN');
  expect((await read(first.id)).pending_approval_id).toBe(withdrawal.body.approval_id);
  expect((await decide(withdrawal.body.approval_id)).status).toBe(200);
  expect((await read(first.id)).state).toBe('WITHDRAWN');
  expect((await verify(customer)).bills).toMatchObject([
    { principal: 70_000, penalty: 15_000 },
    { principal: 70_000, penalty: 10_000 },
  ]);
  expect(await app.violations()).toEqual([]);

  const second = await agreed(customer, bills);
  const stale = await end(second, 'BROKEN');
  expect((await pay(customer)).status).toBe(200);
  expect((await decide(stale.body.approval_id)).body.code).toBe('approval.outdated');
  expect((await end(second, 'WITHDRAWN')).body.code).toBe('instalment.paid');
  await (
    await app.as('manajer')
  ).post(`/approvals/${String(stale.body.approval_id)}/decision`, {
    decision: 'REJECT',
    note: 'sudah dibayar',
  });
  const ending = await end(second, 'BROKEN');
  expect((await decide(ending.body.approval_id)).status).toBe(200);
  expect(await read(second.id)).toMatchObject({ state: 'BROKEN' });
  expect((await verify(customer)).bills).toMatchObject([{ penalty: 0 }]);
  expect(await app.violations()).toEqual([]);
});

it('what a replaced bill asked too much of is credit, and pays an instalment', async () => {
  const { customer, bills } = await owing();
  const plan = await agreed(customer, bills);
  const [reading] = await app.database.query<{ stand: number }>(
    'SELECT r.current_stand AS stand FROM tagihan b JOIN meter_reading r ON r.id = b.reading_id WHERE b.id = $1',
    [bills[1]],
  );
  const asked = await admin.post<Asked>(`/bills/${String(bills[1])}/corrections`, {
    current_stand: (reading?.stand ?? 0) - 25,
    reason: 'stan salah baca, sudah dilihat lagi',
  });
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(await statesOf(bills)).toEqual(['REPLACED_BY', 'REPLACED_BY']);
  const [credit] = await app.database.query<{ given: number }>(
    'SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::int AS given FROM saldo_pelanggan WHERE customer_id = $1',
    [customer.id],
  );
  expect(credit?.given).toBeGreaterThan(50_000);
  expect((await read(plan.id)).paid_instalments).toBe(1);
  expect(await app.violations()).toEqual([]);
});

it('does not tie a customer to a region: what falls due in months to come goes along', async () => {
  const [from, to] = [await app.make.region(), await app.make.region()];
  const [customer, neighbour] = [
    await app.make.customer({ region: from }),
    await app.make.customer({ region: from }),
  ];
  const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  await agreed(customer, [bill.id], { count: 4, first_due: '2026-02-10' });
  const moved = await admin.post<{ moved: number; from_period: string }>(
    `/customers/move?ids=${String(customer.id)},${String(neighbour.id)}`,
    { region_id: to.id, route_id: to.route.id, reason: 'Penataan rute baca' },
  );
  expect(moved.body).toMatchObject({ moved: 2, from_period: '2026-01' });
  expect(await app.violations()).toEqual([]);
  // One that was paid before its month stands in reports of its day: it stays, and so does what lies before it.
  expect((await pay(customer, 2)).status).toBe(200);
  const back = await admin.post<{ billed: number; from_period: string }>(
    `/customers/move/preview?ids=${String(customer.id)}`,
    { region_id: from.id, route_id: from.route.id },
  );
  expect(back.body).toMatchObject({ billed: 0, from_period: '2026-04' });
  // Beside somebody who has not paid ahead he is named, and does not take the other one to April.
  const both = `ids=${String(customer.id)},${String(neighbour.id)}`;
  const place = { region_id: from.id, route_id: from.route.id };
  const together = await admin.post<{ examples: object[] }>(`/customers/move/preview?${both}`, place);
  expect(together.body).toMatchObject({
    moving: 2,
    billed: 1,
    from_period: '2026-01',
    latest: '2026-04',
    examples: [{ customer_number: customer.customer_number, earliest: '2026-04' }],
  });
  const refused = await admin.post<Asked>(`/customers/move?${both}`, {
    ...place,
    reason: 'Penataan rute baca',
  });
  expect([refused.status, refused.body.code]).toEqual([409, 'customer.month_billed']);
  expect(await app.violations()).toEqual([]);
});

it('breaks every plan that missed its day, also beside one that cannot be ended', async () => {
  const [stuck, other] = [await owing(), await owing()];
  const blocked = await agreed(stuck.customer, stuck.bills, { count: 2 });
  const plan = await agreed(other.customer, other.bills, { count: 2 });
  // The numbers of 2026 are used up.
  await insertOtherBill(app.database, {
    customer: stuck.customer,
    kind: 'NONWATER',
    suffix: '202699',
    amount: 1_000,
    dueDate: '2026-01-20',
  });
  app.clock.set('2026-01-28T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  expect([(await read(blocked.id)).state, (await read(plan.id)).state]).toEqual(['LATE', 'BROKEN']);
  app.clock.set('2027-01-04T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  expect((await read(blocked.id)).state).toBe('BROKEN');
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('does not end by itself while one of its instalments is in doubt, which somebody has to answer', async () => {
  const { customer, bills } = await owing();
  const plan = await agreed(customer, bills, { count: 2 });
  const doubted = String(plan.schedule[1]?.bill_id);
  const reason = 'Angsuran saya keliru hitung.';
  const doubt = await admin.post<{ id: number }>(`/bills/${doubted}/disputes`, {
    reason: 'OTHER',
    statement: reason,
  });
  app.clock.set('2026-01-28T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  expect((await read(plan.id)).state).toBe('LATE');
  const release = await admin.post<Asked>(`/disputes/${String(doubt.body.id)}/release`, { answer: reason });
  expect((await decide(release.body.approval_id)).status).toBe(200);
  await app.get(EndPlan).breakMissed();
  expect((await read(plan.id)).state).toBe('BROKEN');
  expect(await app.violations()).toEqual([]);
  app.clock.set(TEST_START);
});

it('owes what was taken back beside the rest of a broken plan, and both may be agreed on anew', async () => {
  const { customer, bills } = await owing();
  const plan = await agreed(customer, bills, { count: 4 });
  const first = await pay(customer);
  const ending = await end(plan, 'BROKEN');
  expect((await decide(ending.body.approval_id)).status).toBe(200);
  const back = await bank.client().reversal({
    bank_reference: first.reference,
    reversal_reference: `${first.reference}R`,
    reason: 'salah',
  });
  expect(back.status).toBe(200);
  const broken = await read(plan.id);
  expect(broken.schedule.map(({ state }) => state)).toEqual([
    'ISSUED',
    'CANCELLED',
    'CANCELLED',
    'CANCELLED',
  ]);
  const both = [broken.schedule[0]?.bill_id ?? 0, broken.rest_bill_id ?? 0];
  const again = await agreed(customer, both, { first_due: '2026-01-31' });
  expect(again.schedule.map(({ due_date: due, amount }) => [due, amount])).toEqual([
    ['2026-01-31', 55_000],
    ['2026-02-28', 55_000],
    ['2026-03-31', 55_000],
  ]);
  expect(await app.violations()).toEqual([]);
  const withdrawal = await end(again, 'WITHDRAWN');
  expect((await decide(withdrawal.body.approval_id)).status).toBe(200);
  expect((await pay(customer, 2)).status).toBe(200);
  expect(await app.violations()).toEqual([]);
});

describe('what was wrong and is in a plan already', () => {
  let charges = 0;
  /** A connection fee, and a balance of the system before that is a month late: both wrong, as it turns out. */
  async function wronglyAsked() {
    const customer = await app.make.customer();
    const charge = await admin.post<{ id: number; pending_approval_id: number }>('/charges', {
      code: `SAMBUNG${String((charges += 1))}`,
      name: 'Sambung kembali',
      price: 150_000,
    });
    expect((await decide(charge.body.pending_approval_id)).status).toBe(200);
    const billed = await admin.post<{ bill_id: number }>('/charges/bills', {
      request_id: `5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c${String(70 + charges)}`,
      customer_id: customer.id,
      charge_id: charge.body.id,
      quantity: 1,
    });
    expect(billed.status).toBe(201);
    const opening = await insertOtherBill(app.database, {
      customer,
      kind: 'OPENING',
      suffix: '202506',
      amount: 90_000,
      dueDate: '2025-12-20',
    });
    return { customer, charge: billed.body.bill_id, opening: opening.id };
  }
  const credit = async ({ id }: TestCustomer) =>
    (
      await app.database.query<{ sum: number }>(
        'SELECT coalesce(sum(amount), 0)::int AS sum FROM saldo_pelanggan WHERE customer_id = $1',
        [id],
      )
    )[0]?.sum;
  const giveBack = (charge: number) =>
    admin.post<Asked>(`/bills/${String(charge)}/charge-return`, { reason: 'pelanggan yang salah dipilih' });
  const putRight = (opening: number, principal: number) =>
    admin.post<Asked>(`/bills/${String(opening)}/opening-correction`, {
      principal,
      penalty: 0,
      reason: 'pelanggan punya kuitansi lama',
    });

  it('is a row of its bill and credit, by two people, though credit has paid a part', async () => {
    const { customer, charge, opening } = await wronglyAsked();
    const plan = await agreed(customer, [charge, opening], { count: 4 });
    expect(plan).toMatchObject({ total: 250_000, sources: [{ penalty: 10_000 }, { penalty: 0 }] });
    const asked = await giveBack(charge);
    expect(asked.status).toBe(202);
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    // Two instalments of 62.500.
    expect([await credit(customer), (await read(plan.id)).paid_instalments]).toEqual([25_000, 2]);
    expect((await end(plan, 'WITHDRAWN')).body.code).toBe('instalment.paid');
    expect((await giveBack(charge)).body.code).toBe('bill.state_conflict');
    const lower = await putRight(opening, 30_000);
    expect((await decide(lower.body.approval_id)).status).toBe(200);
    expect([await credit(customer), (await read(plan.id)).paid_instalments]).toEqual([22_500, 3]);
    expect(await statesOf([charge, opening])).toEqual(['REPLACED_BY', 'REPLACED_BY']);
    const shown = await admin.get<{ opening: object; corrected: boolean }>(`/bills/${String(opening)}`);
    expect(shown.body).toMatchObject({ opening: { principal: 30_000, penalty: 0 }, corrected: true });
    expect((await putRight(opening, 30_000)).body.code).toBe('correction.no_change');
    expect(await app.violations()).toEqual([]);
    // What was put right too far is asked for on a later bill.
    const higher = await putRight(opening, 50_000);
    expect((await decide(higher.body.approval_id)).status).toBe(200);
    const notes = await admin.get<{ id: number; cause: string; amount: number }[]>(
      `/bills/${String(opening)}/corrections`,
    );
    expect(notes.body.map(({ cause, amount }) => [cause, amount]).sort()).toEqual([
      ['OPENING', -60_000],
      ['OPENING', 20_000],
    ]);
    const paper = await admin.get(`/correction-notes/${String(notes.body[0]?.id)}/pdf`);
    expect(paper.status).toBe(200);
    expect(await app.violations()).toEqual([]);
  });

  it('is not given back twice when its plan is taken back', async () => {
    const { customer, charge, opening } = await wronglyAsked();
    const plan = await agreed(customer, [charge, opening], { count: 2, down_payment: 200_000 });
    for (const asked of [await giveBack(charge), await putRight(opening, 60_000)])
      expect((await decide(asked.body.approval_id)).status).toBe(200);
    // Less than the down payment: it waits.
    expect(await credit(customer)).toBe(180_000);
    const withdrawal = await end(plan, 'WITHDRAWN');
    expect((await decide(withdrawal.body.approval_id)).status).toBe(200);
    // Both are owed as they were asked for, and the credit pays the older one: 90.000 and 10.000.
    expect([await credit(customer), await statesOf([charge, opening])]).toEqual([80_000, ['ISSUED', 'PAID']]);
    const cancelled = await admin.post<Asked>(`/charges/bills/${String(charge)}/cancellation`, {
      reason: 'pelanggan yang salah dipilih',
    });
    expect(cancelled.body.code).toBe('bill.state_conflict');
    const again = await putRight(opening, 40_000);
    expect((await decide(again.body.approval_id)).status).toBe(200);
    expect(await credit(customer)).toBe(100_000);
    expect(await app.violations()).toEqual([]);
  });
});

it('is what bills are paid by from then on: whoever names what it replaced is told to ask again', async () => {
  const { customer, bills } = await owing();
  const before = await verify(customer);
  const numbers = before.bills.map((bill) => bill.bill_number);
  const basket = await CounterDesk.at(app);
  expect((await basket.open()).status).toBe(201);
  const line = await basket.water(customer.customer_number);
  const plan = await agreed(customer, bills);
  const paying = {
    amount: before.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER' as const,
  };
  const named = { customer_number: customer.customer_number, bill_numbers: numbers };
  for (const asked of [{ inquiry_id: before.inquiry_id }, named]) {
    const { status, body } = await bank.client().process({ bank_reference: 'GANTI/1', ...paying, ...asked });
    expect([status, body]).toMatchObject([422, { code: 'bill.not_oldest_first' }]);
    expect(body).not.toHaveProperty('detail');
  }
  const sold = await basket.sell({ water: [line], cash_given: line.amount });
  expect([sold.status, sold.body]).toMatchObject([
    422,
    { code: 'bill.not_oldest_first', detail: expect.stringContaining('diganti angsuran') as string },
  ]);
  // The reference stands for nothing yet.
  const withdrawal = await end(plan, 'WITHDRAWN');
  expect((await decide(withdrawal.body.approval_id)).status).toBe(200);
  // One that is gone is not passed over, though the amount is right for the others.
  const both = [plan.schedule[0]?.bill_number ?? '', ...numbers];
  const passed = await bank
    .client()
    .process({ bank_reference: 'GANTI/1', ...paying, ...named, bill_numbers: both });
  expect([passed.status, passed.body]).toMatchObject([422, { code: 'bill.not_oldest_first' }]);
  const paid = await bank.client().process({ bank_reference: 'GANTI/1', ...paying, ...named });
  expect(paid.status).toBe(200);
  expect(await app.violations()).toEqual([]);
});

it('leaves the reports tied: what plans moved is a correction on both sides, and nobody owes anything twice', async () => {
  const manager = await app.as('manajer');
  const report = async (query: string) =>
    (await manager.get<{ totals: Record<string, number> }>(`/reports/${query}`)).body.totals;
  const tied = await report('tie-out?from=2025-09&to=2026-08');
  expect(tied.difference).toBe(0);
  expect(tied.paid).toBeGreaterThan(0);
  for (const month of ['2025-10', '2026-01', '2026-03'])
    expect((await report(`tie-out?from=${month}&to=${month}`)).difference).toBe(0);
  app.clock.set('2026-06-15T09:00:00+08:00');
  const [books] = await app.database.query<{ owed: number }>(
    "SELECT sum(debit - credit)::int AS owed FROM jurnal_baris WHERE account IN ('1210', '1220')",
  );
  // By then all of it is overdue.
  expect(
    (await (await app.as('manajer')).get<{ totals: { amount: number } }>('/reports/arrears')).body.totals
      .amount,
  ).toBe(books?.owed);
  app.clock.set(TEST_START);
});
