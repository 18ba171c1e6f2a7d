import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Logger as WorkerLogger, run, type JobHelpers, type Runner, type TaskList } from 'graphile-worker';
import type { BusinessDate } from '@tirtapay/domain';
import { CONFIG, type Config } from '../config';
import { Database, type Tx } from '../database';
import { JobLocks, ProcessGone, SIGN_SECONDS } from './job-locks';
import { LastingFailure } from './lasting-failure';

const LOCKS_LOOKED_AT_SECONDS = 30;

/** Which try of a job it is: after the last nobody begins it again. */
export interface JobTry {
  readonly last: boolean;
}

export type JobHandler = (payload: Readonly<Record<string, unknown>>, its: JobTry) => Promise<void>;

/** Is told of work that is given up, or that has failed for long: there is no caller who would ask after it. */
type FailureListener = (job: string, error: unknown) => void;

export interface EnqueueOptions {
  /** Jobs with the same key are one job. */
  readonly key?: string;
  /** Jobs of the same queue run one after the other, on all replicas together. */
  readonly queue?: string;
  readonly maxAttempts?: number;
}

/** Background work in PostgreSQL: enqueued inside the business transaction, run by any replica, tried again. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly handlers = new Map<string, JobHandler>();
  private readonly timers: NodeJS.Timeout[] = [];
  private runner: Runner | undefined;
  private readonly locks: JobLocks;
  private signs: NodeJS.Timeout | undefined;
  private tellFailure: FailureListener = () => undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.locks = new JobLocks(database);
  }

  onFailure(tell: FailureListener): void {
    this.tellFailure = tell;
  }

  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  /** For what must be looked at all the time; what has a time of day is told to the calendar. Calls `work` every `seconds` in this process while jobs are on; `work` must itself be safe on several replicas. */
  every(seconds: number, name: string, work: () => Promise<void>): void {
    this.periodic.push({ seconds, name, work });
  }

  /** Each alone: one that fails waits for the next look, and holds up nobody behind it. */
  async each<Item>(
    name: string,
    items: readonly Item[],
    work: (item: Item) => Promise<unknown>,
  ): Promise<void> {
    for (const item of items)
      await work(item).catch((error: unknown) => {
        this.logger.warn(`${name}: ${JSON.stringify(item)} waits for the next look: ${String(error)}`);
      });
  }

  private readonly periodic: { seconds: number; name: string; work: () => Promise<void> }[] = [];

  async enqueue(
    tx: Tx,
    name: string,
    payload: Readonly<Record<string, unknown>>,
    options: EnqueueOptions = {},
  ): Promise<void> {
    await tx.query(
      'SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, max_attempts => $4, job_key => $5)',
      [name, JSON.stringify(payload), options.queue ?? null, options.maxAttempts ?? 10, options.key ?? null],
    );
  }

  /**
   * The run of a day, once: whoever asks again changes nothing.
   * @returns whether this call put it into the queue
   */
  async enqueueDay(tx: Tx, name: string, date: BusinessDate): Promise<boolean> {
    const created = await tx.execute(
      `INSERT INTO job_run (job, period, status, detail) VALUES ($1, $2, 'QUEUED', jsonb_build_object('heartbeat', clock_timestamp()))
       ON CONFLICT (job, period) DO NOTHING`,
      [name, date],
    );
    if (created > 0) await this.enqueue(tx, name, { business_date: date }, { key: `${name}-${date}` });
    return created > 0;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runJobs) return;
    const taskList: TaskList = Object.fromEntries(
      [...this.handlers].map(([name, handler]) => [
        name,
        async (payload: unknown, { job }: JobHelpers) => {
          const last = job.attempts >= job.max_attempts;
          await this.locks
            .beside(job, () => handler(payload as Record<string, unknown>, { last }))
            .catch((error: unknown) => {
              if (last) this.tellFailure(name, error);
              throw error;
            });
        },
      ]),
    );
    this.runner = await run({
      pgPool: this.database.pool('screen'),
      taskList,
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: new WorkerLogger(() => (level: string, message) => {
        if (level === 'error') this.logger.error(message);
        else if (level === 'warning') this.logger.warn(message);
      }),
    });
    this.every(LOCKS_LOOKED_AT_SECONDS, 'jobs of processes that are gone', () => this.giveBack());
    for (const { seconds, name, work } of this.periodic)
      this.timers.push(this.startPeriodic(seconds, name, work));
    this.signs = this.startPeriodic(SIGN_SECONDS, 'signs of jobs at work', () => this.locks.say());
  }

  private async giveBack(): Promise<void> {
    for (const name of await this.locks.giveBack()) this.tellFailure(name, new ProcessGone());
  }

  private startPeriodic(seconds: number, name: string, work: () => Promise<void>): NodeJS.Timeout {
    let busy = false;
    const failure = new LastingFailure();
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      work()
        .then(() => {
          failure.over();
        })
        .catch((error: unknown) => {
          this.logger.warn(`${name}: ${String(error)}`);
          if (failure.lasts()) this.tellFailure(name, error);
        })
        .finally(() => {
          busy = false;
        });
    }, seconds * 1_000);
    return timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.runner?.stop();
    // Until then some are still at work.
    clearInterval(this.signs);
  }
}
