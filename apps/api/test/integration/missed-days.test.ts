import { businessDate, addDays } from '@tirtapay/domain';
import { Calendar } from '../../src/platform/jobs';
import { eventually, testApp } from '../support';
import { StatementDesk } from '../support/statement-desk';

/* Nobody is up for days: the first morning on which somebody is does what those before it would have done. */

const app = testApp();
const desk = new StatementDesk(app);
const JOBS = ['category-usage', 'penalty-assessment', 'reconcile-banks', 'tie-out'];
const [BEGUN, BEFORE, AFTER] = ['2026-05-04', '2026-05-05', '2026-05-18'] as const;

async function morning(date: string): Promise<void> {
  app.clock.set(`${date}T06:30:00+08:00`);
  await app.get(Calendar).look();
  await eventually(
    () =>
      app.database.query<{ job: string }>(
        "SELECT job FROM job_run WHERE period = $1 AND status = 'SUCCESS' ORDER BY job",
        [date],
      ),
    (done) => done.length === JOBS.length,
  );
}

it('makes up for days on which nothing ran: penalties, statements, the books, the seals', async () => {
  app.clock.set(`${BEGUN}T08:00:00+08:00`);
  const policy = await (
    await app.as('admin')
  ).post<{ pending_approval_id: number }>('/penalty-policies', {
    name: 'Denda bertingkat',
    valid_from: '2024-01',
    mode: 'TIER_BY_AGE',
    tiers: [{ from_month: 1, amount: 10_000 }],
    legal_basis: 'Perbup 13/2017',
  });
  const agreed = await (
    await app.as('manajer')
  ).post(`/approvals/${String(policy.body.pending_approval_id)}/decision`, { decision: 'APPROVE' });
  expect(agreed.status).toBe(200);
  const bank = await app.make.bank({ code: 'LAMA' });
  await desk.begin(bank.id, BEGUN);
  const customer = await app.make.customer();
  // Due while nobody is up.
  await app.make.issuedBill({ customer, period: '2026-03', usage: 10, dueDate: '2026-05-10' });
  await morning(BEFORE);
  await morning(AFTER);

  const runs = await app.database.query<{ job: string }>(
    'SELECT job FROM job_run WHERE period IN ($1, $2) ORDER BY job',
    [BEFORE, AFTER],
  );
  expect(runs.map(({ job }) => job)).toEqual(JOBS.flatMap((job) => [job, job]));
  const missing = await app.database.query<{ day: string }>(
    `SELECT r.settlement_date::text AS day FROM kasus k JOIN rekonsiliasi r ON r.id = k.subject_id
     WHERE k.kind = 'SETTLEMENT_FILE_MISSING' AND k.subject_type = 'rekonsiliasi' AND r.collector_id = $1 ORDER BY 1`,
    [bank.id],
  );
  // Each of the fourteen days before, also those that lie further back than the week a morning looks at.
  expect(missing.map(({ day }) => day)).toEqual(
    Array.from({ length: 14 }, (_, days) => addDays(businessDate(BEGUN), days)),
  );
  const [penalty] = await app.database.query(
    'SELECT d.amount::int, d.assessed_on::text FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE b.customer_id = $1',
    [customer.id],
  );
  expect(penalty).toEqual({ amount: 10_000, assessed_on: AFTER });
  await eventually(
    () =>
      app.database.query(
        'SELECT l.id FROM log_aktivitas l WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id)',
      ),
    (unsealed) => unsealed.length === 0,
  );
  expect(await app.violations()).toEqual([]);
});
