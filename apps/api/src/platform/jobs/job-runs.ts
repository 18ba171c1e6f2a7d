import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database';

/** One attempt at a job of one period: `epoch` tells it from those before and after. */
export interface JobAttempt {
  readonly period: string;
  readonly epoch: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A later attempt has taken the period over; whatever this one was about to write is rolled back. */
export class AttemptSuperseded extends Error {}

/** One row of `job_run` per job and period: whichever replica asks, a period is done once, and resumed when it died. */
@Injectable()
export class JobRuns {
  constructor(private readonly database: Database) {}

  /** Asked for, and since then without a sign of life. */
  async isStalled(job: string, period: string, afterSeconds: number): Promise<boolean> {
    const [known] = await this.database.screen<{ due: boolean }>(
      `SELECT status IN ('QUEUED', 'RUNNING')
         AND (detail ->> 'heartbeat')::timestamptz < clock_timestamp() - make_interval(secs => $3) AS due
       FROM job_run WHERE job = $1 AND period = $2`,
      [job, period, afterSeconds],
    );
    return known?.due === true;
  }

  /** A period that is over, well or badly, is begun anew. */
  async reopen(tx: Tx, job: string, period: string): Promise<void> {
    await tx.query(
      `UPDATE job_run SET status = 'QUEUED', detail = '{}', finished_at = NULL
       WHERE job = $1 AND period = $2 AND status IN ('SUCCESS', 'FAILED')`,
      [job, period],
    );
  }

  /** @param detail what the run needs to know and does not find elsewhere */
  async queue(tx: Tx, job: string, period: string, detail: object = {}): Promise<void> {
    await tx.query(
      `INSERT INTO job_run (job, period, status, detail)
       VALUES ($1, $2, 'QUEUED', $3::jsonb || jsonb_build_object('heartbeat', clock_timestamp()))
       ON CONFLICT (job, period) DO UPDATE SET detail = job_run.detail || excluded.detail`,
      [job, period, JSON.stringify(detail)],
    );
  }

  /** @returns null when the period is done */
  async begin(job: string, period: string, at: Date): Promise<JobAttempt | null> {
    const [row] = await this.database.transaction((tx) =>
      tx.query<{ epoch: number; detail: Record<string, unknown> }>(
        `INSERT INTO job_run AS j (job, period, status, started_at, detail)
         VALUES ($1, $2, 'RUNNING', $3, jsonb_build_object('heartbeat', clock_timestamp()))
         ON CONFLICT (job, period) DO UPDATE SET status = 'RUNNING', epoch = j.epoch + 1,
           started_at = coalesce(j.started_at, excluded.started_at), detail = j.detail || excluded.detail
         WHERE j.status <> 'SUCCESS'
         RETURNING epoch, detail`,
        [job, period, at],
      ),
    );
    return row === undefined ? null : { period, ...row };
  }

  /**
   * What a transaction did, counted in that transaction.
   * @param set values that replace what was there
   * @param add numbers that are added to what was there
   * @throws AttemptSuperseded
   */
  async progress(
    tx: Tx,
    job: string,
    attempt: Pick<JobAttempt, 'period' | 'epoch'>,
    set: Readonly<Record<string, number>>,
    add: Readonly<Record<string, number>>,
  ): Promise<void> {
    const updated = await tx.execute(
      `UPDATE job_run SET detail = detail || $4::jsonb || jsonb_build_object('heartbeat', clock_timestamp())
         || (SELECT coalesce(jsonb_object_agg(a.key, coalesce((detail ->> a.key)::bigint, 0) + a.value::bigint), '{}')
             FROM jsonb_each_text($5::jsonb) AS a)
       WHERE job = $1 AND period = $2 AND epoch = $3 AND status = 'RUNNING'`,
      [job, attempt.period, attempt.epoch, JSON.stringify(set), JSON.stringify(add)],
    );
    if (updated === 0) throw new AttemptSuperseded();
  }

  /** Nothing more will be done for the period. */
  async fail(job: string, period: string, reason: string, at: Date): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `UPDATE job_run SET status = 'FAILED', epoch = epoch + 1, finished_at = $3,
           detail = detail || jsonb_build_object('reason', $4::text)
         WHERE job = $1 AND period = $2 AND status IN ('QUEUED', 'RUNNING')`,
        [job, period, at, reason],
      ),
    );
  }

  /** @throws AttemptSuperseded */
  async finish(
    tx: Tx,
    job: string,
    attempt: Pick<JobAttempt, 'period' | 'epoch'>,
    at: Date,
  ): Promise<{ id: number; detail: Readonly<Record<string, unknown>> }> {
    const [run] = await tx.query<{ id: number; detail: Record<string, unknown> }>(
      `UPDATE job_run SET status = 'SUCCESS', finished_at = $4
       WHERE job = $1 AND period = $2 AND epoch = $3 AND status = 'RUNNING' RETURNING id, detail`,
      [job, attempt.period, attempt.epoch, at],
    );
    if (run === undefined) throw new AttemptSuperseded();
    return run;
  }
}
