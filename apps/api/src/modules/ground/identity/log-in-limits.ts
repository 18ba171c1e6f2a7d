import { Injectable } from '@nestjs/common';
import { lineOf } from '@tirtapay/bank-protocol';
import { RateLimiter, type Limit } from '../../../platform/security';

/**
 * Each step counts on after the one before has let go again, so the wait grows: half a minute, five minutes, a quarter
 * of an hour, and never longer. Counting happens before the password is looked at, so parallel guesses count too.
 */
const PER_ACCOUNT: readonly Limit[] = [
  { name: 'login-account-1', points: 5, seconds: 300, blockSeconds: 30, typed: true },
  { name: 'login-account-2', points: 10, seconds: 3_600, blockSeconds: 300, typed: true },
  { name: 'login-account-3', points: 20, seconds: 86_400, blockSeconds: 900, typed: true },
];
/** One password tried on many names. Wide enough for an office behind one address. */
const PER_ADDRESS: readonly Limit[] = [
  { name: 'login-address-1', points: 30, seconds: 300, blockSeconds: 60 },
  { name: 'login-address-2', points: 100, seconds: 86_400, blockSeconds: 900 },
];

/** One-time codes: few people, few tries; a right one costs nothing. */
const PER_CODE_ADDRESS: readonly Limit[] = [
  { name: 'code-address-1', points: 10, seconds: 300, blockSeconds: 60 },
  { name: 'code-address-2', points: 60, seconds: 86_400, blockSeconds: 900 },
];

/** Codes of an app: who guesses knows the password already, from wherever. A million codes, three of them right. */
const PER_TWO_STEP: readonly Limit[] = [
  { name: 'two-step-1', points: 5, seconds: 300, blockSeconds: 300 },
  { name: 'two-step-2', points: 20, seconds: 86_400, blockSeconds: 3_600 },
];

export interface LogInAttempt {
  readonly username: string;
  readonly ip: string;
  /**
   * The person has signed in from this address before. Such an address has a counter of its own, so that a stranger
   * who keeps guessing cannot lock the person out.
   */
  readonly familiar: boolean;
}

/** Brute-force limits on log-in, in PostgreSQL: shared by replicas, kept over restarts, no account is ever closed. */
@Injectable()
export class LogInLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /** @throws Problem auth.too_many_attempts with Retry-After */
  async count(attempt: LogInAttempt): Promise<void> {
    for (const limit of PER_ADDRESS)
      await this.limiter.consume(limit, lineOf(attempt.ip), 'auth.too_many_attempts');
    for (const limit of PER_ACCOUNT)
      await this.limiter.consume(limit, accountKey(attempt), 'auth.too_many_attempts');
  }

  /** A guess at a one-time code. @throws Problem auth.too_many_attempts with Retry-After */
  async countCode(ip: string): Promise<void> {
    for (const limit of PER_CODE_ADDRESS)
      await this.limiter.consume(limit, lineOf(ip), 'auth.too_many_attempts');
  }

  async forgiveCode(ip: string): Promise<void> {
    await Promise.all(PER_CODE_ADDRESS.map((limit) => this.limiter.giveBack(limit, lineOf(ip))));
  }

  /** A guess at a code of the second step. @throws Problem auth.too_many_attempts with Retry-After */
  async countTwoStep(userId: number): Promise<void> {
    for (const limit of PER_TWO_STEP)
      await this.limiter.consume(limit, String(userId), 'auth.too_many_attempts');
  }

  async forgiveTwoStep(userId: number): Promise<void> {
    await Promise.all(PER_TWO_STEP.map((limit) => this.limiter.reset(limit, String(userId))));
  }

  /** A right password without its code: no failure, and nothing is forgiven either. */
  async giveBack(attempt: LogInAttempt): Promise<void> {
    await Promise.all([
      ...PER_ACCOUNT.map((limit) => this.limiter.giveBack(limit, accountKey(attempt))),
      ...PER_ADDRESS.map((limit) => this.limiter.giveBack(limit, lineOf(attempt.ip))),
    ]);
  }

  /** The right password: the account starts afresh, the address gets its point back and keeps its failures. */
  async forgive(attempt: LogInAttempt): Promise<void> {
    await Promise.all([
      ...PER_ACCOUNT.map((limit) => this.limiter.reset(limit, accountKey(attempt))),
      ...PER_ADDRESS.map((limit) => this.limiter.giveBack(limit, lineOf(attempt.ip))),
    ]);
  }
}

function accountKey({ username, ip, familiar }: LogInAttempt): string {
  return familiar ? `${username}/${lineOf(ip)}` : username;
}
