import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../platform/context';
import { RateLimiter, type Limit } from '../../../platform/security';

/*
 * Anybody who knows a customer number may open a checkout for it, so that a neighbour can pay. What nobody needs is
 * many: each one leaves an account to be closed at the bank. Whoever asks for many spends what is
 * his, not the customer's (adr/0114); what all of them together may ask bounds what it costs the bank.
 */
const OF_A_LINE: Limit = { name: 'checkout-customer-line', points: 10, seconds: 3_600 };
const OF_A_NETWORK: Limit = { name: 'checkout-customer-network', points: 20, seconds: 3_600 };
const OF_ALL: Limit = { name: 'checkout-customer', points: 120, seconds: 3_600 };
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
    const ip = currentContext()?.ip ?? '';
    // From the narrowest: what is refused here is counted nowhere beyond.
    const counters: readonly (readonly [Limit, string])[] = [
      [OF_A_LINE, `${String(customerId)}/${lineOf(ip)}`],
      [OF_A_NETWORK, `${String(customerId)}/${networkOf(ip)}`],
      [OF_ALL, String(customerId)],
      [PER_ADDRESS, lineOf(ip)],
    ];
    for (const [limit, key] of counters) await this.limiter.consume(limit, key, 'intent.quota');
  }

  /** @throws Problem request.rate_limited with Retry-After */
  async recheck(checkoutId: number): Promise<void> {
    await this.limiter.consume(RECHECK, String(checkoutId));
  }
}
