import { Injectable } from '@nestjs/common';
import { keyForm, type Role } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { LogInLimits, type LogInAttempt } from './log-in-limits';
import { passwordMatches } from './passwords';
import { SecurityLog } from './security-log';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

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

/** Whose name and password these are; the one place that compares them. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly database: Database,
    private readonly limits: LogInLimits,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * An unknown name, a wrong password and a disabled user get the same answer after the same work.
   * @param use what is done for the right ones, before the attempts are forgiven
   * @throws Problem auth.invalid_credentials, auth.too_many_attempts
   */
  async execute<T>(credentials: Credentials, ip: string, use: (account: Account) => Promise<T>): Promise<T> {
    const username = keyForm(credentials.username);
    const candidate = await this.candidate(username, ip);
    const attempt: LogInAttempt = { username, ip, familiar: candidate?.familiar ?? false };
    await this.count(attempt, candidate?.id ?? null);
    const matches = await passwordMatches(candidate?.password_hash ?? null, credentials.password);
    if (candidate === null || !candidate.active || !matches) {
      await this.recordFailure(candidate);
      throw new Problem('auth.invalid_credentials');
    }
    const result = await use(candidate);
    await this.limits.forgive(attempt);
    return result;
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
}
