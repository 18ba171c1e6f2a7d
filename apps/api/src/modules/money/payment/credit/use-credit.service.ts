import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { DomainEvents, OutboxDispatcher } from '../../../../platform/events';
import { Jobs } from '../../../../platform/jobs';
import { closeEmptied } from '../../../ground/cases';
import { ApplyCredit, type CreditOrder } from './apply-credit.service';
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

// What came before today: until its day is over a bank may take its money back, and must find it.
const OF_EARLIER_DAYS = `
  SELECT c.id FROM pelanggan c
  JOIN (SELECT s.customer_id, sum(s.amount) AS balance FROM saldo_pelanggan s JOIN kasus k ON k.id = s.case_id
        WHERE k.opened_at < $1 GROUP BY s.customer_id HAVING sum(s.amount) > 0) held ON held.customer_id = c.id
  WHERE EXISTS (SELECT FROM tagihan b WHERE b.customer_id = c.id AND b.state = 'ISSUED' AND b.principal <= held.balance)
  ORDER BY c.id`;

const EVERY_SECONDS = 3_600;

/**
 * Credit pays by itself, as soon as it covers the oldest open bill whole: what a correction gave back at once, a bank's
 * money from the day after it came, all of it when bills are issued. A bill is still paid whole or not at all; what is
 * left waits.
 */
@Injectable()
export class UseCredit implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    private readonly outbox: OutboxDispatcher,
    private readonly clock: Clock,
    private readonly credit: ApplyCredit,
  ) {}

  onModuleInit(): void {
    this.events.on('bills.issued', (tx, { customerIds }) => this.use(tx, customerIds, {}));
    this.jobs.every(EVERY_SECONDS, 'use credit of earlier days', () => this.useOlder());
  }

  /** Each customer alone, so that one whose bills are being paid elsewhere holds up nobody. */
  async useOlder(): Promise<void> {
    const customers = await this.database.screen<{ id: number }>(OF_EARLIER_DAYS, [this.today()]);
    await this.jobs.each('use credit of earlier days', customers, ({ id }) =>
      this.database.transaction(async (tx) => {
        await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [id]);
        await this.useWhatIsOurs(tx, id);
      }, 'screen'),
    );
    if (customers.length > 0) this.outbox.nudge();
  }

  /** Under the customer's lock; a bank's money of today stays where the bank can take it back. */
  useWhatIsOurs(tx: Tx, customerId: number): Promise<void> {
    return this.use(tx, [customerId], { heldBefore: this.today() });
  }

  private today(): Date {
    return new Date(this.clock.endOfDay(addDays(this.clock.businessDate(), -1)));
  }

  /** Under the locks of these customers; of most there is nothing to use. */
  private async use(
    tx: Tx,
    customerIds: readonly number[],
    which: Pick<CreditOrder, 'heldBefore'>,
  ): Promise<void> {
    const customers = await tx.query<{ customer_id: number; customer_number: string; case_id: number }>(
      WITH_CREDIT,
      [customerIds],
    );
    for (const customer of customers) {
      const emptied = await this.credit.applyWhatCovers(tx, {
        caseId: customer.case_id,
        customerId: customer.customer_id,
        customerNumber: customer.customer_number,
        ...which,
      });
      for (const caseId of emptied)
        await closeEmptied(tx, caseId, { resolution: 'APPLY', at: this.clock.date() });
    }
  }
}
