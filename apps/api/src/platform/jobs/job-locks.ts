import type { Job } from 'graphile-worker';
import type { Database } from '../database';

/** How often whoever works says so. */
export const SIGN_SECONDS = 15;
/** Eight signs that did not come. */
const GONE_AFTER_SECONDS = 120;

/** Also what was given back meanwhile, when the database was away, and nobody took. */
const KEEP_JOB = `
  UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = $2
  WHERE id = $1 AND (locked_by = $2 OR (locked_by IS NULL AND attempts = $3))`;
/** Taken back with its job, never for one that is somebody else's by now. */
const KEEP_QUEUE = `
  UPDATE graphile_worker._private_job_queues SET locked_at = now(), locked_by = $2
  WHERE id = $1 AND (locked_by = $2 OR (locked_by IS NULL
    AND EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.id = $3 AND j.locked_by = $2)))`;

/** A job that takes its process down again and again comes later each time, and after its last try not any more. */
const GIVE_BACK = `
  WITH jobs AS (
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL,
      run_at = greatest(run_at, now() + attempts * interval '1 minute')
    WHERE locked_at < now() - make_interval(secs => $1)
    RETURNING task_id, attempts >= max_attempts AS given_up
  ), queues AS (
    UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL
    WHERE locked_at < now() - make_interval(secs => $1)
  )
  SELECT DISTINCT t.identifier AS name FROM jobs JOIN graphile_worker._private_tasks t ON t.id = jobs.task_id
  WHERE jobs.given_up`;

/** How a job ended that took its process with it. */
export class ProcessGone extends Error {
  override readonly name = 'ProcessGone';
}

/**
 * A job, and the queue it stands in, are locked by the process that does it; of one that died the library believes for four
 * hours that it is still at it, and whatever is in the same queue waits as long. Who works says so every few seconds; who has
 * said nothing for long is gone.
 */
export class JobLocks {
  private readonly atWork = new Set<Job>();
  private saying: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  /** Does the job, which is at work until it is done. */
  async beside<T>(job: Job, work: () => Promise<T>): Promise<T> {
    this.atWork.add(job);
    try {
      return await work();
    } finally {
      this.atWork.delete(job);
      // A sign that comes after the end would lock what is done.
      await this.saying.catch(() => undefined);
    }
  }

  /** Says of every job of this process that it is at work. One sign that does not arrive is followed by the next. */
  say(): Promise<void> {
    this.saying = this.sayOf([...this.atWork]);
    return this.saying;
  }

  /**
   * Whatever belonged to a process that is gone can be taken by any other.
   * @returns the names of jobs that were at their last try: nobody takes them
   */
  async giveBack(): Promise<string[]> {
    const rows = await this.database.writeAside<{ name: string }>(GIVE_BACK, [GONE_AFTER_SECONDS]);
    return rows.map(({ name }) => name);
  }

  private async sayOf(jobs: readonly Job[]): Promise<void> {
    for (const { id, locked_by: by, attempts, job_queue_id: queue } of jobs) {
      await this.database.writeAside(KEEP_JOB, [id, by, attempts]);
      if (queue !== null) await this.database.writeAside(KEEP_QUEUE, [queue, by, id]);
    }
  }
}
