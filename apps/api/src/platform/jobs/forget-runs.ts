import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { Database } from '../database';
import { Jobs } from './jobs';

const AT_ONCE = 1_000;

/** What a run has booked says so itself, and the trail says who asked for it. */
const FORGET = `
  DELETE FROM job_run WHERE id IN (
    SELECT id FROM job_run WHERE status IN ('SUCCESS', 'FAILED') AND created_at < clock_timestamp() - make_interval(days => $1)
    ORDER BY id LIMIT ${String(AT_ONCE)} FOR UPDATE SKIP LOCKED) RETURNING id`;

/** A run that is over is of use to whoever looks after the system, for a while; one that is not over is never forgotten. */
@Injectable()
export class ForgetRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3_600, 'forget runs that are over', () => this.forgetOld());
  }

  async forgetOld(): Promise<void> {
    let gone: number;
    do gone = (await this.database.writeAside(FORGET, [this.config.retention.jobDays])).length;
    while (gone === AT_ONCE);
  }
}
