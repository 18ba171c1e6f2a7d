import { Injectable } from '@nestjs/common';
import { lineOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../platform/context';
import { RateLimiter, type Limit } from '../../../platform/security';

/*
 * Anybody who knows a customer number may open a checkout for it, so that a neighbour can pay. What nobody needs is
 * many: each one that replaces another leaves an account to be closed at the bank.
 */
const PER_CUSTOMER: Limit = { name: 'checkout-customer', points: 10, seconds: 3_600 };
/**
 * Mobile networks put fifty thousand people behind one address: on the day bills are due some four thousand of them look
 * in an hour, and half of those pay this way. Strangers' numbers are kept scarce where they are looked up (adr/0041).
 */
const PER_ADDRESS: Limit = { name: 'checkout-address', points: 2_400, seconds: 3_600 };
/** "I have paid": asks the bank each time. */
const RECHECK: Limit = { name: 'checkout-recheck', points: 6, seconds: 60 };

@Injectable()
export class CheckoutQuota {
  constructor(private readonly limiter: RateLimiter) {}

  /** @throws Problem intent.quota with Retry-After */
  async consume(customerId: number): Promise<void> {
    await this.limiter.consume(PER_CUSTOMER, String(customerId), 'intent.quota');
    await this.limiter.consume(PER_ADDRESS, lineOf(currentContext()?.ip ?? ''), 'intent.quota');
  }

  /** @throws Problem request.rate_limited with Retry-After */
  async recheck(checkoutId: number): Promise<void> {
    await this.limiter.consume(RECHECK, String(checkoutId));
  }
}
