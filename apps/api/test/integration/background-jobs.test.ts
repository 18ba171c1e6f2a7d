import { DraftBills } from '../../src/modules/water/billing';
import { BillRunWorker } from '../../src/modules/water/billing/bill-run.worker';
import { Database } from '../../src/platform/database';
import { OutboxCleanup } from '../../src/platform/events/outbox-cleanup';
import { ForgetRuns } from '../../src/platform/jobs/forget-runs';
import { eventually, testApp } from '../support';

interface Run {
  id: number;
  status: string;
  issued: number;
}

describe('with the queue running', () => {
  const app = testApp();

  it('issues what a run was started for, and assesses a day that was asked for', async () => {
    const admin = await app.as('admin');
    const customer = await app.make.customer();
    const reading = await app.make.reading({ customer, period: '2025-12', usage: 25 });
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [reading.id]));
    const started = await admin.post<Run>('/bill-runs', { period: '2025-12' });
    const run = await eventually(
      async () => (await admin.get<Run>(`/bill-runs/${String(started.body.id)}`)).body,
      ({ status }) => status === 'DONE',
    );
    expect(run.issued).toBe(1);
    await app.make.penaltyPolicy();
    await admin.post('/penalties/assess', {});
    const assessment = await eventually(
      () =>
        app.database.one<{ period: string; status: string }>(
          "SELECT period, status FROM job_run WHERE job = 'penalty-assessment'",
        ),
      ({ status }) => status === 'SUCCESS',
    );
    expect(assessment.period).toBe('2026-01-15');
  });

  it('rings when a job is given up: nobody would ask after it', async () => {
    await app.database.query("SELECT graphile_worker.add_job('bill-run', '{}', max_attempts => 1)");
    const [fault] = await eventually(
      () =>
        app.database.query<{ payload: { route: string; fault: string } }>(
          "SELECT payload FROM outbox WHERE topic = 'fault.happened'",
        ),
      ({ length }) => length > 0,
    );
    expect(fault?.payload).toMatchObject({ route: 'bill-run', fault: '22P02' });
    // Nobody had asked for it: in the log it stands by its name.
    await app.deliverEvents();
    const { data } = (await (await app.as('it')).get<{ data: { kind: string; body: string }[] }>('/notices'))
      .body;
    expect(data.filter(({ kind }) => kind === 'fault.happened').map(({ body }) => body)).toEqual([
      'bill-run gagal (22P02). Cari bill-run di log, lalu laporkan kepada pengembang.',
    ]);
  });
});

describe('after a worker died', () => {
  const app = testApp({ jobs: false });

  it('forgets runs that are over for a year, and none that is not over', async () => {
    await app.database.query(
      `INSERT INTO job_run (job, period, status, created_at)
       SELECT 'old', status || age, status, clock_timestamp() - make_interval(days => age)
       FROM unnest('{QUEUED,RUNNING,SUCCESS,FAILED}'::text[]) AS status, unnest('{364,366}'::int[]) AS age`,
    );
    await app.get(ForgetRuns).forgetOld();
    const kept = await app.database.query<{ period: string }>(
      "SELECT period FROM job_run WHERE job = 'old' ORDER BY period",
    );
    expect(kept.map(({ period }) => period)).toEqual([
      'FAILED364',
      'QUEUED364',
      'QUEUED366',
      'RUNNING364',
      'RUNNING366',
      'SUCCESS364',
    ]);
    await app.database.query("DELETE FROM job_run WHERE job = 'old'");
  });

  it('clears news away that was delivered long ago, and remembers up to where', async () => {
    const clear = () => app.get(OutboxCleanup).clear();
    const kept = () =>
      app.database.query<{ topic: string; entity_id: string }>(
        'SELECT topic, entity_id::int FROM outbox WHERE entity_id IS NOT NULL ORDER BY id',
      );
    const cleared = () => app.database.query("SELECT value FROM app_setting WHERE key = 'outbox.cleared'");
    const news = (topic: string, entity: number | null, days: number, delivered: boolean) =>
      app.database.query(
        `INSERT INTO outbox (topic, entity_id, payload, created_at, delivered_at)
         SELECT $1, $2, '{}', at, CASE WHEN $4 THEN at END FROM (SELECT clock_timestamp() - make_interval(days => $3) AS at) t`,
        [topic, entity, days, delivered],
      );
    await clear();
    expect(await cleared()).toEqual([]);
    await news('payment.posted', -7, 91, true);
    await news('payment.posted', -5, 91, true);
    await news('payment.reversed', -6, 200, true);
    await news('payment.posted', -3, 91, false);
    await news('payment.posted', -2, 89, true);
    await news('fault.happened', null, 91, true);
    await clear();
    expect(await kept()).toEqual([
      { topic: 'payment.posted', entity_id: -3 },
      { topic: 'payment.posted', entity_id: -2 },
    ]);
    // Entities begin at one: these stand for nobody.
    expect(await cleared()).toEqual([{ value: { 'payment.posted': -5, 'payment.reversed': -6 } }]);
    await news('payment.posted', -9, 91, true);
    await news('credit.applied', -1, 91, true);
    await clear();
    expect(await cleared()).toEqual([
      { value: { 'payment.posted': -5, 'payment.reversed': -6, 'credit.applied': -1 } },
    ]);
    await app.database.query('DELETE FROM outbox WHERE entity_id < 0');
  });

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
