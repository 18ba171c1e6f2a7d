import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database';
import { Problem } from '../problem';
import type { ErrorCode } from '@tirtapay/contracts';

export interface Limit {
  /** Prefix of the counters; one per purpose. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  readonly blockSeconds?: number;
}

/** The column takes 255 characters, the name of the limit and what the store adds among them. */
const LONGEST_KEY = 120;

/** What a stranger typed may be of any length, all the more once it is normalised; it is counted all the same. */
function keyOf(key: string): string {
  return key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('base64url');
}

/** Counters shared by all processes, kept in PostgreSQL, so that a restart or a second replica opens no window. */
@Injectable()
export class RateLimiter {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly database: Database) {}

  /** @throws Problem with Retry-After when the budget is spent */
  async consume(
    limit: Limit,
    key: string,
    code: ErrorCode = 'request.rate_limited',
    points = 1,
  ): Promise<void> {
    try {
      await this.limiter(limit).consume(keyOf(key), points);
    } catch (error) {
      if (error instanceof RateLimiterRes)
        throw new Problem(code, { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
      throw error;
    }
  }

  /** Counts one, without a word about it. @returns whether the budget had it */
  async admits(limit: Limit, key: string): Promise<boolean> {
    try {
      await this.limiter(limit).consume(keyOf(key));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  /** Seconds until the key may try again, or 0. */
  async blockedFor(limit: Limit, key: string): Promise<number> {
    const state = await this.limiter(limit).get(keyOf(key));
    return state !== null && state.consumedPoints >= limit.points
      ? Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      : 0;
  }

  /** Takes one consumed point back: what turned out to be no misuse does not count. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).reward(keyOf(key), 1);
  }

  async reset(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).delete(keyOf(key));
  }

  private limiter(limit: Limit): RateLimiterPostgres {
    const existing = this.limiters.get(limit.name);
    if (existing !== undefined) return existing;
    const created = new RateLimiterPostgres({
      storeClient: this.database.pool('door'),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
      ...(limit.blockSeconds === undefined ? {} : { blockDuration: limit.blockSeconds }),
    });
    this.limiters.set(limit.name, created);
    return created;
  }
}
