import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../../platform/context';
import { RateLimiter, type Limit } from '../../../../platform/security';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** What the digits open. */
export type Opened = 'HISTORY' | 'BILLS';

/*
 * Four digits are 10,000 guesses. Ten a day for one customer make a stranger wait more than a year for an even chance;
 * the limits by address and network stop the one guess at everybody's history.
 */
const PER_CUSTOMER: Limit = { name: 'history-customer', points: 5, seconds: HOUR };
const PER_CUSTOMER_DAY: Limit = { name: 'history-customer-day', points: 10, seconds: DAY };
const PER_ADDRESS: Limit = { name: 'history-address', points: 20, seconds: HOUR };
const PER_NETWORK: Limit = { name: 'history-network', points: 200, seconds: HOUR };

/*
 * Without the bills nobody can pay here, so a stranger must not be able to lock them: wrong digits count for the line they
 * came from. Only who tries one number from many lines meets the limit of the number, which keeps the digits secret.
 */
/*
 * Behind a carrier's address many stand at their meters at once and some of them misread it. A line that tries one guess
 * at everybody opens one bill in a hundred hours; the history, which says more, keeps its tighter limit.
 */
const BILLS_PER_ADDRESS: Limit = { name: 'bills-address', points: 100, seconds: HOUR };
const BILLS_PER_NETWORK: Limit = { name: 'bills-network', points: 1_000, seconds: HOUR };
const BILLS_PER_LINE: Limit = { name: 'bills-customer-line', points: 5, seconds: HOUR };
const BILLS_PER_CUSTOMER_DAY: Limit = { name: 'bills-customer-day', points: 40, seconds: DAY };

/** What wrong digits cost. Kept by customer number, known or not: a lock says nothing about who exists. */
@Injectable()
export class DigitLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /**
   * Counts the attempt before it is judged, so that many at once gain nothing.
   * @throws Problem public.second_factor_locked with Retry-After
   */
  async consume(customerNumber: string, opened: Opened): Promise<void> {
    for (const [limit, key] of this.budgets(customerNumber, opened))
      await this.limiter.consume(limit, key, 'public.second_factor_locked');
  }

  /** Right digits are no guess. */
  async giveBack(customerNumber: string, opened: Opened): Promise<void> {
    for (const [limit, key] of this.budgets(customerNumber, opened)) await this.limiter.giveBack(limit, key);
  }

  private budgets(customerNumber: string, opened: Opened): (readonly [Limit, string])[] {
    const ip = currentContext()?.ip ?? '';
    const line = lineOf(ip);
    return opened === 'HISTORY'
      ? [
          [PER_ADDRESS, line],
          [PER_NETWORK, networkOf(ip)],
          [PER_CUSTOMER, customerNumber],
          [PER_CUSTOMER_DAY, customerNumber],
        ]
      : [
          [BILLS_PER_ADDRESS, line],
          [BILLS_PER_NETWORK, networkOf(ip)],
          [BILLS_PER_LINE, `${customerNumber}/${line}`],
          [BILLS_PER_CUSTOMER_DAY, customerNumber],
        ];
  }
}
