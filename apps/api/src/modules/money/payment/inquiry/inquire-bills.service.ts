import { Injectable } from '@nestjs/common';
import {
  customerKey,
  totals,
  type BusinessDate,
  type MeterChange,
  type PaymentTotals,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { PolicyBook } from '../../../water/penalty';
import { CustomerNumbers } from '../../../water/customers';
import { InquiryTokens, type InquiryPromise } from './inquiry-token';
import { dueBill, type DueBill } from './open-bills';
import { ReadDebts } from './read-debts.service';

export interface InquiredCustomer {
  readonly id: number;
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly tariffCode: string;
  readonly tariffName: string;
}

export interface InquiredBill extends DueBill {
  /** What a bill is for that is no water of a month; null otherwise. */
  readonly title: string | null;
  readonly usageM3: number;
  readonly previousStand: number;
  readonly currentStand: number;
  /** Usage over an exchange of meters; null for every other bill. */
  readonly meterChange: MeterChange | null;
}

export interface Inquiry {
  readonly customer: InquiredCustomer;
  /** Oldest first. */
  readonly bills: readonly InquiredBill[];
}

const VALID_MILLISECONDS = 30 * 60_000;

/** What a customer owes now. Read without a lock; the amount a bank gets is frozen in the inquiry id. */
@Injectable()
export class InquireBills {
  constructor(
    private readonly debts: ReadDebts,
    private readonly numbers: CustomerNumbers,
    private readonly policies: PolicyBook,
    private readonly clock: Clock,
    private readonly tokens: InquiryTokens,
  ) {}

  /**
   * What the bills ask for on a day, today unless said.
   * @param asked.bankId the bank that asks, when a bank does
   * @param written the customer number, or the one an older system gave
   * @throws Problem customer.not_found for an unknown number and, before any look-up, for a wrong check digit
   */
  async open(
    written: string,
    asked: { readonly bankId?: number; readonly asOf?: BusinessDate } = {},
  ): Promise<Inquiry> {
    const customerNumber = await this.presentNumber(written);
    const [row, policies] = await Promise.all([
      this.debts.of(customerNumber, asked.bankId),
      this.policies.current(),
    ]);
    if (row === null) throw new Problem('customer.not_found');
    const asOf = asked.asOf ?? this.clock.businessDate();
    return {
      customer: {
        id: row.id,
        customerNumber: row.customer_number,
        name: row.name,
        address: row.address,
        tariffCode: row.tariff_code,
        tariffName: row.tariff_name,
      },
      bills: (row.bills ?? []).map((bill) => ({
        ...dueBill(bill, policies, asOf),
        title: bill.title,
        usageM3: bill.usage_m3,
        previousStand: bill.previous_stand,
        currentStand: bill.current_stand,
        meterChange: bill.meter_change,
      })),
    };
  }

  private async presentNumber(written: string): Promise<string> {
    const key = customerKey(written);
    const number =
      key.kind === 'LEGACY'
        ? await this.numbers.ofLegacy(key.value)
        : key.kind === 'NUMBER'
          ? key.value
          : null;
    if (number === null) throw new Problem('customer.not_found');
    return number;
  }

  /** What an inquiry id promised, also after it expired; null for a text we did not issue. */
  promised(inquiryId: string): InquiryPromise | null {
    return this.tokens.open(inquiryId);
  }

  /** The oldest `billCount` bills (all when absent), priced for a bank and promised until the token expires. */
  async forBank(
    bank: { readonly id: number; readonly adminFee: Rupiah },
    customerNumber: string,
    billCount?: number,
  ): Promise<
    Inquiry & { readonly totals: PaymentTotals; readonly inquiryId: string; readonly validUntil: number }
  > {
    const { customer, bills: open } = await this.open(customerNumber, { bankId: bank.id });
    if (open.length === 0) throw new Problem('bill.none_open');
    const bills = open.slice(0, billCount ?? open.length);
    const sums = totals(bills, bank.adminFee);
    const now = this.clock.now();
    const validUntil = Math.min(now + VALID_MILLISECONDS, this.clock.endOfDay(this.clock.businessDate()));
    const inquiryId = this.tokens.seal({
      bankId: bank.id,
      customerNumber: customer.customerNumber,
      billNumbers: bills.map((bill) => bill.billNumber),
      amount: sums.totalAmount,
      adminFee: sums.adminFee,
      validUntil,
    });
    return { customer, bills, totals: sums, inquiryId, validUntil };
  }
}
