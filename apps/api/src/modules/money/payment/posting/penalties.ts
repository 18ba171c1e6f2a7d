import { Injectable } from '@nestjs/common';
import type { BusinessDate, PenaltyPolicy } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { AccruePenalties, PolicyBook, type MissingAccrual } from '../../../water/penalty';
import type { LockedCustomer } from './lock-postings';

/** What posting needs of the penalty module: the rules in force, and booking today's penalty ahead of the daily run. */
@Injectable()
export class Penalties {
  constructor(
    private readonly book: PolicyBook,
    private readonly accruals: AccruePenalties,
  ) {}

  policies(): Promise<readonly PenaltyPolicy[]> {
    return this.book.current();
  }

  /**
   * All of them at once, under locks that the caller holds, so that a penalty and the payment that pays it stand or fall
   * together.
   * @returns what each bill bears in the books now
   */
  async accrue(
    tx: Tx,
    missing: readonly MissingAccrual[],
    today: BusinessDate,
  ): Promise<ReadonlyMap<number, number>> {
    const accrued = await this.accruals.accrueMissing(tx, missing, today);
    return new Map(accrued.map(({ billId, penalty }) => [billId, penalty]));
  }
}

/** The customer as the books stand after penalties were booked. */
export function withPenalties(customer: LockedCustomer, booked: ReadonlyMap<number, number>): LockedCustomer {
  return {
    ...customer,
    bills: customer.bills.map((bill) => ({ ...bill, penalty: booked.get(bill.id) ?? bill.penalty })),
  };
}
