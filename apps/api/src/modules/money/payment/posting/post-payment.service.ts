import { Inject, Injectable } from '@nestjs/common';
import type { ProcessDecision } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { currentContext } from '../../../../platform/context';
import { Database, SQLSTATE, sqlState, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import type { DueBill } from '../inquiry/open-bills';
import { billsDue, decidePosting } from './decide-posting';
import { paymentFingerprint, type PaymentCommand } from './payment-command';
import { paymentRows } from './payment-rows';
import { Penalties } from './penalties';
import { issueReceiptAndAnswer, lockPayment, writePayment, type LockedPayment } from './posting-statements';

export interface PostedPayment {
  /** The stored answer, byte for byte the same for every repetition. */
  readonly answer: string;
  readonly replayed: boolean;
}

/** Today's penalty is not in the books yet: it is booked first, in its own transaction, then the payment tried again. */
class AccrualMissing extends Error {
  constructor(
    readonly customerId: number,
    readonly billIds: readonly number[],
  ) {
    super('penalty accrual missing');
  }
}

const IN_PROGRESS_RETRY_SECONDS = 1;

/**
 * Posts a payment exactly once: all-or-nothing, oldest bills first, with journal, receipt number, audit row, outbox
 * event and stored answer in one transaction of three round trips (docs/adr/0004-ledger.md).
 */
@Injectable()
export class PostPayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly penalties: Penalties,
    private readonly outbox: OutboxDispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem as docs/bank-api.md, "One truth, however often it is asked" */
  async post(command: PaymentCommand): Promise<PostedPayment> {
    try {
      const posted = await this.attempt(command);
      if (!posted.replayed) this.outbox.nudge();
      return posted;
    } catch (error) {
      if (error instanceof AccrualMissing) {
        await this.penalties.accrue(error.customerId, error.billIds);
        return this.attempt(command);
      }
      if (sqlState(error) === SQLSTATE.lockNotAvailable)
        throw new Problem('payment.in_progress', { retryAfter: IN_PROGRESS_RETRY_SECONDS });
      throw error;
    }
  }

  private async attempt(command: PaymentCommand): Promise<PostedPayment> {
    const policies = await this.penalties.policies();
    const fingerprint = paymentFingerprint(command);
    return this.database.transaction(async (tx) => {
      const locked = await lockPayment(tx, {
        collectorId: command.bank.id,
        reference: command.bankReference,
        customerNumber: command.customerNumber,
        billNumbers: command.billNumbers,
      });
      if (locked.reference === undefined && !locked.customer) throw new Problem('customer.not_found');
      const today = this.clock.businessDate();
      const open = billsDue(locked, policies, today);
      const decision = decidePosting(command, fingerprint, locked, open, this.clock.now());
      if (decision.kind === 'REPLAY') return { answer: decision.answer, replayed: true };
      if (decision.kind !== 'POST') throw refusal(decision);
      if (!command.paidAt.plausible) throw implausiblePaidAt();
      const chosen = open.filter((bill) => command.billNumbers.includes(bill.billNumber));
      const missing = chosen.filter((bill) => bill.accrualMissing);
      if (missing.length > 0 && locked.customer)
        throw new AccrualMissing(
          locked.customer.id,
          missing.map((bill) => bill.id),
        );
      return {
        answer: await this.write(tx, command, fingerprint, locked, chosen, decision),
        replayed: false,
      };
    });
  }

  private async write(
    tx: Tx,
    command: PaymentCommand,
    fingerprint: string,
    locked: LockedPayment,
    bills: readonly DueBill[],
    decision: Extract<ProcessDecision<string>, { kind: 'POST' }>,
  ): Promise<string> {
    const { customer, payment_id: paymentId, journal_id: journalId } = locked;
    if (!customer || paymentId === undefined || journalId === undefined)
      throw new Error('nothing was locked');
    const epoch = this.clock.now();
    const context = currentContext();
    const rows = paymentRows(
      command,
      decision,
      { paymentId, journalId, customer, bills },
      { epoch, text: this.clock.text(epoch), businessDate: this.clock.businessDate() },
      {
        requestId: context?.requestId ?? null,
        ip: context?.ip ?? null,
        publicUrl: this.config.publicUrl,
      },
    );
    const written = writePayment(tx, rows.payment, rows.allocations, rows.lines);
    // Only a payment of an intent must wait for the answer; otherwise both statements and COMMIT travel together.
    if (command.intentId !== undefined && (await written) !== command.intentId)
      throw new Problem('intent.closed');
    const issued = issueReceiptAndAnswer(tx, rows.receipt, {
      bankReference: command.bankReference,
      fingerprint,
      answer: rows.answer,
    });
    return (await Promise.all([issued, written]))[0];
  }
}

function implausiblePaidAt(): Problem {
  const message = 'paid_at must lie between 3 days ago and 5 minutes ahead';
  return new Problem('request.invalid', { errors: [{ pointer: '/paid_at', code: 'out_of_range', message }] });
}

function refusal(decision: Exclude<ProcessDecision<string>, { kind: 'POST' | 'REPLAY' }>): Problem {
  switch (decision.kind) {
    case 'REVERSED':
      return new Problem('payment.reversed');
    case 'REFERENCE_REUSED':
      return new Problem('payment.reference_reused');
    case 'INQUIRY_EXPIRED':
      return new Problem('inquiry.expired');
    case 'ALREADY_PAID':
      return new Problem('bill.already_paid');
    case 'NONE_OPEN':
      return new Problem('bill.none_open');
    case 'NOT_OLDEST_FIRST':
      return new Problem('bill.not_oldest_first');
    case 'AMOUNT_MISMATCH':
      return new Problem('payment.amount_mismatch', { members: { current_amount: decision.currentAmount } });
  }
}
