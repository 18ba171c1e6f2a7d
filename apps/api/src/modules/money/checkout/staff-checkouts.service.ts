import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CheckoutBank, type Asked } from './checkout-bank.service';
import { checkoutsById, type CheckoutRecord } from './checkout-record';
import { closeCheckout, lockCustomer } from './checkout-statements';

/** What staff do about a checkout: end it, ask the bank about it. Money that comes in spite of it is never lost. */
@Injectable()
export class StaffCheckouts {
  private readonly logger = new Logger('checkouts');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bank: CheckoutBank,
  ) {}

  /**
   * Ends an open checkout here, then at the bank. When the bank does not answer, the janitor goes on asking.
   * @returns whether the bank has closed it already
   * @throws Problem intent.not_found; intent.closed when it is no longer open
   */
  async cancel(id: number, reason: string): Promise<boolean> {
    const found = await this.find(id);
    const closedAt = this.clock.date();
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, found.customer_id);
      if (!(await closeCheckout(tx, id, 'WITHDRAWN', closedAt, reason))) throw new Problem('intent.closed');
    });
    try {
      return await this.bank.withdraw({ ...found, status: 'CANCELLED', closed_at: closedAt });
    } catch (error) {
      this.logger.warn(`checkout ${String(id)}: ${String(error)}`);
      return false;
    }
  }

  /** Asks the bank now; a payment it tells of is booked. @throws Problem intent.not_found */
  async ask(id: number): Promise<Asked> {
    return this.bank.ask(await this.find(id));
  }

  private async find(id: number): Promise<CheckoutRecord> {
    const [found] = await checkoutsById(this.database, [id]);
    if (found === undefined) throw new Problem('intent.not_found');
    return found;
  }
}
