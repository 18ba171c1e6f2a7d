import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { LOOK_UP_WINDOW_SECONDS, numbersAllowed, type Acquaintance } from '@tirtapay/domain';
import { RateLimiter } from '../../../../platform/security';

/** How many different numbers a line, a network and all together are shown without a proof. */
@Injectable()
export class NumberBudgets {
  constructor(private readonly limiter: RateLimiter) {}

  /** Counts one more; what one of the three refuses is not counted for the wider ones. @returns whether it may be shown */
  async admit(acquaintance: Acquaintance, ip: string): Promise<boolean> {
    const allowed = numbersAllowed(acquaintance);
    const kind = acquaintance === 'NOBODY' ? 'new' : 'known';
    for (const [of, points, key] of [
      ['line', allowed.line, lineOf(ip)],
      ['network', allowed.network, networkOf(ip)],
      ['all', allowed.inAll, 'all'],
    ] as const) {
      const limit = { name: `public-${kind}-numbers-${of}`, points, seconds: LOOK_UP_WINDOW_SECONDS };
      if (!(await this.limiter.admits(limit, key))) return false;
    }
    return true;
  }
}
