import { Injectable, type OnModuleInit } from '@nestjs/common';
import { periodOfDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { DomainEvents } from '../../../platform/events';
import { DraftBills } from './draft-bills.service';

// A month is priced by the category at its end, so that it does not matter on which day of it the reading was verified.
const OPEN = `
  SELECT id, reading_id FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT' AND kind = 'WATER' AND period >= $2
  ORDER BY id FOR NO KEY UPDATE`;

/** A customer comes into another category: what was drafted of the month that is not over is calculated again. */
@Injectable()
export class FollowCategory implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly drafting: DraftBills,
  ) {}

  onModuleInit(): void {
    this.events.on('customer.recategorised', async (tx, { customerId }) => {
      const running = periodOfDate(this.clock.businessDate());
      const drafts = await tx.query<{ id: number; reading_id: number }>(OPEN, [customerId, running]);
      if (drafts.length > 0) await this.drafting.redraft(tx, drafts);
    });
  }
}
