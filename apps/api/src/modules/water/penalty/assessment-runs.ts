import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Calendar, JobRuns, Jobs } from '../../../platform/jobs';

export const ASSESSMENT_JOB = 'penalty-assessment';

const STALLED_AFTER_SECONDS = 120;

export interface AssessmentAttempt {
  readonly asOf: BusinessDate;
  readonly epoch: number;
  /** Bills up to this id are done. */
  readonly cursor: number;
}

/** A day is assessed once, when the calendar says so, whichever replica asks, and resumed when it died. */
@Injectable()
export class AssessmentRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly calendar: Calendar,
    private readonly runs: JobRuns,
  ) {}

  onModuleInit(): void {
    this.calendar.daily({ name: ASSESSMENT_JOB, at: '00:00' });
  }

  /** Puts today's assessment back into the queue when it gave no sign of life. */
  async resumeStalled(): Promise<void> {
    const today = this.clock.businessDate();
    if (await this.runs.isStalled(ASSESSMENT_JOB, today, STALLED_AFTER_SECONDS))
      await this.database.transaction((tx) => this.enqueue(tx, today));
  }

  /** A person asks for a day: a day that is done is looked at again, which books only what has grown since. */
  async request(asOf: BusinessDate): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.runs.reopen(tx, ASSESSMENT_JOB, asOf);
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
    await this.runs.queue(tx, ASSESSMENT_JOB, asOf);
    await this.jobs.enqueue(
      tx,
      ASSESSMENT_JOB,
      { business_date: asOf },
      { key: `${ASSESSMENT_JOB}-${asOf}` },
    );
  }

  /** @returns null when the day is done */
  async begin(asOf: BusinessDate): Promise<AssessmentAttempt | null> {
    const attempt = await this.runs.begin(ASSESSMENT_JOB, asOf, this.clock.date());
    if (attempt === null) return null;
    const { cursor } = attempt.detail;
    return { asOf, epoch: attempt.epoch, cursor: typeof cursor === 'number' ? cursor : 0 };
  }

  /** Counts what a transaction booked, in that transaction. @throws AttemptSuperseded */
  async progress(
    tx: Tx,
    { asOf, epoch }: AssessmentAttempt,
    { cursor, bills, amount }: { readonly bills: number; readonly amount: number; readonly cursor: number },
  ): Promise<void> {
    await this.runs.progress(tx, ASSESSMENT_JOB, { period: asOf, epoch }, { cursor }, { bills, amount });
  }

  /** Its day went by before it was assessed. */
  async missed(asOf: BusinessDate): Promise<void> {
    await this.runs.fail(ASSESSMENT_JOB, asOf, 'day_over', this.clock.date());
  }

  async finish({ asOf, epoch }: AssessmentAttempt): Promise<void> {
    await this.database.transaction(async (tx) => {
      const attempt = { period: asOf, epoch };
      const { id, detail } = await this.runs.finish(tx, ASSESSMENT_JOB, attempt, this.clock.date());
      await writeAudit(tx, {
        action: 'penalty.assessed',
        entityType: 'job_run',
        entityId: id,
        after: { business_date: asOf, bills: detail.bills ?? 0, amount: detail.amount ?? 0 },
      });
    });
  }
}
