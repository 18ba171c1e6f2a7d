import { Injectable } from '@nestjs/common';
import { rupiah, totals } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { InquireBills } from '../inquiry/inquire-bills.service';
import { MeantCheckouts, type MeantCheckout } from './meant-checkouts';
import type { HeldReason, MoneyPlan, MoneyReceived, Payee } from './money-received';

/** Finds what money is for: the exact bills of its checkout, or the oldest bills of the customer that make its amount. */
@Injectable()
export class PlanMoney {
  constructor(
    private readonly checkouts: MeantCheckouts,
    private readonly clock: Clock,
    private readonly inquiries: InquireBills,
  ) {}

  async plan(money: MoneyReceived): Promise<MoneyPlan> {
    const plan = await this.ofTarget(money);
    if (money.paidAt.plausible || plan.kind === 'KNOWN' || (plan.kind === 'HOLD' && plan.payee === null))
      return plan;
    const { payee, checkoutId, adminFee } = plan;
    const detail = plan.kind === 'HOLD' ? plan.detail : { bill_numbers: plan.billNumbers };
    return { kind: 'HOLD', payee, checkoutId, adminFee, reason: 'PAID_AT_IMPLAUSIBLE', detail };
  }

  private async ofTarget(money: MoneyReceived): Promise<MoneyPlan> {
    const { target } = money;
    switch (target.kind) {
      case 'CHECKOUT':
        return this.ofCheckout(money, target.checkoutId);
      case 'CUSTOMER':
        return this.ofCustomer(money, target.customerNumber);
      case 'UNKNOWN':
        return unknown(money, target.detail);
    }
  }

  private async ofCheckout(money: MoneyReceived, checkoutId: number): Promise<MoneyPlan> {
    const checkout = await this.checkouts.find(checkoutId, money.bank.id);
    if (checkout === undefined) return unknown(money, { intent_id: String(checkoutId) });
    const { payment_id: paymentId, payment_reference: knownReference } = checkout;
    const payee = { id: checkout.customer_id, customerNumber: checkout.customer_number };
    const adminFee = rupiah(checkout.admin_fee);
    if (money.asked === true && paymentId !== null && money.amount === checkout.amount) {
      const sure = checkout.payment_named !== false || knownReference === money.bankReference;
      return {
        kind: 'KNOWN',
        paymentId,
        doubt: sure ? null : { payee, checkoutId, adminFee, knownReference },
      };
    }
    const reason = unpayable(checkout, money);
    if (reason === null) {
      return { kind: 'POST', payee, billNumbers: checkout.bill_numbers, checkoutId, adminFee };
    }
    const detail = {
      intent_amount: checkout.amount,
      expires_at: this.clock.textOf(checkout.expires_at),
      intent_status: checkout.closed_reason ?? checkout.status,
    };
    return { kind: 'HOLD', payee, checkoutId, adminFee, reason, detail };
  }

  private async ofCustomer(money: MoneyReceived, customerNumber: string): Promise<MoneyPlan> {
    const inquiry = await this.inquiries.open(customerNumber).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'customer.not_found') return null;
      throw error;
    });
    if (inquiry === null) return unknown(money, { customer_number: customerNumber });
    const { bills, customer } = inquiry;
    const payee: Payee = { id: customer.id, customerNumber };
    const { adminFee } = money.bank;
    // Sums of the oldest N grow with N, so at most one N makes the amount.
    const count = bills.findIndex(
      (_, index) => totals(bills.slice(0, index + 1), adminFee).totalAmount === money.amount,
    );
    if (count >= 0) {
      const billNumbers = bills.slice(0, count + 1).map((bill) => bill.billNumber);
      return { kind: 'POST', payee, billNumbers, checkoutId: null, adminFee };
    }
    return {
      kind: 'HOLD',
      payee,
      checkoutId: null,
      adminFee,
      reason: bills.length === 0 ? 'DOUBLE_PAYMENT' : 'AMOUNT_DIFFERS',
      detail: { open_amount: totals(bills, adminFee).totalAmount },
    };
  }
}

function unpayable(checkout: MeantCheckout, money: MoneyReceived): HeldReason | null {
  switch (checkout.status) {
    case 'PAID':
      return 'DOUBLE_PAYMENT';
    case 'CANCELLED':
      return checkout.closed_reason === 'PAID_ELSEWHERE' ? 'DOUBLE_PAYMENT' : 'LATE_PAYMENT';
    case 'PENDING':
    case 'EXPIRED':
      // A notification may come late; what counts is when the customer paid, not whether the janitor was here first.
      if (money.paidAt.epoch > checkout.expires_at.getTime()) return 'EXPIRED_INTENT';
      return money.amount === checkout.amount ? null : 'AMOUNT_DIFFERS';
  }
}

function unknown(money: MoneyReceived, detail: Readonly<Record<string, string>>): MoneyPlan {
  const { adminFee } = money.bank;
  return { kind: 'HOLD', payee: null, checkoutId: null, adminFee, reason: 'UNKNOWN_TARGET', detail };
}
