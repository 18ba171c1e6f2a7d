import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { DomainEvents } from '../../../../platform/events';
import { closeEmptied } from '../../../ground/cases';
import { ApplyCredit } from './apply-credit.service';
import { PAY_OUT_APPROVAL } from './held-money';

// What somebody asked to pay out is used for nothing else (see ApplyCredit); one lot of it is named, the oldest.
const WITH_CREDIT = `
  SELECT c.id AS customer_id, c.customer_number, lots.case_id
  FROM pelanggan c CROSS JOIN LATERAL (
    SELECT s.case_id FROM saldo_pelanggan s WHERE s.customer_id = c.id AND s.case_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM persetujuan a WHERE a.kind = '${PAY_OUT_APPROVAL}' AND a.entity_type = 'kasus'
        AND a.entity_id = s.case_id AND a.status = 'PENDING')
    GROUP BY s.case_id HAVING sum(s.amount) > 0 ORDER BY s.case_id LIMIT 1) lots
  WHERE c.id = ANY ($1) ORDER BY c.id`;

/**
 * Credit pays by itself, as soon as it covers the oldest open bill whole: when it arrives and when bills are issued. A bill
 * is still paid whole or not at all; what is left waits.
 */
@Injectable()
export class UseCredit implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly credit: ApplyCredit,
  ) {}

  onModuleInit(): void {
    this.events.on('bills.issued', (tx, { customerIds }) => this.use(tx, customerIds));
  }

  /** Under the locks of these customers; of most there is nothing to use. */
  async use(tx: Tx, customerIds: readonly number[]): Promise<void> {
    const customers = await tx.query<{ customer_id: number; customer_number: string; case_id: number }>(
      WITH_CREDIT,
      [customerIds],
    );
    for (const customer of customers) {
      const emptied = await this.credit.applyWhatCovers(tx, {
        caseId: customer.case_id,
        customerId: customer.customer_id,
        customerNumber: customer.customer_number,
      });
      for (const caseId of emptied)
        await closeEmptied(tx, caseId, { resolution: 'APPLY', at: this.clock.date() });
    }
  }
}
