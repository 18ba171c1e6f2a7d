import { businessDate } from '@tirtapay/domain';
import { AccruePenalties, AssessPenalties } from '../../src/modules/water/penalty';
import { AssessmentRuns } from '../../src/modules/water/penalty/assessment-runs';
import { Database } from '../../src/platform/database';
import { Calendar } from '../../src/platform/jobs';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

// Without the queue: each test decides itself when a day is assessed.
const app = testApp({ jobs: false });

interface Policy {
  id: number;
  name: string;
  mode: string;
  tiers: { from_month: number; amount: number }[] | null;
  active: boolean;
  valid_to: string | null;
  version: number;
  status: string;
  pending_approval_id: number | null;
}
interface ProblemBody {
  code: string;
  errors?: { pointer: string; code: string }[];
}

const SAMPIT = {
  name: 'Denda bertingkat',
  valid_from: '2024-01',
  mode: 'TIER_BY_AGE',
  tiers: [
    { from_month: 1, amount: 10_000 },
    { from_month: 2, amount: 15_000 },
    { from_month: 3, amount: 25_000 },
  ],
  legal_basis: 'Perbup 13/2017',
};

let admin: HttpCaller;
beforeAll(async () => {
  admin = await app.as('admin');
  const created = await admin.post<Policy>('/penalty-policies', SAMPIT);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ tiers: SAMPIT.tiers, active: false, status: 'PENDING' });
  await agree(created.body);
  const { body } = await admin.get<Policy>(`/penalty-policies/${String(created.body.id)}`);
  expect(body).toMatchObject({ active: true, status: 'APPROVED', pending_approval_id: null });
});

async function agree(policy: Policy): Promise<void> {
  const answer = await (
    await app.as('manajer')
  ).post(`/approvals/${String(policy.pending_approval_id)}/decision`, { decision: 'APPROVE' });
  expect(answer.status).toBe(200);
}

const assess = (date: string) => app.get(AssessPenalties).assess(businessDate(date));

async function penaltiesOf(customer: TestCustomer): Promise<number[]> {
  const rows = await app.database.query<{ amount: number }>(
    `SELECT coalesce(d.amount, 0)::int AS amount FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id
     WHERE b.customer_id = $1 ORDER BY b.period`,
    [customer.id],
  );
  return rows.map((row) => row.amount);
}

const entriesOf = (customer: TestCustomer) =>
  app.database.query<{ as_of: string; amount: number; cumulative: number }>(
    `SELECT e.as_of::text, e.amount::int, e.cumulative::int FROM denda_rincian e JOIN tagihan b ON b.id = e.bill_id
     WHERE b.customer_id = $1 ORDER BY e.id`,
    [customer.id],
  );

async function owing(periods: readonly string[], usage = 10): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage });
  return customer;
}

describe('the daily assessment', () => {
  it('asks Rp50.000 for three bills that are 3, 2 and 1 months late, once a day', async () => {
    const customer = await owing(['2025-09', '2025-10', '2025-11', '2025-12']);
    await assess('2026-01-15');
    expect(await penaltiesOf(customer)).toEqual([25_000, 15_000, 10_000, 0]);
    const entries = await entriesOf(customer);
    await Promise.all([assess('2026-01-15'), assess('2026-01-15')]);
    expect(await entriesOf(customer)).toEqual(entries);
    expect(entries).toHaveLength(3);
  });

  it('starts the day after the due date and adds only what has grown', async () => {
    const customer = await owing(['2025-12']);
    await assess('2026-01-20');
    expect(await penaltiesOf(customer)).toEqual([0]);
    await assess('2026-01-21');
    await assess('2026-02-20');
    expect(await penaltiesOf(customer)).toEqual([10_000]);
    await assess('2026-02-21');
    await assess('2026-03-21');
    await assess('2026-04-21');
    expect(await entriesOf(customer)).toEqual([
      { as_of: '2026-01-21', amount: 10_000, cumulative: 10_000 },
      { as_of: '2026-02-21', amount: 5_000, cumulative: 15_000 },
      { as_of: '2026-03-21', amount: 10_000, cumulative: 25_000 },
    ]);
  });

  it('never shrinks: an earlier day, or a day assessed late, adds nothing', async () => {
    const customer = await owing(['2025-08']);
    await assess('2026-01-14');
    const before = await penaltiesOf(customer);
    await assess('2025-10-01');
    expect(await penaltiesOf(customer)).toEqual(before);
  });

  it('leaves disputed bills alone', async () => {
    const customer = await owing(['2025-07', '2025-08']);
    await app.database.query(
      `WITH held AS (UPDATE tagihan SET disputed = true WHERE customer_id = $1 AND period = '2025-07' RETURNING id)
       INSERT INTO penahanan_denda (bill_id, from_day) SELECT id, '2025-08-01' FROM held`,
      [customer.id],
    );
    await assess('2026-01-13');
    expect(await penaltiesOf(customer)).toEqual([0, 25_000]);
  });

  it('books nothing before the journal of the bill', async () => {
    const customer = await app.make.customer();
    // October, issued on 28 October and due on the 20th of that month: an assessment of the 21st came before both
    await app.make.issuedBill({ customer, period: '2025-10', usage: 10, dueDate: '2025-10-20' });
    await assess('2025-10-21');
    expect(await penaltiesOf(customer)).toEqual([0]);
    await assess('2025-10-29');
    expect(await penaltiesOf(customer)).toEqual([10_000]);
  });

  it('leaves a day that is over to the assessment of today', async () => {
    const customer = await owing(['2025-10']);
    const day = businessDate('2026-01-04');
    await app.database.query(
      "INSERT INTO job_run (job, period, status) VALUES ('penalty-assessment', $1, 'QUEUED')",
      [day],
    );
    await app.get(AssessmentRuns).missed(day);
    const run = await app.database.one(
      "SELECT status, detail ->> 'reason' AS reason FROM job_run WHERE period = '2026-01-04'",
    );
    expect(run).toEqual({ status: 'FAILED', reason: 'day_over' });
    expect(await penaltiesOf(customer)).toEqual([0]);
    await assess('2026-01-05');
    expect(await penaltiesOf(customer)).toEqual([15_000]);
  });

  it('is resumed where it stopped, and an attempt that was taken over writes nothing', async () => {
    const customers = await Promise.all(Array.from({ length: 5 }, () => owing(['2025-06'])));
    const runs = app.get(AssessmentRuns);
    const date = businessDate('2026-01-12');
    const frozen = await runs.begin(date);
    if (frozen === null) throw new Error('the day was done');
    await app.get(AssessPenalties).assess(date);
    const booked = await Promise.all(customers.map(penaltiesOf));
    expect(booked).toEqual(Array(5).fill([25_000]));
    const late = await owing(['2025-06']);
    const { id } = await app.database.one<{ id: number }>('SELECT max(id) AS id FROM tagihan');
    await expect(app.get(AssessPenalties).assessPage(frozen, [id])).rejects.toThrow();
    expect(await penaltiesOf(late)).toEqual([0]);
    const { epoch, status } = await app.database.one<{ epoch: number; status: string }>(
      "SELECT epoch, status FROM job_run WHERE job = 'penalty-assessment' AND period = '2026-01-12'",
    );
    expect({ epoch, status }).toEqual({ epoch: 2, status: 'SUCCESS' });
  });

  it('is enqueued once per business date, whoever asks', async () => {
    const calendar = app.get(Calendar);
    await app.database.query("DELETE FROM job_run WHERE period = '2026-01-15'");
    await Promise.all([calendar.look(), calendar.look(), calendar.look()]);
    await calendar.look();
    const { n } = await app.database.one<{ n: number }>(
      "SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'penalty-assessment'",
    );
    expect(n).toBe(1);
  });

  it('can be asked for by hand, not ahead of time', async () => {
    const customer = await owing(['2025-11']);
    const accepted = await admin.post<{ job: { business_date: string; status: string } }>(
      '/penalties/assess',
      {},
    );
    expect(accepted.status).toBe(202);
    expect(accepted.body.job).toMatchObject({ business_date: '2026-01-15', status: 'QUEUED' });
    await assess('2026-01-15');
    expect(await penaltiesOf(customer)).toEqual([10_000]);
    const past = await admin.post<ProblemBody>('/penalties/assess', { business_date: '2025-11-21' });
    expect([past.status, past.body.errors?.[0]]).toMatchObject([
      400,
      { pointer: '/business_date', code: 'in_the_past' },
    ]);
    for (const business_date of ['2026-01-16', '2026-02-30', 'today', 20260115]) {
      const refused = await admin.post<ProblemBody>('/penalties/assess', { business_date });
      expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    }
    expect((await (await app.as('manajer')).post('/penalties/assess', {})).status).toBe(403);
    const report = await admin.get<{ rows: { owed: number }[]; totals: { owed: number } }>(
      '/reports/penalties?from=2020-01&to=2030-12',
    );
    expect(report.status).toBe(200);
    expect(report.body.totals.owed).toBe(report.body.rows.reduce((sum, { owed }) => sum + owed, 0));
    expect(report.body.totals.owed).toBeGreaterThan(0);
  });
});

describe('a payment on a day that has not been assessed', () => {
  it('books the missing penalty first, and asks what it books', async () => {
    const customer = await owing(['2025-09', '2025-10', '2025-11']);
    const client = (await app.make.bank()).client();
    const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      bill_amount: number;
      total_amount: number;
    };
    expect(inquiry.bill_amount).toBe(3 * 30_000 + 50_000);
    expect(await penaltiesOf(customer)).toEqual([0, 0, 0]);
    const paid = await client.process({
      bank_reference: 'LATE/1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    expect(await penaltiesOf(customer)).toEqual([25_000, 15_000, 10_000]);
    await assess('2026-01-11');
    expect(await entriesOf(customer)).toHaveLength(3);
  });

  it('books it once when the assessment and many payments ask at the same time', async () => {
    const customer = await owing(['2025-10', '2025-11']);
    const ids = (
      await app.database.query<{ id: number }>('SELECT id::int FROM tagihan WHERE customer_id = $1', [
        customer.id,
      ])
    ).map((row) => row.id);
    const accrue = () =>
      app
        .get(Database)
        .transaction((tx) =>
          app
            .get(AccruePenalties)
            .accrueMissing(
              tx,
              [{ customerId: customer.id, billIds: ids, context: undefined }],
              businessDate('2026-01-15'),
            ),
        );
    const results = await Promise.all([...Array.from({ length: 20 }, accrue), assess('2026-01-10')]);
    expect(await penaltiesOf(customer)).toEqual([15_000, 10_000]);
    expect(await entriesOf(customer)).toHaveLength(2);
    const increases = results.flatMap((result) => result ?? []).map(({ increase }) => increase);
    expect(increases.reduce((sum, increase) => sum + increase, 0)).toBe(25_000);
    const journals = await app.database.one<{ n: number }>(
      `SELECT count(*)::int AS n FROM jurnal WHERE event = 'penalty.accrued' AND entity_type = 'denda' AND entity_id = ANY ($1)`,
      [ids],
    );
    expect(journals.n).toBe(2);
  });
});

describe('policies', () => {
  it('keep their rule for ever, and a penalty says by which one it was assessed', async () => {
    const customer = await owing(['2025-11']);
    await assess('2026-01-06');
    const [entry] = await app.database.query<{ policy_id: number; trace: string }>(
      `SELECT e.policy_id::int, e.trace FROM denda_rincian e JOIN tagihan b ON b.id = e.bill_id WHERE b.customer_id = $1`,
      [customer.id],
    );
    expect(entry?.trace).toContain('Rp10.000');
    for (const change of [
      "SET tiers = '[]'",
      "SET valid_from = '2024-02'",
      'SET grace_days = 30',
      'SET cap = 1',
      "SET tariff_codes = '{NOPE}'",
    ])
      await expect(
        app.get(Database).screen(`UPDATE kebijakan_denda ${change} WHERE id = $1`, [entry?.policy_id]),
      ).rejects.toThrow('immutable');
    await expect(
      app.get(Database).screen('DELETE FROM kebijakan_denda WHERE id = $1', [entry?.policy_id]),
    ).rejects.toThrow('permission denied');
  });

  it.each([
    ['a rule for bills that are issued', SAMPIT, 409, 'penalty_policy.period_issued'],
    [
      'tiers that fall with age',
      {
        ...SAMPIT,
        valid_from: '2024-02',
        tiers: [
          { from_month: 1, amount: 5 },
          { from_month: 2, amount: 4 },
        ],
      },
      422,
      'penalty_policy.invalid',
    ],
    [
      'a flat penalty without an amount',
      { name: 'Tetap', valid_from: '2024-02', mode: 'FLAT_PER_BILL' },
      422,
      'penalty_policy.invalid',
    ],
    [
      'an unknown category',
      { ...SAMPIT, valid_from: '2026-02', tariff_codes: ['NOPE'] },
      404,
      'tariff.not_found',
    ],
    [
      'a negative amount',
      { name: 'Tetap', valid_from: '2024-02', mode: 'FLAT_PER_BILL', amount: -1 },
      400,
      'request.invalid',
    ],
    [
      'a fraction',
      { name: 'Tetap', valid_from: '2024-02', mode: 'FLAT_PER_BILL', amount: 0.5 },
      400,
      'request.invalid',
    ],
    [
      'tiers with more than they say',
      { ...SAMPIT, tiers: [{ from_month: 1, amount: 1, paid: true }] },
      400,
      'request.invalid',
    ],
    ['an unknown mode', { ...SAMPIT, mode: 'DAILY' }, 400, 'request.invalid'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await admin.post<ProblemBody>('/penalty-policies', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('are read by the office and made by whoever may manage penalties', async () => {
    const manajer = await app.as('manajer');
    expect((await manajer.get('/penalty-policies')).status).toBe(200);
    expect((await manajer.post('/penalty-policies', SAMPIT)).status).toBe(403);
    expect((await (await app.as('petugas')).get('/penalty-policies')).status).toBe(403);
  });
});
