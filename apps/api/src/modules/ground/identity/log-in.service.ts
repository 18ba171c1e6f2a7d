import { Injectable } from '@nestjs/common';
import { keyForm, ROLE_PERMISSIONS, type Role } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { LogInLimits, type LogInAttempt } from './log-in-limits';
import { passwordMatches } from './passwords';
import { SecurityLog } from './security-log';
import { Sessions, type Device, type OpenSession } from './sessions';

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly must_change_password: boolean;
}

interface Candidate extends Account {
  readonly password_hash: string | null;
  readonly active: boolean;
  readonly familiar: boolean;
}

/** Where a person signed in this long ago still counts as familiar. */
const FAMILIAR = '30 days';

@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly limits: LogInLimits,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * An unknown name, a wrong password and a disabled user get the same answer after the same work.
   * @throws Problem auth.invalid_credentials, auth.too_many_attempts
   */
  async execute(
    credentials: { readonly username: string; readonly password: string },
    device: Device,
  ): Promise<{ account: Account; session: OpenSession }> {
    const username = keyForm(credentials.username);
    const ip = device.ip ?? '';
    const candidate = await this.candidate(username, ip);
    const attempt: LogInAttempt = { username, ip, familiar: candidate?.familiar ?? false };
    await this.count(attempt, candidate?.id ?? null);
    const matches = await passwordMatches(candidate?.password_hash ?? null, credentials.password);
    if (candidate === null || !candidate.active || !matches) {
      await this.recordFailure(candidate);
      throw new Problem('auth.invalid_credentials');
    }
    const session = await this.open(candidate, device);
    await this.limits.forgive(attempt);
    return { account: candidate, session };
  }

  private async candidate(username: string, ip: string): Promise<Candidate | null> {
    const rows = await this.database.read<Candidate & Record<string, unknown>>(
      `SELECT u.id, u.username, u.name, u.role, u.must_change_password, u.password_hash, u.active,
              EXISTS (SELECT FROM user_session s WHERE s.user_id = u.id AND host(s.ip) = $2
                        AND s.created_at > $3::timestamptz - interval '${FAMILIAR}') AS familiar
       FROM pengguna u WHERE u.username = $1`,
      [username, ip, this.clock.date()],
    );
    return rows[0] ?? null;
  }

  private async count(attempt: LogInAttempt, userId: number | null): Promise<void> {
    try {
      await this.limits.count(attempt);
    } catch (error) {
      if (error instanceof Problem)
        await this.security.record({
          action: 'security.login_blocked',
          entityType: 'pengguna',
          entityId: userId,
        });
      throw error;
    }
  }

  // The name that was typed is not kept: people type their password there.
  private recordFailure(candidate: Candidate | null): Promise<void> {
    return this.security.record({
      action: 'security.login_failed',
      entityType: 'pengguna',
      entityId: candidate?.id ?? null,
      after: { known: candidate !== null, active: candidate?.active ?? null },
    });
  }

  private open(account: Account, device: Device): Promise<OpenSession> {
    return this.database.transaction(async (tx) => {
      // the row lock makes log-ins of one person follow each other, so that the session limit holds
      await tx.query('UPDATE pengguna SET last_login_at = $2 WHERE id = $1', [account.id, this.clock.date()]);
      const session = await this.sessions.open(tx, account.id, device);
      await writeAudit(tx, {
        action: 'security.logged_in',
        entityType: 'pengguna',
        entityId: account.id,
        after: { session_id: session.sessionId },
        // the request came from nobody; only now it is known who sent it
        actor: {
          kind: 'USER',
          id: account.id,
          name: account.name,
          role: account.role,
          permissions: new Set(ROLE_PERMISSIONS[account.role]),
          sessionId: session.sessionId,
        },
      });
      return session;
    });
  }
}
