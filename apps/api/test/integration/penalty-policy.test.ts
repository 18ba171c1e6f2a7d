import { BillRunWorker, DraftBills, IssueBills } from '../../src/modules/water/billing';
import { AssessPenalties } from '../../src/modules/water/penalty';
import { Database } from '../../src/platform/database';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

interface Policy {
  id: number;
  active: boolean;
  status: string;
  valid_to: string | null;
  version: number;
  pending_approval_id: number | null;
}
interface ProblemBody {
  code: string;
  first_period?: string;
  errors?: { pointer: string; code: string }[];
}
interface Effect {
  first_period: string;
  may_begin: boolean;
  most_per_bill: number;
  ceiling: number;
  drafts: number;
  examples: { days_late: number; current: number; proposed: number }[];
  arrears: { bills: number; current: number; proposed: number; raised: number };
}

let admin: HttpCaller;
let late: TestCustomer;
beforeAll(async () => {
  admin = await app.as('admin');
  await app.make.penaltyPolicy();
  late = await app.make.customer();
  await app.make.issuedBill({ customer: late, period: '2025-11', usage: 25 });
});

const flat = (change: object = {}) => ({
  name: 'Denda tetap baru',
  valid_from: '2026-02',
  mode: 'FLAT_PER_BILL',
  amount: 40_000,
  legal_basis: 'Perbup 3/2026',
  ...change,
});
const propose = (change: object = {}) => admin.post<Policy & ProblemBody>('/penalty-policies', flat(change));
const decide = async (policy: Policy, decision = 'APPROVE') =>
  (await app.as('manajer')).post<ProblemBody>(`/approvals/${String(policy.pending_approval_id)}/decision`, {
    decision,
    note: 'sudah dibahas dalam rapat',
  });
const read = async (id: number) => (await admin.get<Policy>(`/penalty-policies/${String(id)}`)).body;
const asked = async (customer: TestCustomer) =>
  (
    await app.anyone.post<{ bills: { penalty: number }[] }>('/public/inquiries', {
      customer_number: customer.customer_number,
    })
  ).body.bills.map(({ penalty }) => penalty);

describe('a penalty policy', () => {
  it('from 2020-02 at Rp999.999 by one person: refused, for its ceiling and for its period', async () => {
    const answer = await propose({ valid_from: '2020-02', amount: 999_999 });
    expect([answer.status, answer.body.code]).toEqual([422, 'penalty_policy.invalid']);
    expect(answer.body.errors?.[0]?.code).toBe('above_ceiling');
    const old = await propose({ valid_from: '2020-02' });
    expect([old.status, old.body.code, old.body.first_period]).toEqual([
      409,
      'penalty_policy.period_issued',
      '2025-12',
    ]);
    expect(await asked(late)).toEqual([10_000]);
  });

  it('says beforehand what it would do, and stores nothing', async () => {
    const { status, body } = await admin.post<Effect>('/penalty-policies/preview', flat());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      first_period: '2025-12',
      may_begin: true,
      most_per_bill: 40_000,
      ceiling: 500_000,
      arrears: { bills: 1, current: 10_000, proposed: 40_000, raised: 1 },
    });
    expect(body.examples.map(({ days_late, current, proposed }) => [days_late, current, proposed])).toEqual([
      [1, 10_000, 40_000],
      [31, expect.any(Number), 40_000],
      [61, expect.any(Number), 40_000],
      [91, 25_000, 40_000],
      [181, 25_000, 40_000],
      [365, 25_000, 40_000],
    ]);
    const list = await admin.get<{ meta: { total: number } }>('/penalty-policies');
    expect(list.body.meta.total).toBe(1);
  });

  it('counts only once a second person of the right kind agreed, and never for what is issued', async () => {
    const { body } = await propose();
    expect(body).toMatchObject({ active: false, status: 'PENDING' });
    const approval = await (
      await app.as('manajer')
    ).get<{ payload: { effect: Effect } }>(`/approvals/${String(body.pending_approval_id)}`);
    expect(approval.body.payload.effect.arrears).toMatchObject({ current: 10_000, proposed: 40_000 });
    for (const name of ['admin', 'admin2', 'it'] as const) {
      const wrong = await (
        await app.as(name)
      ).post(`/approvals/${String(body.pending_approval_id)}/decision`, { decision: 'APPROVE' });
      expect(wrong.status).toBe(403);
    }
    expect((await read(body.id)).active).toBe(false);
    expect((await decide(body)).status).toBe(200);
    expect(await read(body.id)).toMatchObject({
      active: true,
      status: 'APPROVED',
      pending_approval_id: null,
    });
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    expect(await asked(late)).toEqual([10_000]);
    const twin = await propose();
    expect(twin.body.code).toBe('penalty_policy.overlap');
  });

  it('that was refused, or withdrawn by its maker, never counts', async () => {
    const refused = (await propose({ valid_from: '2026-03' })).body;
    expect((await decide(refused, 'REJECT')).status).toBe(200);
    expect(await read(refused.id)).toMatchObject({ active: false, status: 'REJECTED' });
    const withdrawn = (await propose({ valid_from: '2026-03' })).body;
    const answer = await admin.post(`/approvals/${String(withdrawn.pending_approval_id)}/withdrawal`, {});
    expect(answer.status).toBe(200);
    expect(await read(withdrawn.id)).toMatchObject({ active: false, status: 'WITHDRAWN' });
  });

  it('must end somewhere', async () => {
    for (const change of [
      { mode: 'FLAT_PER_MONTH_LATE', amount: 5_000 },
      { mode: 'PERCENT', basis_points: 200, per_month: true, amount: undefined },
    ]) {
      const answer = await propose({ valid_from: '2026-04', ...change });
      expect([answer.status, answer.body.errors?.[0]]).toMatchObject([
        422,
        { pointer: '/cap', code: 'cap_missing' },
      ]);
    }
    const capped = await propose({ valid_from: '2026-04', mode: 'FLAT_PER_MONTH_LATE', cap: 60_000 });
    expect(capped.status).toBe(201);
  });

  it('ends by two people, and only after what is issued', async () => {
    const { body } = await propose({ valid_from: '2026-05', amount: 45_000 });
    await decide(body);
    const path = `/penalty-policies/${String(body.id)}`;
    const { version } = await read(body.id);
    // Beforehand it is seen what bills after the end would bear: the rule from before it, which is Rp0 where there is none.
    const preview = (change: object) => admin.post<Effect & ProblemBody>(`${path}/preview`, change);
    const ending = await preview({ valid_to: '2026-12' });
    expect([ending.status, ending.body.may_begin]).toEqual([200, true]);
    expect(ending.body.examples[0]?.current).toBe(45_000);
    expect(ending.body.examples[0]?.proposed).toBe(40_000);
    expect((await preview({ active: false })).body.arrears).toMatchObject({
      bills: 1,
      current: 45_000,
      proposed: 40_000,
      lowered: 1,
    });
    expect((await preview({ valid_to: '2026-13' })).status).toBe(400);
    const ended = await admin.patch<Policy>(path, { version, valid_to: '2026-12', name: 'Denda 2026' });
    expect(ended.body).toMatchObject({ valid_to: null, name: 'Denda 2026' });
    expect(ended.body.pending_approval_id).not.toBeNull();
    const twice = await admin.patch<ProblemBody>(path, { version: ended.body.version, valid_to: '2027-01' });
    expect(twice.body.code).toBe('approval.pending');
    expect((await decide(ended.body)).status).toBe(200);
    expect(await read(body.id)).toMatchObject({ valid_to: '2026-12', active: true });
    const reversed = await admin.patch<ProblemBody>(path, {
      version: (await read(body.id)).version,
      valid_to: '2026-04',
    });
    expect([reversed.status, reversed.body.code]).toEqual([422, 'penalty_policy.invalid']);
    // The rule of issued bills is neither ended nor switched off.
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM kebijakan_denda WHERE valid_from = '2020-01'",
    );
    const old = await read(id);
    for (const change of [{ valid_to: '2025-10' }, { active: false }]) {
      const answer = await admin.patch<ProblemBody>(`/penalty-policies/${String(id)}`, {
        version: old.version,
        ...change,
      });
      expect([answer.status, answer.body.code]).toEqual([409, 'penalty_policy.period_issued']);
    }
  });

  it('begins although a month that has not begun was charged ahead', async () => {
    const customer = await app.make.customer();
    const ahead = await app.make.reading({ customer, period: '2099-12', usage: 25 });
    await app.get(Database).transaction(async (tx) => {
      await app.get(DraftBills).write(tx, [ahead.id]);
      const [bill] = await tx.query<{ id: number }>('SELECT id FROM tagihan WHERE reading_id = $1', [
        ahead.id,
      ]);
      await app.get(IssueBills).issue(tx, [bill?.id ?? 0], null);
    });
    const { status, body } = await propose({ valid_from: '2026-05', tariff_codes: ['HALSEL-RT1'] });
    expect([status, body.code]).toEqual([201, undefined]);
    expect((await decide(body)).status).toBe(200);
    expect(await read(body.id)).toMatchObject({ active: true, valid_from: '2026-05' });
    // Once it is over, its bill bears by the rule of its month.
    expect(await app.violations()).toEqual([]);
  });

  it('comes too late when its first period was issued while it waited', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region });
    const { body } = await propose({ valid_from: '2025-12', tariff_codes: ['HALSEL-RT1'] });
    expect(body.status).toBe('PENDING');
    const reading = await app.make.reading({ customer, period: '2025-12', usage: 25 });
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [reading.id]));
    const run = await admin.post<{ id: number }>('/bill-runs', { period: '2025-12', region_id: region.id });
    await app.get(BillRunWorker).run(run.body.id);
    const answer = await decide(body);
    expect([answer.status, answer.body.code]).toEqual([409, 'penalty_policy.period_issued']);
    expect(await read(body.id)).toMatchObject({ active: false, status: 'PENDING' });
  });

  it('two people cannot change one without seeing each other', async () => {
    const { body } = await propose({ valid_from: '2026-07' });
    await decide(body);
    const { version } = await read(body.id);
    const path = `/penalty-policies/${String(body.id)}`;
    const answers = await Promise.all(
      ['Denda A', 'Denda B'].map((name) => admin.patch<ProblemBody>(path, { version, name })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await admin.patch(path, { name: 'Denda C' })).status).toBe(400);
  });
});
