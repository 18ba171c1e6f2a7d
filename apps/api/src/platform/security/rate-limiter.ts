import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config';
import { Database } from '../database';
import { Problem } from '../problem';
import type { ErrorCode } from '@tirtapay/contracts';

export interface Limit {
  /** Prefix of the counters; one per purpose. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  readonly blockSeconds?: number;
  /** What is counted is what somebody typed, which may be a password or a telephone number: kept as a keyed hash alone. */
  readonly typed?: true;
}

/** The column takes 255 characters, the name of the limit and what the store adds among them. */
const LONGEST_KEY = 120;

/** Counters shared by all processes, kept in PostgreSQL, so that a restart or a second replica opens no window. */
@Injectable()
export class RateLimiter {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  private readonly hashKey: Buffer;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.hashKey = createHmac('sha256', config.inquiryKey).update('rate-limit').digest();
  }

  /** @throws Problem with Retry-After when the budget is spent */
  async consume(
    limit: Limit,
    key: string,
    code: ErrorCode = 'request.rate_limited',
    points = 1,
  ): Promise<void> {
    try {
      await this.limiter(limit).consume(this.keyOf(limit, key), points);
    } catch (error) {
      if (error instanceof RateLimiterRes)
        throw new Problem(code, { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
      throw error;
    }
  }

  /** Counts one, without a word about it. @returns whether the budget had it */
  async admits(limit: Limit, key: string): Promise<boolean> {
    try {
      await this.limiter(limit).consume(this.keyOf(limit, key));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  /** Seconds until the key may try again, or 0. */
  async blockedFor(limit: Limit, key: string): Promise<number> {
    const state = await this.limiter(limit).get(this.keyOf(limit, key));
    return state !== null && state.consumedPoints >= limit.points
      ? Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      : 0;
  }

  /** Takes one consumed point back: what turned out to be no misuse does not count. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).reward(this.keyOf(limit, key), 1);
  }

  async reset(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).delete(this.keyOf(limit, key));
  }

  /** What a stranger sent may be of any length, all the more once it is normalised; it is counted all the same. */
  private keyOf({ typed }: Limit, key: string): string {
    if (typed !== true && key.length <= LONGEST_KEY) return key;
    return createHmac('sha256', this.hashKey).update(key).digest('base64url');
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
