import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../platform/context';
import { Problem } from '../../../platform/problem';
import { RateLimiter, type Limit } from '../../../platform/security';

/*
 * Guessing customer numbers must be slow from one address, from one network, and in total. A household or an office
 * behind one address still gets its bills.
 */
const PER_ADDRESS: Limit = { name: 'public-address', points: 30, seconds: 60 };
const PER_NETWORK: Limit = { name: 'public-network', points: 300, seconds: 60 };
const GLOBAL: Limit = { name: 'public-global', points: 6_000, seconds: 60 };

/*
 * An address nobody can guess gives an enumerator nothing, and a page that waits for its payment asks often. Mobile
 * networks put a whole quarter behind one address, so these have a budget of their own, against floods only.
 */
const KNOWN_PER_ADDRESS: Limit = { name: 'public-known-address', points: 600, seconds: 60 };
const KNOWN_GLOBAL: Limit = { name: 'public-known-global', points: 30_000, seconds: 60 };

/** What is answered to a link nobody was given. */
const MISSES: ReadonlySet<string> = new Set(['request.not_found', 'intent.not_found', 'receipt.not_found']);

/** Budgets of the pages without a log-in: tight for numbers anybody can type, generous for links we gave out. */
@Injectable()
export class PublicLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /** Before a customer number is looked up. @throws Problem request.rate_limited with Retry-After */
  async look(): Promise<void> {
    const ip = currentContext()?.ip ?? '';
    await this.limiter.consume(PER_ADDRESS, lineOf(ip));
    await this.limiter.consume(PER_NETWORK, networkOf(ip));
    await this.limiter.consume(GLOBAL, 'all');
  }

  /**
   * Follows a signed or unguessable token, on a budget of its own. One that turns out to be made up counts as a look-up.
   * @throws Problem request.rate_limited with Retry-After, and whatever the work throws
   */
  async follow<T>(work: () => T | Promise<T>): Promise<T> {
    await this.limiter.consume(KNOWN_PER_ADDRESS, lineOf(currentContext()?.ip ?? ''));
    await this.limiter.consume(KNOWN_GLOBAL, 'all');
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && MISSES.has(error.code)) await this.look();
      throw error;
    }
  }
}
