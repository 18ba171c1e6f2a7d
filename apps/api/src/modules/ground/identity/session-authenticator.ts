import { Injectable } from '@nestjs/common';
import { JsonWebTokenError, TokenExpiredError } from '@nestjs/jwt';
import { ROLE_PERMISSIONS, type Permission, type Role } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Actor } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { AccessTokens, type AccessClaims } from './access-tokens';
import { SecurityLog } from './security-log';
import { TWO_STEP_ON } from './two-step/two-step-rows';
import { TwoStepRule } from './two-step/two-step-rule';

interface LiveSession {
  readonly name: string;
  readonly role: Role;
  readonly must_change_password: boolean;
  readonly two_step: boolean;
  readonly live: boolean;
}

const PERMISSION_SETS: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  Object.entries(ROLE_PERMISSIONS).map(([role, permissions]) => [role as Role, new Set(permissions)]),
);
const NOTHING: ReadonlySet<Permission> = new Set();

/**
 * A token is believed only while its session lives: one prepared read on every request, no cache, so that a log-out, a
 * new password, another role or a disabled user count from the very next request.
 */
@Injectable()
export class SessionAuthenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly security: SecurityLog,
    private readonly rule: TwoStepRule,
  ) {}

  /** @throws Problem auth.unauthenticated for a bad token, auth.session_ended when the session is over */
  async authenticate(token: string): Promise<Actor & { kind: 'USER' }> {
    const { userId, sessionId } = await this.claims(token);
    const [session] = await this.database.readPrepared<LiveSession & Record<string, unknown>>(
      'staff-session',
      `SELECT u.name, u.role, u.must_change_password, ${TWO_STEP_ON} AS two_step,
              s.revoked_at IS NULL AND s.expires_at > $3 AND u.active AS live
       FROM user_session s JOIN pengguna u ON u.id = s.user_id WHERE s.id = $1 AND s.user_id = $2`,
      [sessionId, userId, this.clock.date()],
    );
    if (session?.live !== true) throw new Problem('auth.session_ended');
    return this.actorOf(session, { userId, sessionId });
  }

  /**
   * Somebody who asked for work that is done after the session may have ended: what they may do now decides, and whoever
   * was turned off gets nothing.
   * @throws Problem auth.session_ended
   */
  async actingFor(personId: number): Promise<Actor & { kind: 'USER' }> {
    const [person] = await this.database.screen<Omit<LiveSession, 'live'> & Record<string, unknown>>(
      `SELECT u.name, u.role, u.must_change_password, ${TWO_STEP_ON} AS two_step
       FROM pengguna u WHERE u.id = $1 AND u.active`,
      [personId],
    );
    if (person === undefined) throw new Problem('auth.session_ended');
    return this.actorOf(person, { userId: personId, sessionId: '' });
  }

  private async claims(token: string): Promise<AccessClaims> {
    try {
      return await this.tokens.verify(token);
    } catch (error) {
      // An expired token is everyday life; anything else was made or changed by somebody.
      if (!(error instanceof TokenExpiredError))
        await this.security.record({
          action: 'security.token_rejected',
          entityType: 'user_session',
          entityId: null,
          after: { reason: error instanceof JsonWebTokenError ? error.message : 'malformed' },
        });
      throw new Problem('auth.unauthenticated');
    }
  }

  private actorOf(
    { name, role, must_change_password: mustChangePassword, two_step: twoStep }: Omit<LiveSession, 'live'>,
    { userId: id, sessionId }: AccessClaims,
  ): Actor & { kind: 'USER' } {
    const permissions = PERMISSION_SETS.get(role) ?? NOTHING;
    const mustSetUpTwoStep = !twoStep && this.rule.demands(role);
    return { kind: 'USER', id, name, role, permissions, sessionId, mustChangePassword, mustSetUpTwoStep };
  }
}
