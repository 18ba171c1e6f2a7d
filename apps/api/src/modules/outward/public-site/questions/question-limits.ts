import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../../platform/context';
import { RateLimiter, type Limit } from '../../../../platform/security';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/*
 * Every question is read by a person: what must not happen is an inbox nobody can see the bottom of. A household asks once
 * or twice; a carrier's address is shared by thousands, who do not all ask within an hour; an office answers some hundred a
 * day.
 */
const OF_A_CONTACT: Limit = { name: 'question-contact', points: 5, seconds: DAY, typed: true };
const OF_A_LINE: Limit = { name: 'question-address', points: 10, seconds: HOUR };
const OF_A_NETWORK: Limit = { name: 'question-network', points: 60, seconds: HOUR };
const OF_ALL: Limit = { name: 'question-all', points: 200, seconds: HOUR };

@Injectable()
export class QuestionLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /**
   * Narrow budgets first, so that one sender does not use up what all have together.
   * @throws Problem public.question_limit with Retry-After
   */
  async consume(contact: string): Promise<void> {
    const ip = currentContext()?.ip ?? '';
    for (const [limit, key] of [
      [OF_A_LINE, lineOf(ip)],
      [OF_A_NETWORK, networkOf(ip)],
      [OF_A_CONTACT, contact],
      [OF_ALL, 'all'],
    ] as const)
      await this.limiter.consume(limit, key, 'public.question_limit');
  }
}
