import { Injectable } from '@nestjs/common';
import { lineOf } from '@tirtapay/bank-protocol';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '../../../platform/problem';
import { BankCallLog } from './bank-call-log';
import type { KnownCallers } from '../registry';

/** Before anything is known of a caller: enough for the busiest bank behind one address, little for a flood. */
const CALLS_PER_SECOND = 10_000;

/** The first, cheap refusals of every bank channel: too many calls from one address, or an address of no bank. */
@Injectable()
export class AddressGate {
  private readonly calls = new RateLimiterMemory({ points: CALLS_PER_SECOND, duration: 1 });

  constructor(private readonly log: BankCallLog) {}

  /** Before anything is read for a call. @throws Problem request.rate_limited */
  count(ip: string): Promise<unknown> {
    return this.calls.consume(lineOf(ip)).catch(() => {
      throw new Problem('request.rate_limited', { retryAfter: 1 });
    });
  }

  /** @throws Problem auth.ip_denied */
  admit(ip: string, { anyAddress }: KnownCallers): void {
    if (anyAddress.some((list) => list.includes(ip))) return;
    this.log.refused(ip, 'auth.ip_denied');
    throw new Problem('auth.ip_denied');
  }
}
