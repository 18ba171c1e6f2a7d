import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';

/** Longer than a place where somebody signed in stays familiar. */
const KEPT_MILLISECONDS = 60 * 24 * 3_600_000;
const AT_ONCE = 500;

/** A session that is over opens nothing; it and its tokens, one for each quarter of an hour, are not kept for ever. */
@Injectable()
export class ForgetSessions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3_600, 'forget sessions that are over', () => this.forgetOld());
  }

  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now() - KEPT_MILLISECONDS);
    let forgotten: number;
    do forgotten = await this.forgetSome(before);
    while (forgotten === AT_ONCE);
  }

  private forgetSome(before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const over = await tx.query<{ id: string }>(
        'SELECT id FROM user_session WHERE expires_at < $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED',
        [before, AT_ONCE],
      );
      const ids = over.map(({ id }) => id);
      // A token and its successor are of one session: they go together.
      await tx.query('DELETE FROM refresh_token WHERE session_id = ANY ($1::uuid[])', [ids]);
      await tx.query('DELETE FROM user_session WHERE id = ANY ($1::uuid[])', [ids]);
      return ids.length;
    }, 'screen');
  }
}
