import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';

/** The timestamp window is 5 minutes; a nonce kept 15 minutes can never be replayed inside it. */
const KEEP_MILLISECONDS = 15 * 60_000;
/** An X-EXTERNAL-ID is unique in its day, and days end at different times in different zones. */
const KEEP_EXTERNAL_ID_MILLISECONDS = 48 * 3_600_000;
/** Over a weekend and more: when the calls of a bank began to be refused. */
const KEEP_REFUSALS_MILLISECONDS = 7 * 86_400_000;

@Injectable()
export class ReplayCleanup implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60, 'replay clean-up', () => this.forgetOld());
  }

  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    const limit = now - KEEP_MILLISECONDS;
    await this.database.writeAside('DELETE FROM bank_nonce WHERE seen_at < $1', [new Date(limit)]);
    await this.database.writeAside('DELETE FROM bank_rate WHERE second < $1', [Math.floor(limit / 1000)]);
    await this.database.writeAside('DELETE FROM snap_external_id WHERE seen_at < $1', [
      new Date(now - KEEP_EXTERNAL_ID_MILLISECONDS),
    ]);
    await this.database.writeAside('DELETE FROM bank_refusal WHERE last_at < $1', [
      new Date(now - KEEP_REFUSALS_MILLISECONDS),
    ]);
  }
}
