import type { StateMachine } from './state-machine';

export type ReadingState = 'RECORDED' | 'REREAD' | 'VERIFIED' | 'CORRECTED';
/**
 * A verified reading is never edited: a correction, or a later true stand, sets another row in its place. One that waits gets
 * that only where a balance taken over stands for its month, and it will never be decided.
 */
export const READING_TRANSITIONS: StateMachine<ReadingState> = {
  RECORDED: ['VERIFIED', 'REREAD', 'CORRECTED'],
  REREAD: ['RECORDED', 'CORRECTED'],
  VERIFIED: ['CORRECTED'],
  CORRECTED: [],
};

export type BillState = 'DRAFT' | 'ISSUED' | 'PAID' | 'CANCELLED' | 'REPLACED_BY';
/** REPLACED_BY: its rest is owed by the instalments of a plan; owed again itself when the plan is withdrawn before anything was paid. PAID → ISSUED happens only through the reversal of the payment that claimed the bill, in its transaction. */
export const BILL_TRANSITIONS: StateMachine<BillState> = {
  DRAFT: ['ISSUED', 'CANCELLED'],
  ISSUED: ['PAID', 'CANCELLED', 'REPLACED_BY'],
  PAID: ['ISSUED'],
  CANCELLED: [],
  REPLACED_BY: ['ISSUED'],
};

export type DisputeState = 'OPEN' | 'CORRECTED' | 'RELEASED' | 'CANCELLED';
/** A doubt about a bill ends with a paper of correction, with a reason, or with the bill itself. */
export const DISPUTE_TRANSITIONS: StateMachine<DisputeState> = {
  OPEN: ['CORRECTED', 'RELEASED', 'CANCELLED'],
  CORRECTED: [],
  RELEASED: [],
  CANCELLED: [],
};

export type PaymentState = 'POSTED' | 'REVERSED';
/** Reversed by a row of its own; the posted row is never edited. */
export const PAYMENT_TRANSITIONS: StateMachine<PaymentState> = {
  POSTED: ['REVERSED'],
  REVERSED: [],
};

export type OutboundCallState = 'PENDING' | 'DONE' | 'FAILED' | 'UNKNOWN';
/** A call whose answer was lost is UNKNOWN, never FAILED, until the other side has been asked again. */
export const OUTBOUND_CALL_TRANSITIONS: StateMachine<OutboundCallState> = {
  PENDING: ['DONE', 'FAILED', 'UNKNOWN'],
  DONE: [],
  FAILED: [],
  UNKNOWN: ['DONE', 'FAILED'],
};

export type CheckoutState = 'PENDING' | 'PAID' | 'EXPIRED' | 'CANCELLED';
/**
 * A checkout by virtual account or QRIS. Money that arrives on a closed one becomes credit or suspense, not an edge; but
 * what was paid before it expired pays it, however late the bank tells.
 */
export const CHECKOUT_TRANSITIONS: StateMachine<CheckoutState> = {
  PENDING: ['PAID', 'EXPIRED', 'CANCELLED'],
  PAID: [],
  EXPIRED: ['PAID'],
  CANCELLED: [],
};

export type ApprovalState = 'PENDING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
export const APPROVAL_TRANSITIONS: StateMachine<ApprovalState> = {
  PENDING: ['APPROVED', 'REJECTED', 'WITHDRAWN'],
  APPROVED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

export type TariffVersionState = 'DRAFT' | 'PENDING' | 'ACTIVE' | 'REJECTED' | 'ARCHIVED';
/** An active version is immutable; a new decree is a new version. Archived: another one of its month took its place before a bill did. */
export const TARIFF_VERSION_TRANSITIONS: StateMachine<TariffVersionState> = {
  DRAFT: ['PENDING'],
  PENDING: ['ACTIVE', 'REJECTED'],
  ACTIVE: ['ARCHIVED'],
  REJECTED: [],
  ARCHIVED: [],
};

export type ReconciliationItemState = 'OPEN' | 'MATCHED' | 'ADJUSTED';
/** ADJUSTED takes two people. */
export const RECONCILIATION_ITEM_TRANSITIONS: StateMachine<ReconciliationItemState> = {
  OPEN: ['MATCHED', 'ADJUSTED'],
  MATCHED: [],
  ADJUSTED: [],
};
