import { Injectable } from '@nestjs/common';
import { rupiah } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { PostAlone } from '../posting/post-alone.service';
import { PendingPayment } from '../posting/pending-payment';
import { HoldMoney } from './hold-money.service';
import type { MoneyReceived, Payee } from './money-received';
import { PlanMoney } from './plan-money.service';

const LOCK_MILLISECONDS = 2_000;

/** Money the bank's file has and our books do not, with what two people decided it is. */
export interface FoundMoney {
  readonly money: MoneyReceived;
  /** BILLS: it pays the bills it makes, else it is credit. */
  readonly as: 'BILLS' | 'CREDIT' | 'SUSPENSE';
  /** Whose it is; null only for suspense. */
  readonly payee: Payee | null;
  /** What its case will show. */
  readonly detail: Readonly<Record<string, string>>;
}

/** Books found money inside the transaction in which it is decided, by the same writer as every other money. */
@Injectable()
export class BookFoundMoney {
  constructor(
    private readonly plans: PlanMoney,
    private readonly posting: PostAlone,
    private readonly holding: HoldMoney,
  ) {}

  /**
   * @returns the id of its payment
   * @throws Problem payment.reference_reused when something is bound to its reference already
   */
  async book(tx: Tx, found: FoundMoney): Promise<number> {
    const { money, payee, detail } = found;
    if (found.as === 'BILLS') {
      const plan = await this.plans.plan(money);
      if (plan.kind === 'POST') {
        const posted = await this.posting.within(
          tx,
          new PendingPayment({
            bank: { id: money.bank.id, code: money.bank.code, adminFee: plan.adminFee },
            bankReference: money.bankReference,
            customerNumber: plan.payee.customerNumber,
            billNumbers: plan.billNumbers,
            amount: money.amount,
            channel: money.channel,
            paidAt: money.paidAt,
            inquiryValidUntil: null,
            // Something follows in the transaction: the receipt does not commit it.
            beside: () => Promise.resolve(),
          }),
          LOCK_MILLISECONDS,
        );
        if (posted.replayed) throw new Problem('payment.reference_reused');
        return posted.paymentId;
      }
    }
    const held = await this.holding.within(tx, money, {
      kind: 'HOLD',
      payee: found.as === 'SUSPENSE' ? null : payee,
      checkoutId: null,
      adminFee: rupiah(0),
      reason: payee === null || found.as === 'SUSPENSE' ? 'UNKNOWN_TARGET' : 'AMOUNT_DIFFERS',
      detail,
    });
    if (held.replayed || held.paymentId === null) throw new Problem('payment.reference_reused');
    return held.paymentId;
  }
}
