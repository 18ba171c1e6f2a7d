import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events';
import { IssueBills } from './issue-bills.service';

/**
 * Who leaves is asked for what is left when he leaves, and waits for no run: his drafts are issued with the closing. One
 * that somebody holds back stays held.
 */
@Injectable()
export class IssueFinalBill implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly issuing: IssueBills,
  ) {}

  onModuleInit(): void {
    this.events.on('customer.closed', async (tx, { customerId }) => {
      const drafts = await tx.query<{ id: number }>(
        "SELECT id FROM tagihan WHERE customer_id = $1 AND state = 'DRAFT' AND held_at IS NULL ORDER BY id",
        [customerId],
      );
      if (drafts.length > 0)
        await this.issuing.issue(
          tx,
          drafts.map(({ id }) => id),
          null,
        );
    });
  }
}
