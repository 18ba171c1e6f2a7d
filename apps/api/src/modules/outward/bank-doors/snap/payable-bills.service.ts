import { Injectable } from '@nestjs/common';
import { totals, type PaymentTotals, type Rupiah } from '@tirtapay/domain';
import { SnapRefusal } from '../../../bank-gateway/security';
import { InquireBills, type InquiredBill } from '../../../money/payment';
import type { AccountNamed } from './account-named';
import { VirtualAccountQueries, type AccountOwner } from './virtual-accounts.queries';

/** What may be paid into an account now. */
export interface PayableBills {
  readonly owner: AccountOwner;
  /** All open bills of the customer for a static account, those of the checkout for a dynamic one; oldest first. */
  readonly bills: readonly InquiredBill[];
  readonly adminFee: Rupiah;
}

interface Payer {
  readonly id: number;
  readonly adminFee: Rupiah;
}

/** Reads an account number as a debt, with the refusals of the biller decision table. */
@Injectable()
export class FindPayableBills {
  constructor(
    private readonly accounts: VirtualAccountQueries,
    private readonly inquiries: InquireBills,
  ) {}

  /** @throws SnapRefusal 404xx12 nobody's account or no bill, 404xx14 all paid, 404xx19 the checkout has expired */
  async find(bank: Payer, account: AccountNamed): Promise<PayableBills> {
    const owner = await this.accounts.ownerOf(bank.id, account);
    if (owner === null) throw new SnapRefusal('invalidBill', { detail: 'Not Found' });
    return owner.checkout === null ? this.ofCustomer(owner, bank) : this.ofCheckout(owner, owner.checkout);
  }

  private async ofCustomer(owner: AccountOwner, bank: Payer): Promise<PayableBills> {
    const { bills } = await this.inquiries.open(owner.customerNumber, { bankId: bank.id });
    if (bills.length > 0) return { owner, bills, adminFee: bank.adminFee };
    throw (await this.accounts.hasPaidBills(owner.customerNumber))
      ? new SnapRefusal('paidBill')
      : new SnapRefusal('invalidBill', { detail: 'No Bill' });
  }

  private async ofCheckout(
    owner: AccountOwner,
    checkout: NonNullable<AccountOwner['checkout']>,
  ): Promise<PayableBills> {
    if (checkout.state === 'PAID') throw new SnapRefusal('paidBill');
    if (checkout.state === 'EXPIRED') throw new SnapRefusal('expiredBill');
    if (checkout.state === 'CANCELLED') throw new SnapRefusal('invalidBill', { detail: 'Cancelled' });
    const { bills: open } = await this.inquiries.open(owner.customerNumber);
    const bills = open.filter((bill) => checkout.billNumbers.includes(bill.billNumber));
    if (bills.length < checkout.billNumbers.length) throw new SnapRefusal('paidBill');
    // The amount of a checkout is fixed; when its bills ask for another one now, the checkout is over.
    if (totals(bills, checkout.adminFee).bankAmount !== checkout.billAmount + checkout.stampDuty)
      throw new SnapRefusal('expiredBill');
    return { owner, bills, adminFee: checkout.adminFee };
  }
}

/** The oldest N bills that make exactly this amount (sums grow with N, so at most one N does), or null. */
export function oldestMaking(
  amount: number,
  bills: readonly InquiredBill[],
  adminFee: Rupiah,
): readonly InquiredBill[] | null {
  const sums = bills.map((_, index): PaymentTotals => totals(bills.slice(0, index + 1), adminFee));
  const last = sums.findIndex((sum) => sum.bankAmount === amount);
  return last < 0 ? null : bills.slice(0, last + 1);
}
