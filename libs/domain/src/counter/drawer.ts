import { addRupiah, rupiah, subtractRupiah, sumRupiah, type Rupiah } from '../money';

/** Everything that moved the cash of a drawer while a shift was open, each as a sum. */
export interface ShiftCash {
  /** Counted when the shift began. */
  readonly opening: Rupiah;
  /** Water bills paid in cash: bills, stamp duty and the counter's fee. */
  readonly collected: Rupiah;
  /** Of these, paid back by a reversal in this shift. */
  readonly reversed: Rupiah;
  /** Products of others, sold for cash. */
  readonly sold: Rupiah;
  /** Sales that failed and were paid back in this shift. */
  readonly handedBack: Rupiah;
  /** Put in from the bank account. */
  readonly floats: Rupiah;
  /** Brought to the bank. */
  readonly deposits: Rupiah;
}

/**
 * What must lie in the drawer now (money-core: 1140 per drawer).
 * @returns rupiah; below zero when more was taken out than can have been there, which the count will show
 */
export function expectedCash(cash: ShiftCash): Rupiah {
  const put = sumRupiah([cash.opening, cash.collected, cash.sold, cash.floats]);
  return subtractRupiah(put, sumRupiah([cash.reversed, cash.handedBack, cash.deposits]));
}

/** Counted against expected: above zero is too much, below is too little. */
export function cashDifference(expected: Rupiah, counted: Rupiah): Rupiah {
  return subtractRupiah(counted, expected);
}

/** What a difference asks for: nothing, a reason by whoever counted, or a second person besides. */
export type DifferenceCare = 'NONE' | 'REASON' | 'SECOND_PERSON';

/** @param limit the largest difference a cashier answers for alone, either way */
export function careFor(difference: Rupiah, limit: Rupiah): DifferenceCare {
  if (difference === 0) return 'NONE';
  return Math.abs(difference) <= limit ? 'REASON' : 'SECOND_PERSON';
}

/**
 * What the customer gets back.
 * @returns null when the cash does not cover the total: then nothing is sold
 */
export function changeOf(total: Rupiah, given: Rupiah): Rupiah | null {
  return given < total ? null : subtractRupiah(given, total);
}

/**
 * What a basket comes to: water bills stand once they are posted; a sale that failed is handed back with the change.
 * @example settleBasket({ given: rupiah(200_000), water: rupiah(70_000), sales: [{ total: rupiah(41_000), handedBack: true }] })
 *   → { taken: Rp70.000, change: Rp130.000 }
 * @throws RangeError when more was taken than given
 */
export function settleBasket(basket: {
  readonly given: Rupiah;
  readonly water: Rupiah;
  readonly sales: readonly { readonly total: Rupiah; readonly handedBack: boolean }[];
}): { readonly taken: Rupiah; readonly change: Rupiah } {
  const sold = basket.sales.map(({ total, handedBack }) => (handedBack ? rupiah(0) : total));
  const taken = addRupiah(basket.water, sumRupiah(sold));
  const change = changeOf(taken, basket.given);
  if (change === null) throw new RangeError('more was taken than the customer gave');
  return { taken, change };
}
