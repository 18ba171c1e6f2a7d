import type { Rupiah } from '../money';
import type { Id, JournalLine } from './journal-line';

export type BilledAmounts = {
  readonly customerId: Id;
  readonly billId: Id;
  readonly waterAmount: Rupiah;
  readonly fixedAmount: Rupiah;
};

export type PenaltyEvent = { readonly customerId: Id; readonly billId: Id; readonly amount: Rupiah };

export declare function billIssued(bill: BilledAmounts): JournalLine[];
export declare function billCancelled(bill: BilledAmounts & { readonly penalty?: Rupiah }): JournalLine[];
export declare function penaltyAccrued(event: PenaltyEvent): JournalLine[];
export declare function penaltyWaived(event: PenaltyEvent): JournalLine[];
