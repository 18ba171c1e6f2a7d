import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { createHash } from 'node:crypto';
import { currentContext } from '../../../platform/context';
import { Problem } from '../../../platform/problem';
import { RateLimiter, type Limit } from '../../../platform/security';

/*
 * Floods, and nothing else: how many numbers somebody may see is decided by what is asked (GuessWatch). Fifty thousand
 * people behind one carrier's address ask some 70 times a minute at the worst, each once or three times.
 */
const CALLS_OF_A_LINE: Limit = { name: 'public-address', points: 1_200, seconds: 60 };
const CALLS_OF_A_NETWORK: Limit = { name: 'public-network', points: 12_000, seconds: 60 };
/** The number a line knows: not one call of the above, so that no flood of a neighbour behind the same address stops it. */
const SAME_NUMBER: Limit = { name: 'public-same-number', points: 60, seconds: 60 };

/*
 * A link we gave out is one household's: a page that waits for its payment asks often, but not twice a second. What all of
 * a line follow together is bounded against floods only.
 */
const SAME_LINK: Limit = { name: 'public-same-link', points: 240, seconds: 60 };
const LINKS_OF_A_LINE: Limit = { name: 'public-known-address', points: 12_000, seconds: 60 };

/** Links nobody was given, on a budget of their own: who makes some up stops no neighbour behind the same address. */
const MADE_UP_OF_A_LINE: Limit = { name: 'public-made-up-address', points: 30, seconds: 60 };
const MADE_UP_OF_A_NETWORK: Limit = { name: 'public-made-up-network', points: 300, seconds: 60 };

/** What is answered to a link nobody was given. */
const MISSES: ReadonlySet<string> = new Set([
  'request.not_found',
  'intent.not_found',
  'receipt.not_found',
  'dispute.not_found',
]);

const shortened = (link: string) => createHash('sha256').update(link).digest('base64url').slice(0, 22);

/** Budgets of the pages without a log-in, against floods: by what is asked first, by who asks after. */
@Injectable()
export class PublicLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /** A look-up that is not of a number the line knows. @throws Problem request.rate_limited with Retry-After */
  async look(): Promise<void> {
    const ip = currentContext()?.ip ?? '';
    await this.limiter.consume(CALLS_OF_A_LINE, lineOf(ip));
    await this.limiter.consume(CALLS_OF_A_NETWORK, networkOf(ip));
  }

  /** The line's own number again. @throws Problem request.rate_limited with Retry-After */
  async lookAgain(customerNumber: string): Promise<void> {
    await this.limiter.consume(SAME_NUMBER, `${customerNumber}/${lineOf(currentContext()?.ip ?? '')}`);
  }

  /**
   * Follows a signed or unguessable link. One that turns out to be made up counts as such.
   * @throws Problem request.rate_limited with Retry-After, and whatever the work throws
   */
  async follow<T>(link: string, work: () => T | Promise<T>): Promise<T> {
    const ip = currentContext()?.ip ?? '';
    await this.limiter.consume(LINKS_OF_A_LINE, lineOf(ip));
    await this.limiter.consume(SAME_LINK, shortened(link));
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && MISSES.has(error.code)) {
        // It leads nowhere and is counted by who made it up: a flood of them would leave a row for each.
        await this.limiter.reset(SAME_LINK, shortened(link));
        await this.limiter.consume(MADE_UP_OF_A_LINE, lineOf(ip));
        await this.limiter.consume(MADE_UP_OF_A_NETWORK, networkOf(ip));
      }
      throw error;
    }
  }
}
