import { Database } from '../../src/platform/database';
import { Calendar } from '../../src/platform/jobs';
import { JobLocks } from '../../src/platform/jobs/job-locks';
import { eventually, testApp } from '../support';

/* A process dies in the middle of a job. Nobody else's may wait for hours behind what it has left. */

const app = testApp();

interface File {
  readonly id: number;
  readonly status: string;
}

async function order(): Promise<number> {
  const asked = await (await app.as('it')).post<File>('/exports', { address: '/api/v1/bank-calls/export' });
  expect(asked.status).toBe(202);
  return asked.body.id;
}
const statusOf = async (id: number) =>
  (await (await app.as('it')).get<File>(`/exports/${String(id)}`)).body.status;
const isWritten = (id: number) =>
  eventually(
    () => statusOf(id),
    (status) => status === 'SUCCESS',
  );
const locks = () => new JobLocks(app.get(Database));

/** What a process leaves that took the queue of the files, and one of them, some minutes ago. */
async function orderAndDie(minutes: number): Promise<number> {
  await app.database.query(
    `INSERT INTO graphile_worker._private_job_queues (queue_name, locked_at, locked_by)
     VALUES ('exports', now() - make_interval(mins => $1), 'gone')
     ON CONFLICT (queue_name) DO UPDATE SET locked_at = excluded.locked_at, locked_by = excluded.locked_by`,
    [minutes],
  );
  const id = await order();
  await app.database.query(
    `UPDATE graphile_worker._private_jobs j SET locked_at = now() - make_interval(mins => $2), locked_by = 'gone', attempts = 1
     FROM berkas_unduhan f WHERE f.id = $1 AND j.key = 'export-file-' || f.run_key`,
    [id, minutes],
  );
  return id;
}

const locked = () =>
  app.database.query('SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL');

it('is believed to be at it for two minutes; then its job is anybody’s, a little later each time', async () => {
  const id = await orderAndDie(1);
  await locks().giveBack();
  expect(await locked()).toEqual([{ locked_by: 'gone' }]);
  await app.database.query(
    "UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - interval '5 minutes'; UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '5 minutes'",
  );
  await locks().giveBack();
  expect(await locked()).toEqual([]);
  const later = await app.database.query(
    "SELECT run_at > now() + interval '50 seconds' AND run_at < now() + interval '70 seconds' AS later FROM graphile_worker._private_jobs WHERE key LIKE 'export-file-%'",
  );
  expect(later).toEqual([{ later: true }]);
  await app.database.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
  await isWritten(id);
});

it('whoever waits in its queue goes on', async () => {
  await orderAndDie(5);
  const behind = await order();
  await locks().giveBack();
  await isWritten(behind);
});

it('whose last try it was is told of: nobody takes it again', async () => {
  await orderAndDie(5);
  await app.database.query(
    "UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE locked_by = 'gone'",
  );
  const [fault] = await eventually(
    () =>
      app.database.query<{ payload: { route: string; fault: string } }>(
        "SELECT payload FROM outbox WHERE topic = 'fault.happened'",
      ),
    ({ length }) => length > 0,
  );
  expect(fault?.payload).toMatchObject({ route: 'export-file', fault: 'ProcessGone' });
});

it('a day whose last try it was stands as failed, and no other that runs', async () => {
  const days = ['2026-01-11', '2026-01-12', '2026-01-13', '2026-01-14'];
  const [, again, atIt, lastOf] = days.map((day) => `tie-out-${day}`);
  for (const day of days)
    await app.database.query(
      "INSERT INTO job_run (job, period, status, started_at) VALUES ('tie-out', $1, 'RUNNING', now())",
      [day],
    );
  for (const [key, attempts, lockedBy] of [
    [again, 1, null],
    [atIt, 10, 'there'],
    [lastOf, 10, null],
  ]) {
    // Of no name anybody here takes.
    await app.database.query(
      "SELECT graphile_worker.add_job('done-by-nobody-here', '{}', max_attempts => 10, job_key => $1)",
      [key],
    );
    await app.database.query(
      `UPDATE graphile_worker._private_jobs SET attempts = $2, locked_by = $3, locked_at = CASE WHEN $3::text IS NOT NULL THEN now() END
       WHERE key = $1`,
      [key, attempts, lockedBy],
    );
  }
  await app.get(Calendar).endGivenUp();
  expect(
    await app.database.query(
      "SELECT period, status, finished_at IS NOT NULL AS over FROM job_run WHERE job = 'tie-out' AND period = ANY ($1) ORDER BY 1",
      [days],
    ),
  ).toEqual([
    { period: '2026-01-11', status: 'FAILED', over: true },
    { period: '2026-01-12', status: 'RUNNING', over: false },
    { period: '2026-01-13', status: 'RUNNING', over: false },
    { period: '2026-01-14', status: 'FAILED', over: true },
  ]);
});

it('whoever works says so, and nobody takes it away, nor is it locked once it is done', async () => {
  const LONG_AGO = "now() - interval '5 minutes'";
  await app.database.query(
    "SELECT graphile_worker.add_job('done-by-nobody-here', '{}', queue_name => 'here', job_key => 'here')",
  );
  await app.database.query(
    `UPDATE graphile_worker._private_job_queues SET locked_at = ${LONG_AGO}, locked_by = 'here' WHERE queue_name = 'here'`,
  );
  const job = await app.database.one<Parameters<JobLocks['beside']>[0]>(
    `UPDATE graphile_worker._private_jobs SET locked_at = ${LONG_AGO}, locked_by = 'here', attempts = 1 WHERE key = 'here' RETURNING *`,
  );
  const seen = () =>
    app.database.one<{ fresh: boolean; by: string | null; queue: string | null }>(
      `SELECT j.locked_at > now() - interval '1 minute' AND q.locked_at > now() - interval '1 minute' AS fresh, j.locked_by AS by,
         q.locked_by AS queue
       FROM graphile_worker._private_jobs j JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id WHERE j.key = 'here'`,
    );
  const lock = (table: string, by: string | null) =>
    app.database.query(
      `UPDATE graphile_worker.${table} t SET locked_at = CASE WHEN $1::text IS NOT NULL THEN now() END, locked_by = $1
       WHERE EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.key = 'here' AND t.id = ${
         table === '_private_jobs' ? 'j.id' : 'j.job_queue_id'
       })`,
      [by],
    );
  const mine = locks();
  await mine.beside(job, async () => {
    await mine.say();
    await mine.giveBack();
    expect(await seen()).toEqual({ fresh: true, by: 'here', queue: 'here' });
    // Nothing was heard for too long: both were given back, and nobody took them.
    await lock('_private_jobs', null);
    await lock('_private_job_queues', null);
    await mine.say();
    expect(await seen()).toEqual({ fresh: true, by: 'here', queue: 'here' });
    // Somebody took the job meanwhile, and is done with the queue.
    await lock('_private_jobs', 'there');
    await lock('_private_job_queues', null);
    await mine.say();
    expect(await seen()).toMatchObject({ by: 'there', queue: null });
  });
  await app.database.query(
    "UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE key = 'here'",
  );
  await mine.say();
  expect(await seen()).toMatchObject({ by: null });
});
