import { Injectable } from '@nestjs/common';
import { SQLSTATE, sqlState } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { PostPayment } from '../posting/post-payment.service';
import { HoldMoney } from './hold-money.service';
import type { HeldReason, MoneyBooked, MoneyPlan, MoneyReceived } from './money-received';
import { PlanMoney } from './plan-money.service';
import { ToldMoney } from './told-money.service';

type Posting = Extract<MoneyPlan, { kind: 'POST' }>;

/** A checkout may expire, be replaced or be paid between looking and posting; then it is looked at again. */
const MAX_PLANS = 3;

/** Somebody else ended the checkout, or paid its bills, between the look and the posting. */
const MET_ANOTHER: ReadonlySet<Problem['code']> = new Set(['intent.closed', 'bill.already_paid']);

/** What posting refuses a bank that asks; here the money is in the bank already, so it is held instead. */
const HELD_WHEN: Readonly<Partial<Record<Problem['code'], HeldReason>>> = {
  'bill.already_paid': 'DOUBLE_PAYMENT',
  'bill.none_open': 'DOUBLE_PAYMENT',
  'bill.not_oldest_first': 'BILLS_CHANGED',
  'payment.amount_mismatch': 'AMOUNT_DIFFERS',
  'customer.not_found': 'UNKNOWN_TARGET',
  // held under this reference before, or posted by `process` with a wider meaning: HoldMoney compares
  'payment.reference_reused': 'DOUBLE_PAYMENT',
  'payment.reversed': 'DOUBLE_PAYMENT',
  // an expired checkout whose bills were issued anew under their numbers
  'intent.closed': 'BILLS_CHANGED',
};

/**
 * Books money that has already left the customer: it settles the bills it is for by the same posting use case as every
 * channel, or becomes credit or suspense with an open case. Bound to (bank, reference) exactly as `process` is, so that
 * webhook, QR notification, polling and `process` about one money are one payment and one receipt in any order.
 */
@Injectable()
export class ReceiveMoney {
  constructor(
    private readonly plans: PlanMoney,
    private readonly posting: PostPayment,
    private readonly holding: HoldMoney,
    private readonly told: ToldMoney,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /**
   * @throws Problem payment.reference_reused when the reference stands for other money, payment.in_progress when
   *   another call holds it; both leave nothing behind
   */
  async receive(money: MoneyReceived): Promise<MoneyBooked> {
    try {
      const booked = await this.book(money);
      if (!booked.replayed) this.outbox.nudge();
      return booked;
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable)
        throw new Problem('payment.in_progress', { retryAfter: 1 });
      throw error;
    }
  }

  private async book(money: MoneyReceived): Promise<MoneyBooked> {
    for (let attempt = 1; ; attempt += 1) {
      const plan = await this.plans.plan(money);
      if (plan.kind === 'KNOWN') {
        if (plan.doubt !== null) await this.told.doubt(money, plan.paymentId, plan.doubt);
        return { outcome: 'POSTED', paymentId: plan.paymentId, replayed: true };
      }
      if (plan.kind === 'HOLD') return this.holding.hold(money, plan);
      try {
        return await this.post(money, plan);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (MET_ANOTHER.has(error.code) && plan.checkoutId !== null && attempt < MAX_PLANS) continue;
        const reason = HELD_WHEN[error.code];
        if (reason === undefined) throw error;
        const { payee, checkoutId, adminFee } = plan;
        const detail = { refused: error.code, bill_numbers: plan.billNumbers };
        return this.holding.hold(money, { kind: 'HOLD', payee, checkoutId, adminFee, reason, detail });
      }
    }
  }

  private async post(money: MoneyReceived, plan: Posting): Promise<MoneyBooked> {
    const posted = await this.posting.post({
      bank: { id: money.bank.id, code: money.bank.code, adminFee: plan.adminFee },
      bankReference: money.bankReference,
      customerNumber: plan.payee.customerNumber,
      billNumbers: plan.billNumbers,
      amount: money.amount,
      channel: money.channel,
      paidAt: money.paidAt,
      inquiryValidUntil: null,
      ...(plan.checkoutId === null ? {} : { checkoutId: plan.checkoutId }),
    });
    return { outcome: 'POSTED', paymentId: posted.paymentId, replayed: posted.replayed };
  }
}
