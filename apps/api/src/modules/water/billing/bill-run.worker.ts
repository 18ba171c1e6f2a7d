import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { billNumber, period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, isUnavailable, SQLSTATE, sqlState, type Tx } from '../../../platform/database';
import { OutboxDispatcher, writeOutbox } from '../../../platform/events';
import { Jobs } from '../../../platform/jobs';
import { Problem } from '../../../platform/problem';
import { SealedMonths } from '../meter-reading';
import { IN_SCOPE, scopeValues, type BillRunScope } from './bill-run-scope';
import { IssueBills, type IssuedBills } from './issue-bills.service';

export const BILL_RUN_JOB = 'bill-run';

/** Bills per transaction: a killed run loses at most this much work, a payment waits at most this long. */
const CHUNK = 500;
const MAX_FAILURES_KEPT = 1_000;
const STALLED_AFTER_SECONDS = 30;

/** One attempt at a run. A later attempt raises the epoch, and this one may write nothing more. */
export interface RunAttempt extends BillRunScope {
  readonly id: number;
  readonly epoch: number;
}

/** What is told of a run that came to its end. */
interface FinishedRun {
  readonly run_id: number;
  readonly period: string;
  readonly status: 'DONE' | 'PARTIAL' | 'FAILED';
  readonly issued: number;
  readonly failed: number;
  readonly skipped: number;
  readonly amount: number;
  readonly created_by: number | null;
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'bill_run.finished': FinishedRun;
    'bill_run.failed': FinishedRun;
  }
}

class Superseded extends Error {}

interface Draft {
  readonly id: number;
  readonly bill_number: string;
}

/**
 * Issues the drafts of a run in chunks, each with its journals and the run's counters in one transaction. Wherever it is
 * killed, what is committed stands and the next attempt goes on with the drafts that are left.
 */
@Injectable()
export class BillRunWorker implements OnModuleInit {
  private readonly logger = new Logger('bill-run');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly outbox: OutboxDispatcher,
    private readonly bills: IssueBills,
    private readonly sealedMonths: SealedMonths,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(BILL_RUN_JOB, (payload) => this.run(Number(payload.run_id)));
    this.jobs.every(STALLED_AFTER_SECONDS, 'resume stalled bill runs', () => this.resumeStalled());
  }

  async run(runId: number): Promise<void> {
    const attempt = await this.begin(runId);
    if (attempt === null) return;
    try {
      await this.chargeSealed(attempt);
      for (let last: number | null = 0; last !== null;) last = await this.issueChunk(attempt, last);
      await this.finish(attempt);
    } catch (error) {
      if (!(error instanceof Superseded)) throw error;
      this.logger.warn(`run ${String(runId)} was taken over by a later attempt`);
    }
  }

  /** Claims an open run; counters of what did not work start again, because it is tried again. */
  async begin(runId: number): Promise<RunAttempt | null> {
    return this.database.transaction(async (tx) => {
      const [attempt] = await tx.query<{ id: number; epoch: number } & BillRunScope>(
        `UPDATE penetapan SET status = 'RUNNING', epoch = epoch + 1, heartbeat_at = clock_timestamp(),
           started_at = coalesce(started_at, $2), failed = 0, skipped = 0, failures = '[]'
         WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') RETURNING id, epoch, period, region_id, tariff_id`,
        [runId, this.clock.date()],
      );
      if (attempt === undefined) return null;
      await tx.query(
        `UPDATE penetapan p SET total = p.issued + (SELECT count(*) FROM tagihan b WHERE b.state = 'DRAFT' AND ${IN_SCOPE})
         WHERE p.id = $4`,
        [...scopeValues(attempt), runId],
      );
      return attempt;
    }, 'screen');
  }

  /** Drafts the fixed charges of connections sealed all month, before anything is issued. */
  private async chargeSealed(attempt: RunAttempt): Promise<void> {
    const scope = { ...attempt, period: period(attempt.period) };
    for (let after = 0; ;) {
      const customers = await this.sealedMonths.customers(scope, after, CHUNK);
      await this.chargeOrHalve(attempt, customers);
      const last = customers.at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  /** One connection that has no price must not hold up the others. */
  private async chargeOrHalve(attempt: RunAttempt, customers: readonly number[]): Promise<void> {
    if (customers.length === 0) return;
    try {
      await this.database.transaction(async (tx) => {
        const written = await this.sealedMonths.record(
          tx,
          { ...attempt, period: period(attempt.period) },
          customers,
        );
        await this.expectMore(tx, attempt, written);
      }, 'screen');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'bill.not_calculable') throw error;
      if (customers.length > 1) {
        const middle = Math.ceil(customers.length / 2);
        await this.chargeOrHalve(attempt, customers.slice(0, middle));
        await this.chargeOrHalve(attempt, customers.slice(middle));
        return;
      }
      const named = await this.database.screen<{ customer_number: string }>(
        'SELECT customer_number FROM pelanggan WHERE id = ANY ($1)',
        [customers],
      );
      const failures = named.map(({ customer_number: number }) => ({
        bill_number: billNumber(number, period(attempt.period)),
        reason: 'NOT_CALCULABLE',
      }));
      await this.database.transaction(async (tx) => {
        await this.expectMore(tx, attempt, failures.length);
        await this.count(tx, attempt, { issued: 0, amount: 0, skipped: 0, failures });
      }, 'screen');
    }
  }

  private async expectMore(tx: Tx, attempt: RunAttempt, drafts: number): Promise<void> {
    const updated = await tx.execute(
      `UPDATE penetapan SET total = total + $3, heartbeat_at = clock_timestamp()
       WHERE id = $1 AND epoch = $2 AND status = 'RUNNING'`,
      [attempt.id, attempt.epoch, drafts],
    );
    if (updated === 0) throw new Superseded();
  }

  /** @returns the id to go on after, or null when there are no drafts left */
  async issueChunk(attempt: RunAttempt, after: number): Promise<number | null> {
    const drafts = await this.database.screen<Draft & object>(
      `SELECT b.id, b.bill_number FROM tagihan b WHERE b.state = 'DRAFT' AND ${IN_SCOPE} AND b.id > $4 ORDER BY b.id LIMIT ${String(CHUNK)}`,
      [...scopeValues(attempt), after],
    );
    await this.issueOrHalve(attempt, drafts);
    return drafts.at(-1)?.id ?? null;
  }

  /** A draft the database refuses must not hold up the others: the set is halved until it stands alone. */
  private async issueOrHalve(attempt: RunAttempt, drafts: readonly Draft[]): Promise<void> {
    if (drafts.length === 0) return;
    try {
      await this.database.transaction(async (tx) => {
        const ids = drafts.map((draft) => draft.id);
        await this.count(tx, attempt, await this.bills.issue(tx, ids, attempt.id));
      }, 'screen');
    } catch (error) {
      if (error instanceof Superseded || isPassing(error)) throw error;
      if (drafts.length > 1) {
        const middle = Math.ceil(drafts.length / 2);
        await this.issueOrHalve(attempt, drafts.slice(0, middle));
        await this.issueOrHalve(attempt, drafts.slice(middle));
        return;
      }
      this.logger.error(error);
      const failures = drafts.map((draft) => ({
        bill_number: draft.bill_number,
        reason: sqlState(error) ?? 'UNEXPECTED',
      }));
      await this.database.transaction(
        (tx) => this.count(tx, attempt, { issued: 0, amount: 0, skipped: 0, failures }),
        'screen',
      );
    }
  }

  private async count(tx: Tx, attempt: RunAttempt, result: IssuedBills): Promise<void> {
    const updated = await tx.execute(
      `UPDATE penetapan SET issued = issued + $3, amount = amount + $4, skipped = skipped + $5, failed = failed + $6,
         failures = CASE WHEN jsonb_array_length(failures) < ${String(MAX_FAILURES_KEPT)} THEN failures || $7::jsonb ELSE failures END,
         heartbeat_at = clock_timestamp()
       WHERE id = $1 AND epoch = $2 AND status = 'RUNNING'`,
      [
        attempt.id,
        attempt.epoch,
        result.issued,
        result.amount,
        result.skipped,
        result.failures.length,
        JSON.stringify(result.failures),
      ],
    );
    if (updated === 0) throw new Superseded();
  }

  /** Drafts that appeared or were issued elsewhere meanwhile are made good in the counters: they add up at the end. */
  private async finish(attempt: RunAttempt): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [run] = await tx.query<FinishedRun & Record<string, unknown>>(
        `UPDATE penetapan SET finished_at = $3, heartbeat_at = clock_timestamp(),
           total = greatest(total, issued + failed + skipped), skipped = greatest(skipped, total - issued - failed),
           status = CASE WHEN failed = 0 THEN 'DONE' WHEN issued > 0 THEN 'PARTIAL' ELSE 'FAILED' END
         WHERE id = $1 AND epoch = $2 AND status = 'RUNNING'
         RETURNING id AS run_id, period, status, issued, failed, skipped, amount, created_by`,
        [attempt.id, attempt.epoch, this.clock.date()],
      );
      if (run === undefined) throw new Superseded();
      await writeOutbox(tx, run.status === 'DONE' ? 'bill_run.finished' : 'bill_run.failed', attempt.id, run);
    }, 'screen');
    this.outbox.nudge();
  }

  /** A worker that died leaves its run RUNNING without a heartbeat; any replica puts it back into the queue. */
  async resumeStalled(): Promise<void> {
    const stalled = await this.database.screen<{ id: number }>(
      `SELECT id FROM penetapan WHERE status IN ('QUEUED', 'RUNNING')
         AND heartbeat_at < clock_timestamp() - make_interval(secs => ${String(STALLED_AFTER_SECONDS)})`,
    );
    for (const { id } of stalled) await this.database.transaction((tx) => enqueueRun(tx, this.jobs, id));
  }
}

export function enqueueRun(tx: Tx, jobs: Jobs, runId: number): Promise<void> {
  return jobs.enqueue(tx, BILL_RUN_JOB, { run_id: runId }, { key: `${BILL_RUN_JOB}-${String(runId)}` });
}

/** Over soon without any bill being at fault: the queue tries the run again. */
function isPassing(error: unknown): boolean {
  const passing: readonly (string | null)[] = [
    SQLSTATE.lockNotAvailable,
    SQLSTATE.queryCanceled,
    SQLSTATE.deadlock,
    SQLSTATE.serializationFailure,
  ];
  return isUnavailable(error) || passing.includes(sqlState(error));
}
