import { DraftBills } from '../../src/modules/water/billing';
import { BillRunWorker } from '../../src/modules/water/billing/bill-run.worker';
import { Database } from '../../src/platform/database';
import { testApp } from '../support';

interface Run {
  id: number;
  status: string;
  issued: number;
}

async function until<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await read();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen within ten seconds');
}

describe('with the queue running', () => {
  const app = testApp();

  it('issues what a run was started for, and assesses a day that was asked for', async () => {
    const admin = await app.as('admin');
    const customer = await app.make.customer();
    const reading = await app.make.reading({ customer, period: '2025-12', usage: 25 });
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [reading.id]));
    const started = await admin.post<Run>('/bill-runs', { period: '2025-12' });
    const run = await until(
      async () => (await admin.get<Run>(`/bill-runs/${String(started.body.id)}`)).body,
      ({ status }) => status === 'DONE',
    );
    expect(run.issued).toBe(1);
    await app.make.penaltyPolicy();
    await admin.post('/penalties/assess', {});
    const assessment = await until(
      () =>
        app.database.one<{ period: string; status: string }>(
          "SELECT period, status FROM job_run WHERE job = 'penalty-assessment'",
        ),
      ({ status }) => status === 'SUCCESS',
    );
    expect(assessment.period).toBe('2026-01-15');
  }, 30_000);
});

describe('after a worker died', () => {
  const app = testApp({ jobs: false });

  it('puts a run without a heartbeat back into the queue, and leaves a living one alone', async () => {
    const { id } = await app.database.one<{ id: number }>(
      `INSERT INTO penetapan (period, status, created_at, heartbeat_at)
       VALUES ('2025-12', 'RUNNING', now(), clock_timestamp() - interval '31 seconds') RETURNING id::int`,
    );
    await app.database.query(
      "INSERT INTO penetapan (period, status, created_at) VALUES ('2025-11', 'RUNNING', now())",
    );
    await app.get(BillRunWorker).resumeStalled();
    await app.get(BillRunWorker).resumeStalled();
    const jobs = await app.database.query<{ key: string }>(
      "SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'bill-run'",
    );
    expect(jobs).toEqual([{ key: `bill-run-${String(id)}` }]);
    await app.get(BillRunWorker).run(id);
    const { status } = await app.database.one<{ status: string }>(
      'SELECT status FROM penetapan WHERE id = $1',
      [id],
    );
    expect(status).toBe('DONE');
  });
});
