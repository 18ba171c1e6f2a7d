import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Calendar, Jobs } from '../../../platform/jobs';

export const ASSESSMENT_JOB = 'penalty-assessment';

const STALLED_AFTER_SECONDS = 120;

export interface AssessmentAttempt {
  readonly asOf: BusinessDate;
  readonly epoch: number;
  /** Bills up to this id are done. */
  readonly cursor: number;
}

/** A later attempt has taken the day over; whatever this one was about to write is rolled back. */
export class AssessmentSuperseded extends Error {}

/** One row of `job_run` per business date, written when the calendar says so: a day is assessed once, and resumed when it died. */
@Injectable()
export class AssessmentRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.calendar.daily({ name: ASSESSMENT_JOB, at: '00:00' });
  }

  /** Puts today's assessment back into the queue when it gave no sign of life. */
  async resumeStalled(): Promise<void> {
    const today = this.clock.businessDate();
    const stalled = await this.database.screen(
      `SELECT FROM job_run WHERE job = $1 AND period = $2 AND status IN ('QUEUED', 'RUNNING')
         AND (detail ->> 'heartbeat')::timestamptz < clock_timestamp() - make_interval(secs => ${String(STALLED_AFTER_SECONDS)})`,
      [ASSESSMENT_JOB, today],
    );
    if (stalled.length > 0) await this.database.transaction((tx) => this.enqueue(tx, today));
  }

  /** A person asks for a day: a day that is done is looked at again, which books only what has grown since. */
  async request(asOf: BusinessDate): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE job_run SET status = 'QUEUED', detail = '{}', finished_at = NULL
         WHERE job = $1 AND period = $2 AND status IN ('SUCCESS', 'FAILED')`,
        [ASSESSMENT_JOB, asOf],
      );
      await this.enqueue(tx, asOf);
      await writeAudit(tx, {
        action: 'penalty.assessment_requested',
        entityType: 'job_run',
        entityId: null,
        after: { business_date: asOf },
      });
    });
  }

  private async enqueue(tx: Tx, asOf: BusinessDate): Promise<void> {
    await tx.query(
      `INSERT INTO job_run (job, period, status, detail) VALUES ($1, $2, 'QUEUED', jsonb_build_object('heartbeat', clock_timestamp()))
       ON CONFLICT (job, period) DO UPDATE SET detail = job_run.detail || excluded.detail`,
      [ASSESSMENT_JOB, asOf],
    );
    await this.jobs.enqueue(
      tx,
      ASSESSMENT_JOB,
      { business_date: asOf },
      { key: `${ASSESSMENT_JOB}-${asOf}` },
    );
  }

  /** @returns null when the day is done */
  async begin(asOf: BusinessDate): Promise<AssessmentAttempt | null> {
    const [row] = await this.database.transaction((tx) =>
      tx.query<{ epoch: number; cursor: number }>(
        `INSERT INTO job_run AS j (job, period, status, started_at, detail)
         VALUES ($1, $2, 'RUNNING', $3, jsonb_build_object('heartbeat', clock_timestamp()))
         ON CONFLICT (job, period) DO UPDATE SET status = 'RUNNING', epoch = j.epoch + 1,
           started_at = coalesce(j.started_at, excluded.started_at), detail = j.detail || excluded.detail
         WHERE j.status <> 'SUCCESS'
         RETURNING epoch, coalesce((detail ->> 'cursor')::bigint, 0) AS cursor`,
        [ASSESSMENT_JOB, asOf, this.clock.date()],
      ),
    );
    return row === undefined ? null : { asOf, ...row };
  }

  /** Counts what a transaction booked, in that transaction. @throws AssessmentSuperseded */
  async progress(
    tx: Tx,
    attempt: AssessmentAttempt,
    done: { readonly bills: number; readonly amount: number; readonly cursor: number },
  ): Promise<void> {
    const updated = await tx.execute(
      `UPDATE job_run SET detail = detail || jsonb_build_object('cursor', $4::bigint, 'heartbeat', clock_timestamp(),
         'bills', coalesce((detail ->> 'bills')::bigint, 0) + $5::bigint,
         'amount', coalesce((detail ->> 'amount')::bigint, 0) + $6::bigint)
       WHERE job = $1 AND period = $2 AND epoch = $3 AND status = 'RUNNING'`,
      [ASSESSMENT_JOB, attempt.asOf, attempt.epoch, done.cursor, done.bills, done.amount],
    );
    if (updated === 0) throw new AssessmentSuperseded();
  }

  /** Its day went by before it was assessed. */
  async missed(asOf: BusinessDate): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `UPDATE job_run SET status = 'FAILED', epoch = epoch + 1, finished_at = $3,
           detail = detail || jsonb_build_object('reason', 'day_over')
         WHERE job = $1 AND period = $2 AND status IN ('QUEUED', 'RUNNING')`,
        [ASSESSMENT_JOB, asOf, this.clock.date()],
      ),
    );
  }

  async finish(attempt: AssessmentAttempt): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [run] = await tx.query<{ id: number; detail: { bills?: number; amount?: number } }>(
        `UPDATE job_run SET status = 'SUCCESS', finished_at = $4
         WHERE job = $1 AND period = $2 AND epoch = $3 AND status = 'RUNNING' RETURNING id, detail`,
        [ASSESSMENT_JOB, attempt.asOf, attempt.epoch, this.clock.date()],
      );
      if (run === undefined) throw new AssessmentSuperseded();
      await writeAudit(tx, {
        action: 'penalty.assessed',
        entityType: 'job_run',
        entityId: run.id,
        after: { business_date: attempt.asOf, bills: run.detail.bills ?? 0, amount: run.detail.amount ?? 0 },
      });
    });
  }
}
