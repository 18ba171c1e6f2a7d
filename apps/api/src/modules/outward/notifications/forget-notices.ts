import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';

const AT_ONCE = 1_000;
const DAY_MILLISECONDS = 24 * 3_600_000;

/** A notice tells of what stands elsewhere: cases, approvals and the trail keep it, the notice does not have to. */
@Injectable()
export class ForgetNotices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3_600, 'forget old notices', () => this.forgetOld());
  }

  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now() - this.config.retention.noticeDays * DAY_MILLISECONDS);
    let forgotten: number;
    do forgotten = await this.forgetSome(before);
    while (forgotten === AT_ONCE);
  }

  private forgetSome(before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      // Who reads one at this moment is let through first.
      const old = await tx.query<{ id: number }>(
        `SELECT id FROM notifikasi WHERE created_at < $1 ORDER BY created_at, id LIMIT ${String(AT_ONCE)} FOR UPDATE SKIP LOCKED`,
        [before],
      );
      const ids = old.map(({ id }) => id);
      await tx.query('DELETE FROM notifikasi_dibaca WHERE notice_id = ANY ($1::bigint[])', [ids]);
      await tx.query('DELETE FROM notifikasi WHERE id = ANY ($1::bigint[])', [ids]);
      return ids.length;
    }, 'screen');
  }
}
