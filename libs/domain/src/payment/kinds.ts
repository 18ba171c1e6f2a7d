/** A payment (also one that settles nothing and is held), its mirror, or credit that pays bills. */
export const PAYMENT_KINDS = ['PAYMENT', 'REVERSAL', 'CREDIT_APPLIED'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** As what money is kept that settles nothing yet: for a customer who is known, or for nobody. */
export const HELD_KINDS = ['CREDIT', 'SUSPENSE'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** What a part of a payment was for. */
export const ALLOCATION_KINDS = ['BILL', 'STAMP_DUTY', ...HELD_KINDS] as const;
export type AllocationKind = (typeof ALLOCATION_KINDS)[number];

/** Ways held money leaves again: to the customer, or to the bank it came from. */
export const PAY_OUT_WAYS = ['REFUND', 'RETURN'] as const;
export type PayOutWay = (typeof PAY_OUT_WAYS)[number];

/** What two people find of money for which a bank has another name than we: it is what is booked, or a second one. */
export const TOLD_FINDINGS = ['SAME_MONEY', 'OTHER_MONEY'] as const;
export type ToldFinding = (typeof TOLD_FINDINGS)[number];

export function isToldFinding(text: string): text is ToldFinding {
  return TOLD_FINDINGS.some((finding) => finding === text);
}

/** What became of a bank's reference: a payment, or the promise that it will never be one. */
export type ReferenceOutcome = 'POSTED' | 'TOMBSTONE';

/** How a receipt was printed. */
export type ReceiptForm = 'PDF' | 'TEXT';
