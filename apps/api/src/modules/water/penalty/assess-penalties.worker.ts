import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { businessDate, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { AttemptSuperseded, Jobs } from '../../../platform/jobs';
import { AccruePenalties } from './accrue-penalties.service';
import { ASSESSMENT_JOB, AssessmentRuns, type AssessmentAttempt } from './assessment-runs';
import { OVERDUE, SELECT_OVERDUE, toOverdueBill, type OverdueBill, type OverdueRow } from './overdue-bills';
import { penaltyDue } from './penalty-due';
import { PolicyBook } from './policy-book';

/** Bills found at once, looked at per read, and booked per transaction. */
const AHEAD = 100_000;
const PAGE = 2_000;
const CHUNK = 200;
const LOOK_FOR_STALLED_SECONDS = 60;

/**
 * The daily assessment: streams overdue bills, decides in libs/domain/penalty, books what has grown. On most days most
 * bills have not grown, so they are only read; locks are taken for the others, few at a time.
 */
@Injectable()
export class AssessPenalties implements OnModuleInit {
  private readonly logger = new Logger('penalty-assessment');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runs: AssessmentRuns,
    private readonly book: PolicyBook,
    private readonly accruals: AccruePenalties,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(ASSESSMENT_JOB, (payload) =>
      this.assessOnItsDay(businessDate(String(payload.business_date))),
    );
    this.jobs.every(LOOK_FOR_STALLED_SECONDS, 'resume a stalled assessment', () => this.runs.resumeStalled());
  }

  /** A day that is over is not booked into any more: the assessment of today adds what it would have added. */
  private assessOnItsDay(asOf: BusinessDate): Promise<void> {
    return asOf < this.clock.businessDate() ? this.runs.missed(asOf) : this.assess(asOf);
  }

  /** Safe to repeat and to resume: what is booked already is no increase any more. */
  async assess(asOf: BusinessDate): Promise<void> {
    const attempt = await this.runs.begin(asOf);
    if (attempt === null) return;
    try {
      let ids = await this.overdueAfter(asOf, attempt.cursor);
      for (; ids.length > 0; ids = await this.overdueAfter(asOf, ids.at(-1) ?? 0))
        for (let start = 0; start < ids.length; start += PAGE)
          await this.assessPage(attempt, ids.slice(start, start + PAGE));
      await this.runs.finish(attempt);
    } catch (error) {
      if (!(error instanceof AttemptSuperseded)) throw error;
      this.logger.warn(`assessment of ${asOf} was taken over by a later attempt`);
    }
  }

  /** The next overdue bills by id: as many as are found by reading the open ones once, which costs as much for two thousand. */
  private async overdueAfter(asOf: BusinessDate, after: number): Promise<number[]> {
    const rows = await this.database.screen<{ id: number }>(
      `SELECT b.id FROM tagihan b WHERE ${OVERDUE} AND b.due_date < $1 AND b.issued_at < $3 AND NOT b.disputed AND b.id > $2
       ORDER BY b.id LIMIT ${String(AHEAD)}`,
      [asOf, after, new Date(this.clock.endOfDay(asOf))],
    );
    return rows.map(({ id }) => id);
  }

  /** What was paid or put in doubt since it was found is not read any more. */
  private async read(asOf: BusinessDate, ids: readonly number[]): Promise<OverdueBill[]> {
    const rows = await this.database.screen<OverdueRow & object>(
      `${SELECT_OVERDUE} AND b.due_date < $1 AND NOT b.disputed AND b.id = ANY ($2) ORDER BY b.id`,
      [asOf, ids],
    );
    return rows.map(toOverdueBill);
  }

  /** @param ids rising */
  async assessPage(attempt: AssessmentAttempt, ids: readonly number[]): Promise<void> {
    const page = await this.read(attempt.asOf, ids);
    const grown = penaltyDue(page, await this.book.current(), attempt.asOf)
      .filter(({ increase }) => increase > 0)
      .map(({ bill }) => bill);
    for (let start = 0; start < grown.length; start += CHUNK)
      await this.bookChunk(attempt, grown.slice(start, start + CHUNK));
    await this.database.transaction((tx) =>
      this.runs.progress(tx, attempt, { bills: 0, amount: 0, cursor: ids.at(-1) ?? attempt.cursor }),
    );
  }

  private async bookChunk(attempt: AssessmentAttempt, bills: readonly OverdueBill[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const due = await this.accruals.accrue(
        tx,
        [...new Set(bills.map((bill) => bill.customerId))],
        bills.map((bill) => bill.id),
        attempt.asOf,
      );
      const booked = due.filter(({ increase }) => increase > 0);
      const amount = booked.reduce((sum, { increase }) => sum + increase, 0);
      await this.runs.progress(tx, attempt, {
        bills: booked.length,
        amount,
        cursor: bills.at(-1)?.id ?? attempt.cursor,
      });
    }, 'screen');
  }
}
