import { Injectable } from '@nestjs/common';
import { keyForm, type Role } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { LogInLimits, type LogInAttempt } from './log-in-limits';
import { passwordMatches } from './passwords';
import { SecurityLog } from './security-log';
import { TwoStepCodes } from './two-step/two-step-codes';
import { TWO_STEP_ON } from './two-step/two-step-rows';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the app or a recovery code, where the second step is on. */
  readonly code?: string;
}

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly must_change_password: boolean;
  /** Signs in in two steps. */
  readonly two_step: boolean;
}

/** An account as it was when its password was compared; much may have happened since. */
export interface Checked extends Account {
  readonly password_hash: string | null;
}

interface Candidate extends Checked {
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
    private readonly twoStep: TwoStepCodes,
  ) {}

  /**
   * An unknown name, a wrong password and a disabled user get the same answer after the same work.
   * @param use what is done for the right ones, before the attempts are forgiven
   * @throws Problem auth.invalid_credentials, auth.two_step_code_needed, auth.two_step_code_wrong,
   *   auth.too_many_attempts
   */
  async execute<T>(credentials: Credentials, ip: string, use: (account: Checked) => Promise<T>): Promise<T> {
    const username = keyForm(credentials.username);
    const candidate = await this.candidate(username, ip);
    const attempt: LogInAttempt = { username, ip, familiar: candidate?.familiar ?? false };
    await this.count(attempt, candidate?.id ?? null);
    const matches = await passwordMatches(candidate?.password_hash ?? null, credentials.password);
    if (candidate === null || !candidate.active || !matches) {
      await this.recordFailure(candidate);
      throw new Problem('auth.invalid_credentials');
    }
    if (candidate.two_step) await this.secondStep(candidate.id, credentials.code, attempt);
    const result = await use(candidate).catch((error: unknown) => this.unused(error, attempt));
    await this.limits.forgive(attempt);
    return result;
  }

  private async secondStep(userId: number, code: string | undefined, attempt: LogInAttempt): Promise<void> {
    if (code !== undefined) return this.twoStep.take(userId, code);
    await this.limits.giveBack(attempt);
    throw new Problem('auth.two_step_code_needed');
  }

  /** The second step came while the password was being compared: no failure either. */
  private async unused(error: unknown, attempt: LogInAttempt): Promise<never> {
    if (error instanceof Problem && error.code === 'auth.two_step_code_needed')
      await this.limits.giveBack(attempt);
    throw error;
  }

  private async candidate(username: string, ip: string): Promise<Candidate | null> {
    const rows = await this.database.read<Candidate & Record<string, unknown>>(
      `SELECT u.id, u.username, u.name, u.role, u.must_change_password, u.password_hash, u.active,
              ${TWO_STEP_ON} AS two_step,
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
