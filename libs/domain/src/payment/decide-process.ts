import type { Rupiah } from '../money';
import type { BillState } from '../states';
import type { Period } from '../time';
import { allocate, type AllocatedBill, type AllocationRow } from './allocate';
import { checkOldestFirst } from './oldest-first';
import { totals, type PaymentTotals } from './totals';

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
  /** Numbers of the bills asked for, as the request has them. */
  readonly requested: readonly string[];
  /** Those of them that stand: what was cancelled, or never was, has only its number. */
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
  /** `gone`: a bill is asked for that is not open any more, or never was; otherwise an older one is left out. */
  | { readonly kind: 'NOT_OLDEST_FIRST'; readonly gone: boolean }
  | { readonly kind: 'AMOUNT_MISMATCH'; readonly currentAmount: Rupiah }
  | { readonly kind: 'POST'; readonly totals: PaymentTotals; readonly allocations: readonly AllocationRow[] };

/**
 * The one truth a bank hears, in the order of the contract (bank-api.md, "One truth, however often it is asked"):
 * what the reference already means goes before anything about the request; the request's own validity before the
 * bills; the bills before the amount. Pure: everything was gathered under the reference's lock and the bills'
 * row locks.
 */
export function decideProcess<A>(state: ProcessState<A>): ProcessDecision<A> {
  return decideByReference(state) ?? decideByBills(state) ?? decideByAmount(state);
}

function decideByReference<A>({ existing, fingerprint }: ProcessState<A>): ProcessDecision<A> | null {
  if (!existing) return null;
  if (existing.state !== 'POSTED') return { kind: 'REVERSED' };
  if (existing.fingerprint !== fingerprint) return { kind: 'REFERENCE_REUSED' };
  return { kind: 'REPLAY', paymentId: existing.paymentId, answer: existing.answer };
}

function decideByBills<A>({
  inquiry,
  requested,
  bills,
  openBills,
}: ProcessState<A>): ProcessDecision<A> | null {
  if (inquiry?.expired === true) return { kind: 'INQUIRY_EXPIRED' };
  if (bills.some((bill) => bill.state === 'PAID')) return { kind: 'ALREADY_PAID' };
  if (openBills.length === 0) return { kind: 'NONE_OPEN' };
  const order = checkOldestFirst(openBills, requested);
  return order.ok ? null : { kind: 'NOT_OLDEST_FIRST', gone: order.reason === 'NOT_OPEN' };
}

function decideByAmount<A>({ bills, amount, adminFee }: ProcessState<A>): ProcessDecision<A> {
  const due = totals(bills, adminFee);
  if (amount !== due.totalAmount) return { kind: 'AMOUNT_MISMATCH', currentAmount: due.totalAmount };
  return { kind: 'POST', totals: due, allocations: allocate(bills) };
}
