import { Injectable } from '@nestjs/common';
import { addDays, checkoutExpiry, type CheckoutMethod, totals, ZERO_RUPIAH } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { InquireBills } from '../payment';

const MINUTE = 60_000;

/** Less than this is no time to pay in: an account number is carried to a bank, a code is scanned at once. */
const LEAST_LIFE: Readonly<Record<CheckoutMethod, number>> = { VA: 30 * MINUTE, QRIS: 5 * MINUTE };

export interface CheckoutToPay {
  readonly method: CheckoutMethod;
  /** What the bank lets it live. */
  readonly minutes: number;
  readonly customerNumber: string;
  /** The oldest N bills, asking for this together today. */
  readonly billCount: number;
  readonly billAmount: number;
}

/** When a checkout opened now would end. */
@Injectable()
export class CheckoutLife {
  constructor(
    private readonly clock: Clock,
    private readonly inquiries: InquireBills,
  ) {}

  /** @returns milliseconds since the epoch; null when midnight is too near and tomorrow asks for another amount */
  async expiry(checkout: CheckoutToPay): Promise<number | null> {
    const today = this.clock.businessDate();
    const moment = {
      now: this.clock.now(),
      life: checkout.minutes * MINUTE,
      leastLife: LEAST_LIFE[checkout.method],
      endOfToday: this.clock.endOfDay(today),
      endOfTomorrow: this.clock.endOfDay(addDays(today, 1)),
    };
    // Asked only in the last minutes of a day, when it matters.
    return (
      checkoutExpiry({ ...moment, sameTomorrow: false }) ??
      checkoutExpiry({ ...moment, sameTomorrow: await this.sameTomorrow(checkout) })
    );
  }

  /** Seconds until a checkout refused now can be opened. */
  secondsToMidnight(): number {
    const endOfToday = this.clock.endOfDay(this.clock.businessDate());
    return Math.ceil((endOfToday - this.clock.now()) / 1_000);
  }

  private async sameTomorrow({ customerNumber, billCount, billAmount }: CheckoutToPay): Promise<boolean> {
    const { bills } = await this.inquiries.open(customerNumber, {
      asOf: addDays(this.clock.businessDate(), 1),
    });
    return totals(bills.slice(0, billCount), ZERO_RUPIAH).billAmount === billAmount;
  }
}
