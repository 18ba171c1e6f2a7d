import { Injectable } from '@nestjs/common';
import type { RecentLookUps } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Database } from '../../../../platform/database';
import { writeOutbox } from '../../../../platform/events';
import { RateLimiter, type Limit } from '../../../../platform/security';
import { AskedNumbers, WINDOW_MILLISECONDS } from './asked-numbers';

const ONCE: Limit = { name: 'public-guess-alarm', points: 1, seconds: WINDOW_MILLISECONDS / 1000 };
/** Region, route and thousand: where they were counting. */
const PREFIX_DIGITS = 8;

/** Says once per window that numbers are being guessed: in the trail, and to those who keep the system. */
@Injectable()
export class GuessAlarm {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly asked: AskedNumbers,
  ) {}

  async raise(customerNumber: string, recent: RecentLookUps): Promise<void> {
    if (!(await this.limiter.admits(ONCE, 'all'))) return;
    const facts = {
      prefix: customerNumber.slice(0, PREFIX_DIGITS),
      minutes: WINDOW_MILLISECONDS / 60_000,
      ...(await this.asked.figures()),
      numbers_nearby: recent.numbersNearby,
      misses_nearby: recent.missesNearby,
    };
    await this.database.transaction(async (tx) => {
      await writeAudit(tx, {
        action: 'security.enumeration',
        entityType: 'nomor_ditanya',
        entityId: null,
        after: facts,
      });
      await writeOutbox(tx, 'security.enumeration', null, facts);
    }, 'door');
  }
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'security.enumeration': { readonly prefix: string; readonly minutes: number } & Readonly<
      Record<string, unknown>
    >;
  }
}
