import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { Sessions } from './sessions';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async logOut(userId: number, sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.sessions.end(tx, sessionId, 'logged_out');
      await writeAudit(tx, {
        action: 'security.logged_out',
        entityType: 'pengguna',
        entityId: userId,
        after: { session_id: sessionId },
      });
    });
  }

  /** Ends one of the person's own sessions; somebody else's is simply not there. @throws Problem request.not_found */
  endOwn(userId: number, sessionId: string): Promise<void> {
    return this.end(userId, sessionId, 'ended_by_user');
  }

  /** Puts somebody out where they are signed in; who they are does not matter. @throws Problem request.not_found */
  endOf(userId: number, sessionId: string): Promise<void> {
    return this.end(userId, sessionId, 'ended_by_another');
  }

  private async end(
    userId: number,
    sessionId: string,
    reason: 'ended_by_user' | 'ended_by_another',
  ): Promise<void> {
    if (!UUID.test(sessionId)) throw new Problem('request.not_found');
    await this.database.transaction(async (tx) => {
      const [own] = await tx.query(
        'SELECT id FROM user_session WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > $3 FOR UPDATE',
        [sessionId, userId, this.clock.date()],
      );
      if (own === undefined) throw new Problem('request.not_found');
      await this.sessions.end(tx, sessionId, reason);
      await writeAudit(tx, {
        action: 'security.session_ended',
        entityType: 'pengguna',
        entityId: userId,
        after: { session_id: sessionId },
      });
    });
  }
}
