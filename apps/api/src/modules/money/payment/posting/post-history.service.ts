import { Inject, Injectable } from '@nestjs/common';
import { businessDateOf } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import type { Tx } from '../../../../platform/database';
import { decidePosting, type PostingTime } from './decide-posting';
import { drawIds, lockCustomers } from './lock-postings';
import { paymentFingerprint, type PaymentCommand } from './payment-command';
import { paymentPosting } from './payment-posting';
import { Penalties } from './penalties';
import type { Posting } from './postings';
import { issueReceipts, writePostings } from './write-postings';

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
    const postings = payments.map((command, index): Posting => {
      const epoch = command.paidAt.epoch;
      const customer = customers.get(command.customerNumber) ?? null;
      const own = ids[index];
      if (customer === null || own === undefined) throw refused(command, 'customer.not_found');
      const at: PostingTime = {
        epoch,
        text: this.clock.text(epoch),
        businessDate: businessDateOf(epoch, this.clock.zone),
      };
      const fingerprint = paymentFingerprint(command);
      const locked = { reference: null, customer, settled: [] };
      const verdict = decidePosting(command, fingerprint, locked, policies, at);
      if (verdict.kind === 'POST')
        return paymentPosting(command, fingerprint, verdict.payment, own, at, {
          origin: null,
          publicUrl: this.config.publicUrl,
        });
      throw refused(command, verdict.kind === 'REFUSE' ? verdict.problem.code : 'penalty not assessed');
    });
    await writePostings(tx, postings, 'PLANNED_ANEW');
    await issueReceipts(tx, postings, 'GO_ON', 'PLANNED_ANEW');
  }
}

function refused(command: PaymentCommand, why: string): Error {
  return new Error(`payment ${command.bankReference} of the history: ${why}`);
}
