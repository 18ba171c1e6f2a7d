/** A whole number of rupiah. Sen do not exist in any bill, payment or bank message of this system. */
export type Rupiah = number & { readonly __brand: 'Rupiah' };

/**
 * Takes a plain number in as money.
 * Negative amounts are allowed, because corrections and reversals carry them; where only positive money makes
 * sense the rule that needs it says so.
 * @throws RangeError unless the number is a safe integer (a float or anything above 2^53 − 1 has already lost money).
 */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`not a whole, safe amount of rupiah: ${String(amount)}`);
  // −0 would survive in JSON comparisons and Object.is checks, so it is folded into 0.
  return (amount === 0 ? 0 : amount) as Rupiah;
}

export const ZERO_RUPIAH: Rupiah = rupiah(0);

/** The largest single transaction accepted anywhere; far above any water bill, far below the safe-integer limit. */
export const MAX_TRANSACTION: Rupiah = rupiah(10_000_000_000);

/** Sum of a list. @throws RangeError when the sum leaves the safe integers. */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let sum = 0;
  for (const amount of amounts) sum = rupiah(sum + amount);
  return rupiah(sum);
}

/** Sum of its arguments. @throws RangeError when the sum leaves the safe integers. */
export function addRupiah(...parts: Rupiah[]): Rupiah {
  return sumRupiah(parts);
}

/** `a − b`; may be negative. */
export function subtractRupiah(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(a - b);
}

/**
 * `rate × quantity`, exact.
 * @throws RangeError when the quantity is not an integer or the product leaves the safe integers.
 */
export function multiplyRupiah(rate: Rupiah, quantity: number): Rupiah {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${String(quantity)}`);
  return rupiah(rate * quantity);
}
