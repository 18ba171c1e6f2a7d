import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { businessDate, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../clock';
import { Database } from '../database';
import { Jobs, type JobTry } from './jobs';

export interface DailyJob {
  /** Of the job in the queue and of its runs in `job_run`. */
  readonly name: string;
  /** The time of the business day from which it is due, HH:MM. */
  readonly at: string;
  /** What is done, when it keeps no books of its own: its run then begins and ends in `job_run`. */
  readonly work?: (date: BusinessDate) => Promise<void>;
}

const GONE_LOOKED_AT_SECONDS = 60;

/** The days of these jobs that run and are in nobody's hands, nor will be. */
const GIVEN_UP = `
  UPDATE job_run r SET status = 'FAILED', finished_at = $2
  WHERE r.job = ANY ($1) AND r.status = 'RUNNING' AND NOT EXISTS (
    SELECT FROM graphile_worker._private_jobs j
    WHERE j.key = r.job || '-' || r.period AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`;

/**
 * Says when: a job that is due once a day is put into the queue by whichever replica looks first, and is one row of
 * `job_run`. Who was down at its time does it when it is back, as long as the day lasts. A day that went by without
 * anybody is not run afterwards: what it would have done, the run of the next day does for it.
 */
@Injectable()
export class Calendar {
  private readonly logger = new Logger('calendar');
  private readonly jobsOfTheDay: DailyJob[] = [];
  /** The day whose run is known to stand in the books: nobody is asked again. */
  private readonly settled = new Map<DailyJob, BusinessDate>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {
    jobs.every(GONE_LOOKED_AT_SECONDS, 'days that were given up', () => this.endGivenUp());
  }

  daily(job: DailyJob): void {
    this.jobsOfTheDay.push(job);
    const { name, work } = job;
    if (work !== undefined)
      this.jobs.handle(name, (payload, its) =>
        this.run(name, businessDate(String(payload.business_date)), work, its),
      );
  }

  /** One slow or failing job keeps none of the others from its time; it is asked again at the next look. */
  @Cron('*/10 * * * * *', { name: 'calendar', waitForCompletion: true, unrefTimeout: true })
  async look(): Promise<void> {
    const now = this.clock.now();
    const [date, time] = [this.clock.dayOf(now), this.clock.text(now).slice(11, 16)];
    for (const job of this.jobsOfTheDay) {
      if (time < job.at || this.settled.get(job) === date) continue;
      try {
        await this.database.transaction((tx) => this.jobs.enqueueDay(tx, job.name, date), 'screen');
        this.settled.set(job, date);
      } catch (error) {
        this.logger.warn(`${job.name}: ${String(error)}`);
      }
    }
  }

  /** The newest day before this one whose run ended well; null where there is none. */
  async lastDone(name: string, before: BusinessDate): Promise<BusinessDate | null> {
    const [last] = await this.database.screen<{ period: BusinessDate }>(
      `SELECT period FROM job_run WHERE job = $1 AND period < $2 AND status = 'SUCCESS' ORDER BY period DESC LIMIT 1`,
      [name, before],
    );
    return last?.period ?? null;
  }

  /** A process that dies at the last try of a day writes nothing more; whoever keeps books of its own looks for itself. */
  async endGivenUp(): Promise<void> {
    const names = this.jobsOfTheDay.filter(({ work }) => work !== undefined).map(({ name }) => name);
    await this.database.writeAside(GIVEN_UP, [names, this.clock.date()]);
  }

  private async run(
    name: string,
    date: BusinessDate,
    work: (date: BusinessDate) => Promise<void>,
    { last }: JobTry,
  ): Promise<void> {
    const begun = await this.database.writeAside(
      `UPDATE job_run SET status = 'RUNNING', started_at = $3, epoch = epoch + (started_at IS NOT NULL)::int
       WHERE job = $1 AND period = $2 AND status <> 'SUCCESS' RETURNING id`,
      [name, date, this.clock.date()],
    );
    if (begun.length === 0) return;
    try {
      await work(date);
    } catch (error) {
      if (last) await this.end(name, date, false);
      throw error;
    }
    await this.end(name, date, true);
  }

  private async end(name: string, date: BusinessDate, well: boolean): Promise<void> {
    await this.database.writeAside(
      'UPDATE job_run SET status = $4, finished_at = $3 WHERE job = $1 AND period = $2',
      [name, date, this.clock.date(), well ? 'SUCCESS' : 'FAILED'],
    );
  }
}
