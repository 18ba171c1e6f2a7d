import type { Rupiah } from '../money';
import type { Id, JournalLine } from './journal-line';

/** Penalty gross; a waiver applied by this very payment is booked with it. */
export type SettledBill = {
  readonly billId: Id;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly waiver?: Rupiah;
};

export declare function paymentPosted(payment: {
  readonly bankId: Id;
  readonly customerId: Id;
  readonly bills: readonly SettledBill[];
  readonly stampDuty: Rupiah;
}): JournalLine[];
export declare function paymentReversed(posted: readonly JournalLine[]): JournalLine[];
export declare function creditReceived(receipt: {
  readonly bankId: Id;
  readonly customerId: Id;
  readonly amount: Rupiah;
}): JournalLine[];
export declare function suspenseReceived(receipt: {
  readonly bankId: Id;
  readonly amount: Rupiah;
}): JournalLine[];
export declare function creditApplied(application: {
  readonly customerId: Id;
  readonly bills: readonly SettledBill[];
  readonly stampDuty: Rupiah;
}): JournalLine[];
