import type { Rupiah } from '../money';
import type { BillState } from '../states';
import type { Period } from '../time';
import type { AllocatedBill, AllocationRow } from './allocate';
import type { PaymentTotals } from './totals';

/** What is known under this (bank, reference). A tombstone is a reversal that arrived before any payment. */
export type ExistingPayment<A = unknown> = {
  readonly state: 'POSTED' | 'REVERSED' | 'TOMBSTONE';
  readonly fingerprint: string;
  readonly paymentId: string | null;
  /** The stored answer, to be sent again byte for byte. */
  readonly answer: A;
};

/** A bill the caller asks to pay, as it stands now, under lock. */
export type ProcessBill = AllocatedBill & { readonly period: Period; readonly state: BillState };

export type ProcessState<A = unknown> = {
  readonly existing: ExistingPayment<A> | null;
  /** Of the request at hand. */
  readonly fingerprint: string;
  /** null when the request names its bills itself. */
  readonly inquiry: { readonly expired: boolean } | null;
  readonly bills: readonly ProcessBill[];
  /** Numbers of all open bills of the customer, oldest first. */
  readonly openBills: readonly string[];
  /** What the bank says it collected. */
  readonly amount: number;
  readonly adminFee: Rupiah;
};

export type ProcessDecision<A = unknown> =
  | { readonly kind: 'REPLAY'; readonly paymentId: string | null; readonly answer: A }
  | { readonly kind: 'REVERSED' }
  | { readonly kind: 'REFERENCE_REUSED' }
  | { readonly kind: 'INQUIRY_EXPIRED' }
  | { readonly kind: 'ALREADY_PAID' }
  | { readonly kind: 'NONE_OPEN' }
  | { readonly kind: 'NOT_OLDEST_FIRST' }
  | { readonly kind: 'AMOUNT_MISMATCH'; readonly currentAmount: Rupiah }
  | { readonly kind: 'POST'; readonly totals: PaymentTotals; readonly allocations: readonly AllocationRow[] };

export declare function decideProcess<A>(state: ProcessState<A>): ProcessDecision<A>;
