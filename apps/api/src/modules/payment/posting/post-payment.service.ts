import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import {
  decideProcess,
  paymentFingerprintSource,
  paymentPosted,
  type ProcessBill,
  rupiah,
  type Channel,
  type ProcessDecision,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import { currentContext } from '../../../platform/context';
import { Database, SQLSTATE, sqlState, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { Penalties } from './penalties';
import { dueBill, type DueBill } from '../inquiry/open-bills';
import type { PaidAt } from './paid-at';
import { paymentAnswer } from './payment-answer';
import {
  issueReceiptAndAnswer,
  lockPayment,
  receiptSeries,
  writePayment,
  type LockedPayment,
} from './posting-statements';

/** A bank (or a channel acting for one) says a customer paid. Every channel ends here. */
export interface PaymentCommand {
  readonly bank: { readonly id: number; readonly code: string; readonly adminFee: Rupiah };
  readonly bankReference: string;
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  /** What the bank says it collected: bills, stamp duty and its fee. */
  readonly amount: number;
  readonly channel: Channel;
  readonly paidAt: PaidAt;
  /** Null when the bank named the bills itself. */
  readonly inquiryValidUntil: number | null;
  /** The VA or QRIS order the money came through: it must still be open and becomes PAID with the posting. */
  readonly intentId?: number;
}

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
const RECEIPT_TOKEN_BYTES = 18;

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
    const fingerprint = createHash('sha256').update(paymentFingerprintSource(command)).digest('hex');
    return this.database.transaction(async (tx) => {
      const locked = await lockPayment(tx, {
        bankId: command.bank.id,
        reference: command.bankReference,
        customerNumber: command.customerNumber,
        billNumbers: command.billNumbers,
      });
      if (locked.reference === undefined && !locked.customer) throw new Problem('customer.not_found');
      const today = this.clock.businessDate();
      const tariffCode = locked.customer?.tariff_code ?? '';
      const open = (locked.bills ?? []).map((row) => dueBill(row, tariffCode, policies, today));
      const decision = this.decide(command, fingerprint, locked, open);
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

  private decide(
    command: PaymentCommand,
    fingerprint: string,
    locked: LockedPayment,
    open: readonly DueBill[],
  ): ProcessDecision<string> {
    const { reference } = locked;
    const openByNumber = new Map(open.map((bill) => [bill.billNumber, bill]));
    const settled = new Map((locked.settled ?? []).map((bill) => [bill.bill_number, bill]));
    return decideProcess<string>({
      existing: reference
        ? {
            state:
              reference.outcome === 'TOMBSTONE' ? 'TOMBSTONE' : reference.reversed ? 'REVERSED' : 'POSTED',
            fingerprint: reference.fingerprint ?? '',
            paymentId: reference.payment_id === null ? null : String(reference.payment_id),
            answer: reference.answer ?? '',
          }
        : null,
      fingerprint,
      inquiry:
        command.inquiryValidUntil === null ? null : { expired: this.clock.now() > command.inquiryValidUntil },
      bills: command.billNumbers.flatMap((billNumber): ProcessBill[] => {
        const bill = openByNumber.get(billNumber);
        if (bill !== undefined) return [{ ...bill, state: 'ISSUED' }];
        const gone = settled.get(billNumber);
        if (gone === undefined) return [];
        return [
          {
            billNumber,
            period: gone.period as DueBill['period'],
            state: gone.state,
            principal: rupiah(gone.principal),
            penalty: rupiah(0),
          },
        ];
      }),
      openBills: open.map((bill) => bill.billNumber),
      amount: command.amount,
      adminFee: command.bank.adminFee,
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
    const { bank, channel } = command;
    const { customer, payment_id: paymentId, journal_id: journalId } = locked;
    if (!customer || paymentId === undefined || journalId === undefined)
      throw new Error('nothing was locked');
    const postedAt = this.clock.now();
    const businessDate = this.clock.businessDate();
    const idOf = new Map(bills.map((bill) => [bill.billNumber, bill.id]));
    const context = currentContext();
    const written = writePayment(
      tx,
      {
        id: paymentId,
        journalId,
        bankId: bank.id,
        reference: command.bankReference,
        customerId: customer.id,
        channel,
        totals: decision.totals,
        amount: decision.totals.bankAmount,
        paidAt: command.paidAt.epoch,
        postedAt,
        businessDate,
        requestId: context?.requestId ?? null,
        ip: context?.ip ?? null,
        intentId: command.intentId ?? null,
      },
      decision.allocations.map((allocation) => ({
        ...allocation,
        billId: allocation.billNumber === null ? null : (idOf.get(allocation.billNumber) ?? null),
      })),
      paymentPosted({
        bankId: bank.id,
        customerId: customer.id,
        bills: bills.map((bill) => ({
          billId: bill.id,
          principal: bill.principal,
          penalty: bill.penalty,
          waiver: bill.waiver,
        })),
        stampDuty: decision.totals.stampDuty,
      }),
    );
    // Only a payment of an intent must wait for the answer; otherwise both statements and COMMIT travel together.
    if (command.intentId !== undefined && (await written) !== command.intentId)
      throw new Problem('intent.closed');
    const token = randomBytes(RECEIPT_TOKEN_BYTES).toString('base64url');
    const answer = paymentAnswer({
      paymentId,
      bankReference: command.bankReference,
      customerNumber: customer.customer_number,
      bills,
      totals: decision.totals,
      channel,
      paidAt: command.paidAt.text,
      postedAt: this.clock.text(postedAt),
      receiptUrl: `${this.config.publicUrl}/bukti/${token}`,
    });
    const issued = issueReceiptAndAnswer(
      tx,
      {
        series: receiptSeries(bank.code, channel, businessDate),
        bankId: bank.id,
        channel,
        businessDate,
        paymentId,
        token,
        issuedAt: postedAt,
      },
      { bankReference: command.bankReference, fingerprint, answer },
    );
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
