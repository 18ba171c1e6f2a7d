import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { currentContext, currentStaff, runInContext, type RequestContext } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { AttemptSuperseded, JobRuns, Jobs, type JobAttempt } from '../../../platform/jobs';
import { Problem } from '../../../platform/problem';
import type { VerifyBatchRunDto } from './dto/reading.dto';
import type { VerifyRefusal } from './refusals';
import { VerifyChunk } from './verify-chunk';
import { BATCH_CHUNK, matchingAfter, type BatchFilter } from './batch-filter';

const JOB = 'verify-batch';
const STALLED_AFTER_SECONDS = 30;
/** A run that dies again and again is given up; what it verified stands, and another batch takes the rest. */
const MOST_ATTEMPTS = 20;
const SKIPPED = 'skipped_';

/** What a run keeps in `job_run.detail`. */
interface Detail {
  readonly filter: BatchFilter;
  /** On whose word, and in answer to which request. */
  readonly by: { readonly id: number; readonly name: string; readonly role: string };
  readonly request_id: string;
  readonly ip: string;
  readonly matched: number;
  readonly done?: number;
  readonly verified?: number;
  readonly cursor?: number;
}

/** Batches too long for one answer: a job that goes on after the last reading it decided, whatever happened between. */
@Injectable()
export class VerifyBatchRuns implements OnModuleInit {
  private readonly logger = new Logger(JOB);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    private readonly chunks: VerifyChunk,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(JOB, (payload) => this.run(String(payload.batch_id)));
    this.jobs.every(STALLED_AFTER_SECONDS, 'resume stalled batches of readings', () => this.resumeStalled());
  }

  async start(batchId: string, filter: BatchFilter, matched: number): Promise<VerifyBatchRunDto> {
    const { id, name, role } = currentStaff();
    const context = currentContext();
    const detail: Detail = {
      filter,
      by: { id, name, role },
      request_id: context?.requestId ?? batchId,
      ip: context?.ip ?? '',
      matched,
    };
    await this.database.transaction(async (tx) => {
      await this.runs.queue(tx, JOB, batchId, detail);
      await this.jobs.enqueue(tx, JOB, { batch_id: batchId }, { key: `${JOB}-${batchId}` });
    }, 'screen');
    return this.read('period = $2', batchId);
  }

  /** @throws Problem job.not_found */
  byId(id: number): Promise<VerifyBatchRunDto> {
    return this.read('id = $2', id);
  }

  private async read(condition: string, value: string | number): Promise<VerifyBatchRunDto> {
    const [run] = await this.database.screen<{
      id: number;
      status: VerifyBatchRunDto['status'];
      detail: Detail;
    }>(`SELECT id, status, detail FROM job_run WHERE job = $1 AND ${condition}`, [JOB, value]);
    if (run === undefined) throw new Problem('job.not_found');
    const { matched, done = 0, verified = 0 } = run.detail;
    const skipped = Object.entries(run.detail).flatMap(([key, count]) =>
      key.startsWith(SKIPPED)
        ? [{ reason: key.slice(SKIPPED.length) as VerifyRefusal, count: Number(count) }]
        : [],
    );
    return { id: run.id, status: run.status, matched, done, verified, skipped_by_reason: skipped };
  }

  /** Safe to repeat and to resume: a reading that is verified is skipped, and counted once. */
  async run(batchId: string): Promise<void> {
    const attempt = await this.runs.begin(JOB, batchId, this.clock.date());
    if (attempt === null) return;
    if (attempt.epoch > MOST_ATTEMPTS) return this.runs.fail(JOB, batchId, 'gave_up', this.clock.date());
    const detail = attempt.detail as unknown as Detail;
    try {
      await runInContext(contextOf(detail), async () => {
        for (let last: number | null = detail.cursor ?? 0; last !== null;)
          last = await this.step(attempt, detail.filter, last);
      });
      await this.database.transaction(
        (tx) => this.runs.finish(tx, JOB, attempt, this.clock.date()),
        'screen',
      );
    } catch (error) {
      if (!(error instanceof AttemptSuperseded)) throw error;
      this.logger.warn(`batch ${batchId} was taken over by a later attempt`);
    }
  }

  /** @returns the reading to go on after, or null when none are left */
  private async step(attempt: JobAttempt, filter: BatchFilter, after: number): Promise<number | null> {
    const ids = await matchingAfter(this.database, filter, after);
    const last = ids.at(-1);
    if (last === undefined) return null;
    await this.database.transaction(async (tx) => {
      const judged = await this.chunks.verify(tx, ids, attempt.period);
      const counts: Record<string, number> = { done: judged.length, verified: 0 };
      for (const { refusal } of judged) {
        const key = refusal === null ? 'verified' : `${SKIPPED}${refusal}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      await this.runs.progress(tx, JOB, attempt, { cursor: last }, counts);
    }, 'screen');
    return ids.length < BATCH_CHUNK ? null : last;
  }

  private async resumeStalled(): Promise<void> {
    const stalled = await this.database.screen<{ batch_id: string }>(
      `SELECT period AS batch_id FROM job_run WHERE job = $1 AND status IN ('QUEUED', 'RUNNING')
         AND (detail ->> 'heartbeat')::timestamptz < clock_timestamp() - make_interval(secs => $2)`,
      [JOB, STALLED_AFTER_SECONDS],
    );
    for (const { batch_id: batchId } of stalled)
      await this.database.transaction(
        (tx) => this.jobs.enqueue(tx, JOB, { batch_id: batchId }, { key: `${JOB}-${batchId}` }),
        'screen',
      );
  }
}

/** The decisions are those of who asked for them; nothing else is done in that name. */
function contextOf({ by, request_id: requestId, ip }: Detail): RequestContext {
  const actor = { kind: 'USER', ...by, permissions: new Set(), sessionId: '' } as const;
  return { requestId, ip, language: 'id', actor: actor as unknown as RequestContext['actor'] };
}
