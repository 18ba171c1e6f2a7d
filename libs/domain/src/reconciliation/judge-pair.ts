import { daysBetween, type BusinessDate } from '../time';
import type { BankEntry, ItemType, OurEntry } from './reconciled-item';
import type { SettlementTerms } from './settlement-calendar';

type Agreed = Pick<SettlementTerms, 'feePerPayment' | 'mdrPpm'>;

/** What the two sides of a pair come to. */
export interface Judgement {
  readonly type: ItemType;
  /** Kept by the bank out of our money, as far as the line explains it. */
  readonly fee: number;
}

/** What the bank may keep of a payment; null when nothing was agreed. Half a rupiah and more is a rupiah. */
export function agreedFee(channel: string, amount: number, terms: Agreed): number | null {
  if (channel !== 'QRIS') return terms.feePerPayment;
  return terms.mdrPpm === null
    ? null
    : Number((BigInt(amount) * BigInt(terms.mdrPpm) + 500_000n) / 1_000_000n);
}

/**
 * A payment of ours and the line that is about it. The gravest difference names the pair: whose money, how much, when,
 * and at what cost.
 */
export function judgePair(ours: OurEntry, line: BankEntry, terms: Agreed): Judgement {
  const fee = keptOf(ours.amount, line);
  if (otherCustomer(ours, line)) return { type: 'WRONG_CUSTOMER', fee };
  if (line.amount + fee !== ours.amount || line.sen !== 0) return { type: 'AMOUNT_DIFFERS', fee };
  if (otherDay(ours, line)) return { type: 'NEXT_BUSINESS_DAY', fee };
  return { type: judgeFee(ours.channel, ours.amount, fee, terms), fee };
}

/** A fee that nobody agreed on is looked at; one that was agreed is no news. */
export function judgeFee(
  channel: string,
  amount: number,
  kept: number,
  terms: Agreed,
): 'MATCHED' | 'FEE_DIFFERS' | 'MDR' {
  const agreed = agreedFee(channel, amount, terms);
  if (kept === 0) return 'MATCHED';
  if (agreed === null) return 'MDR';
  return kept === agreed ? 'MATCHED' : 'FEE_DIFFERS';
}

/** Only what makes the line's own sums come to our amount counts as kept; anything else is a difference. */
function keptOf(amount: number, line: BankEntry): number {
  if (line.gross === amount && line.gross >= line.amount) return line.gross - line.amount;
  return line.fee !== null && line.amount + line.fee === amount ? line.fee : 0;
}

export function otherCustomer(ours: OurEntry, line: BankEntry): boolean {
  if (ours.customerNumber === null) return false;
  if (line.customerNumber !== null) return line.customerNumber !== ours.customerNumber;
  return line.vaNumber !== null && !sameVa(ours, line.vaNumber);
}

/** A fixed virtual account ends with the customer's number; one of a checkout is its own. */
function sameVa(ours: OurEntry, va: string): boolean {
  return va === ours.vaNumber || (ours.customerNumber !== null && va.endsWith(ours.customerNumber));
}

export function otherDay(ours: OurEntry, line: BankEntry): boolean {
  return !ours.carried && !line.carried && line.bookedOn !== ours.day;
}

export function daysApart(ours: OurEntry, line: BankEntry): number {
  if (ours.carried || line.carried || line.bookedOn === null) return 0;
  return Math.abs(daysBetween(ours.day as BusinessDate, line.bookedOn as BusinessDate));
}
