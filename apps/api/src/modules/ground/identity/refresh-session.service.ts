import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { Account } from './check-credentials.service';
import { Sessions, tokenHash, type OpenSession } from './sessions';
import { TWO_STEP_ON } from './two-step/two-step-rows';
import type { Session } from './entities/session.entity';
import type { Staff } from './entities/staff.entity';
import type { RefreshToken } from './entities/refresh-token.entity';

/** Two tabs, or a page whose first answer was lost, may show the same token within this time. */
const REUSE_GRACE = 10_000;

type SessionRow = RowOf<Session, 'id' | 'createdAt' | 'expiresAt' | 'revokedAt' | 'userId'> &
  RowOf<Staff, 'active' | 'username' | 'name' | 'role' | 'mustChangePassword'> & {
    readonly two_step: boolean;
  };

type TokenRow = RowOf<RefreshToken, 'id' | 'usedAt'> & {
  readonly successor_hash: RefreshToken['tokenHash'] | null;
  readonly successor_used: boolean;
};

type Outcome = { account: Account; session: OpenSession } | 'ENDED';

/** Exchanges a refresh token for the next one. Each works once; a second use later on means it was stolen. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem auth.session_ended */
  async execute(token: string): Promise<{ account: Account; session: OpenSession }> {
    const outcome = await this.database.transaction((tx) => this.exchange(tx, token));
    // thrown outside: the end of a stolen session must be committed
    if (outcome === 'ENDED') throw new Problem('auth.session_ended');
    return outcome;
  }

  private async exchange(tx: Tx, token: string): Promise<Outcome> {
    const session = await this.lockSession(tx, token);
    const now = this.clock.now();
    if (session === undefined || !isLive(session, now)) return 'ENDED';
    const presented = await this.tokenRow(tx, token);
    if (presented === undefined) return 'ENDED';
    const successor = this.sessions.successorOf(token);
    const expiresAt = this.sessions.expiry(session.created_at.getTime(), now);
    if (presented.used_at === null) {
      const successorId = await this.sessions.insertToken(tx, session.id, successor);
      await tx.query('UPDATE refresh_token SET used_at = $2, successor_id = $3 WHERE id = $1', [
        presented.id,
        this.clock.date(),
        successorId,
      ]);
      await tx.query('UPDATE user_session SET last_seen_at = $2, expires_at = $3 WHERE id = $1', [
        session.id,
        this.clock.date(),
        expiresAt,
      ]);
    } else if (!isTwin(presented, successor, now)) {
      await this.endStolen(tx, session);
      return 'ENDED';
    }
    return {
      account: { ...session, id: session.user_id },
      session: { sessionId: session.id, refreshToken: successor, expiresAt },
    };
  }

  /** Lock first, read after: what another refresh of this session did is seen only once its lock is gone. */
  private async lockSession(tx: Tx, token: string): Promise<SessionRow | undefined> {
    const rows = await tx.query<SessionRow>(
      `SELECT s.id, s.created_at, s.expires_at, s.revoked_at, u.active, u.id AS user_id, u.username, u.name, u.role,
              u.must_change_password, ${TWO_STEP_ON} AS two_step
       FROM user_session s JOIN pengguna u ON u.id = s.user_id
       WHERE s.id = (SELECT session_id FROM refresh_token WHERE token_hash = $1)
       FOR UPDATE OF s`,
      [tokenHash(token)],
    );
    return rows[0];
  }

  private async tokenRow(tx: Tx, token: string): Promise<TokenRow | undefined> {
    const rows = await tx.query<TokenRow>(
      `SELECT t.id, t.used_at, n.token_hash AS successor_hash, n.used_at IS NOT NULL AS successor_used
       FROM refresh_token t LEFT JOIN refresh_token n ON n.id = t.successor_id WHERE t.token_hash = $1`,
      [tokenHash(token)],
    );
    return rows[0];
  }

  private async endStolen(tx: Tx, session: SessionRow): Promise<void> {
    await this.sessions.end(tx, session.id, 'refresh_reused');
    await writeAudit(tx, {
      action: 'security.refresh_reused',
      entityType: 'pengguna',
      entityId: session.user_id,
      after: { session_id: session.id },
    });
  }
}

function isLive({ revoked_at, active, expires_at }: SessionRow, now: number): boolean {
  return revoked_at === null && active && expires_at.getTime() > now;
}

/** The second of two refreshes at the same moment: its successor is the one the first created, and still unused. */
function isTwin(presented: TokenRow, successor: string, now: number): boolean {
  return (
    presented.used_at !== null &&
    now - presented.used_at.getTime() <= REUSE_GRACE &&
    !presented.successor_used &&
    presented.successor_hash?.equals(tokenHash(successor)) === true
  );
}
