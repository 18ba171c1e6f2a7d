/**
 * What one comparison of our books with a bank's file can find. MATCHED is the only one that needs nobody. Everything
 * else waits for two people.
 */
export const ITEM_TYPES = [
  'MATCHED',
  /** Both sides have it, with other amounts, or with sen that our books cannot hold. */
  'AMOUNT_DIFFERS',
  'AT_BANK_NOT_HERE',
  'HERE_NOT_AT_BANK',
  'DUPLICATE_AT_BANK',
  'DUPLICATE_HERE',
  'REVERSED_HERE_PAID_THERE',
  /** Cut-off: the two sides put it on different days, or the bank has announced and not settled it. */
  'NEXT_BUSINESS_DAY',
  'WRONG_CUSTOMER',
  'SEVERAL_CANDIDATES',
  'FEE_DIFFERS',
  /** A discount or fee was kept and nothing was agreed about it. */
  'MDR',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** By what the two sides of an item were found to belong together. */
export const MATCH_BASES = [
  'REFERENCE',
  'REQUEST_ID',
  'CUSTOMER',
  'AMOUNT',
  'BATCH',
  'PERSON',
  'NONE',
] as const;
export type MatchBasis = (typeof MATCH_BASES)[number];

/** What our channel log says of a line nothing here stands for. */
export const CALL_FINDINGS = ['ANSWERED', 'REFUSED', 'NEVER_ASKED'] as const;
export type CallFinding = (typeof CALL_FINDINGS)[number];

/**
 * A movement of our account that the books have already: a drawer's takings brought to the bank, a partner's deposit, what
 * a supplier was paid. The file only has to say the same. In the law it goes by its journal, below zero, so that it is
 * never taken for a payment.
 */
export function movementOf(journalId: number): number {
  return -journalId;
}

/** The journal of a movement; null for a payment, and for nothing. */
export function journalOf(ours: number | null): number | null {
  return ours !== null && ours < 0 ? -ours : null;
}

/** One of our postings, as the law compares it. */
export interface OurEntry {
  /** Of a payment; below zero that of a movement (`movementOf`). */
  readonly id: number;
  /** REVERSAL: of a payment that was settled on an earlier day; what is reversed within its day is `reversedBy`. */
  readonly kind: 'PAYMENT' | 'REVERSAL';
  /** The bank's reference; of a reversal that of its payment. */
  readonly reference: string | null;
  readonly requestId: string | null;
  readonly customerNumber: string | null;
  readonly vaNumber: string | null;
  readonly channel: string;
  /** Whole rupiah the bank owes us for it, above zero. */
  readonly amount: number;
  /** `YYYY-MM-DD` on which it settles. */
  readonly day: string;
  /** Moved here by two people from an earlier day, so its date says nothing any more. */
  readonly carried: boolean;
  /** The reversal that took it back, when that is of the same day. */
  readonly reversedBy: number | null;
  /** Another live payment of the same customer and amount is there. */
  readonly twin: boolean;
}

/** One movement in the bank's file; as `SettlementLine`, with an id. */
export interface BankEntry {
  readonly id: number;
  readonly bookedOn: string | null;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly amount: number;
  readonly sen: number;
  readonly kind: 'PAYMENT' | 'FEE' | 'SETTLEMENT_BATCH' | 'REVERSAL' | 'OTHER';
  readonly reference: string | null;
  readonly bankReference: string | null;
  readonly requestId: string | null;
  readonly vaNumber: string | null;
  readonly customerNumber: string | null;
  readonly channel: string | null;
  readonly fee: number | null;
  readonly gross: number | null;
  readonly carried: boolean;
}

/** One call of the bank in our channel log. */
export interface ChannelCall {
  readonly reference: string | null;
  readonly requestId: string | null;
  readonly accepted: boolean;
}

export interface ReconciledItem {
  readonly type: ItemType;
  readonly basis: MatchBasis;
  readonly ours: number | null;
  readonly reversal: number | null;
  readonly line: number | null;
  readonly reversalLine: number | null;
  /** Whole rupiah, signed: what our books expect of the bank for it. */
  readonly ourAmount: number;
  /** Whole rupiah, signed: what moved at the bank for it. */
  readonly bankAmount: number;
  /** Signed, −99…99. */
  readonly sen: number;
  /** Whole rupiah the bank kept out of it. */
  readonly fee: number;
  /** Ids of what it could belong to; of a line ours, of ours lines. */
  readonly candidates: readonly number[];
  readonly call: CallFinding | null;
}

/** What is left when both sides are put against each other; 0 exactly when nothing is unexplained. */
export function differenceOf(item: Pick<ReconciledItem, 'ourAmount' | 'bankAmount' | 'fee'>): number {
  return item.bankAmount + item.fee - item.ourAmount;
}
