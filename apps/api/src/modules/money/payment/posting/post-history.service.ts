import { Inject, Injectable } from '@nestjs/common';
import { businessDateOf } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import type { Tx } from '../../../../platform/database';
import { billsDue, decidePosting } from './decide-posting';
import { drawIds, issueReceiptsAndAnswers, lockCustomers, writePayments } from './history-statements';
import { paymentFingerprint, type PaymentCommand } from './payment-command';
import { paymentRows, type PaymentRows } from './payment-rows';
import { Penalties } from './penalties';

/**
 * Posts payments of days gone by, many at once, each at the time it was made: decided and written as `PostPayment`
 * does, for loading books. The references must be new; a payment that would be refused stops the whole set.
 */
@Injectable()
export class PostHistory {
  constructor(
    private readonly clock: Clock,
    private readonly penalties: Penalties,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param payments in the order of their receipt numbers; at most one of each customer */
  async post(tx: Tx, payments: readonly PaymentCommand[]): Promise<void> {
    if (payments.length === 0) return;
    const policies = await this.penalties.policies();
    const customers = await lockCustomers(
      tx,
      payments.map((payment) => payment.customerNumber),
    );
    const ids = await drawIds(tx, payments.length);
    const rows = payments.map((command, index): PaymentRows & { fingerprint: string } => {
      const epoch = command.paidAt.epoch;
      const customer = customers.get(command.customerNumber);
      const id = ids[index];
      if (customer === undefined || id === undefined) throw refused(command, 'CUSTOMER_NOT_FOUND');
      const businessDate = businessDateOf(epoch, this.clock.zone);
      const locked = { customer, bills: customer.bills };
      const open = billsDue(locked, policies, businessDate);
      const fingerprint = paymentFingerprint(command);
      const decision = decidePosting(command, fingerprint, locked, open, epoch);
      if (decision.kind !== 'POST') throw refused(command, decision.kind);
      const bills = open.filter((bill) => command.billNumbers.includes(bill.billNumber));
      if (bills.some((bill) => bill.accrualMissing)) throw refused(command, 'PENALTY_NOT_ASSESSED');
      const posted = paymentRows(
        command,
        decision,
        { paymentId: id.payment_id, journalId: id.journal_id, customer, bills },
        { epoch, text: this.clock.text(epoch), businessDate },
        { requestId: null, ip: null, publicUrl: this.config.publicUrl },
      );
      return { ...posted, fingerprint };
    });
    await writePayments(tx, rows);
    await issueReceiptsAndAnswers(tx, rows);
  }
}

function refused(command: PaymentCommand, why: string): Error {
  return new Error(`payment ${command.bankReference} of the history: ${why}`);
}
