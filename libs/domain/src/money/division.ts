import { rupiah, type Rupiah } from './rupiah';

/** `DOWN` is towards zero, `UP` away from zero, `HALF_UP` to the nearest with halves away from zero. */
export type RoundingMode = 'HALF_UP' | 'DOWN' | 'UP';

/** A mode alone rounds to whole rupiah; with `multiple` (for example 100) the result is a multiple of it. */
export type Rounding = RoundingMode | { readonly mode: RoundingMode; readonly multiple: number };

/** The only place where money is divided. BigInt, because amount × basis points may leave the safe integers. */
function divideExactly(numerator: bigint, denominator: bigint, rounding: Rounding): Rupiah {
  const { mode, multiple } = typeof rounding === 'string' ? { mode: rounding, multiple: 1 } : rounding;
  if (!Number.isSafeInteger(multiple) || multiple < 1) {
    throw new RangeError(`not a rounding multiple: ${String(multiple)}`);
  }
  const step = denominator * BigInt(multiple);
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const remainder = magnitude % step;
  let steps = magnitude / step;
  if (mode === 'UP' ? remainder > 0n : mode === 'HALF_UP' && remainder * 2n >= step) steps += 1n;
  const rounded = Number(steps * BigInt(multiple));
  return rupiah(negative ? -rounded : rounded);
}

/**
 * `amount ÷ divisor`. Rounding is an argument, so that no division of money happens without somebody having
 * decided where the remainder goes.
 * @throws RangeError when the divisor is not a positive integer.
 */
export function divideRupiah(amount: Rupiah, divisor: number, rounding: Rounding): Rupiah {
  if (!Number.isSafeInteger(divisor) || divisor < 1)
    throw new RangeError(`not a divisor: ${String(divisor)}`);
  return divideExactly(BigInt(amount), BigInt(divisor), rounding);
}

/**
 * A percentage of an amount, in basis points (250 = 2.5 %).
 * @throws RangeError when the basis points are not a whole number ≥ 0.
 */
export function percentOf(amount: Rupiah, basisPoints: number, rounding: Rounding): Rupiah {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0) {
    throw new RangeError(`not a number of basis points: ${String(basisPoints)}`);
  }
  return divideExactly(BigInt(amount) * BigInt(basisPoints), 10_000n, rounding);
}
