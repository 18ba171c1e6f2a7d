import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { WINDOW_MILLISECONDS } from './asked-numbers';
import { KNOWN_MILLISECONDS } from './known-numbers';

/** Nothing of what strangers asked for is kept longer than it is needed. */
@Injectable()
export class ForgetNumbers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60, 'forget numbers asked for', () => this.forgetOld());
  }

  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    await this.database.writeAside('DELETE FROM nomor_ditanya WHERE asked_at < $1', [
      new Date(now - WINDOW_MILLISECONDS),
    ]);
    await this.database.writeAside('DELETE FROM nomor_dikenal WHERE seen_at < $1', [
      new Date(now - KNOWN_MILLISECONDS),
    ]);
  }
}
