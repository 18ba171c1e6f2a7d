import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../../platform/context';
import { RateLimiter, type Limit } from '../../../../platform/security';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/*
 * Four digits are 10,000 guesses. Ten a day for one customer make a stranger wait more than a year for an even chance;
 * the limits by address and network stop the one guess at everybody's history.
 */
const PER_CUSTOMER: Limit = { name: 'history-customer', points: 5, seconds: HOUR };
const PER_CUSTOMER_DAY: Limit = { name: 'history-customer-day', points: 10, seconds: DAY };
const PER_ADDRESS: Limit = { name: 'history-address', points: 20, seconds: HOUR };
const PER_NETWORK: Limit = { name: 'history-network', points: 200, seconds: HOUR };

/** What wrong digits cost. Kept by customer number, known or not: a lock says nothing about who exists. */
@Injectable()
export class HistoryLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /**
   * Counts the attempt before it is judged, so that many at once gain nothing.
   * @throws Problem public.second_factor_locked with Retry-After
   */
  async consume(customerNumber: string): Promise<void> {
    for (const [limit, key] of this.budgets(customerNumber))
      await this.limiter.consume(limit, key, 'public.second_factor_locked');
  }

  /** Right digits are no guess. */
  async giveBack(customerNumber: string): Promise<void> {
    for (const [limit, key] of this.budgets(customerNumber)) await this.limiter.giveBack(limit, key);
  }

  private budgets(customerNumber: string): (readonly [Limit, string])[] {
    const ip = currentContext()?.ip ?? '';
    return [
      [PER_ADDRESS, lineOf(ip)],
      [PER_NETWORK, networkOf(ip)],
      [PER_CUSTOMER, customerNumber],
      [PER_CUSTOMER_DAY, customerNumber],
    ];
  }
}
