import { rupiah, sumRupiah, type Rupiah } from '../money';

/** The notes and coins of Bank Indonesia that are in use, largest first, in rupiah. */
export const DENOMINATIONS = [
  100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
] as const;

export type Denomination = (typeof DENOMINATIONS)[number];

/** How many pieces of one denomination lie in a drawer. */
export interface CountedPieces {
  readonly denomination: number;
  readonly pieces: number;
}

/** A drawer holds no more pieces of one kind than a person can count. */
export const MOST_PIECES = 100_000;

/**
 * What a count by denomination comes to; what is not named was not there.
 * @example countCash([{ denomination: 50_000, pieces: 3 }, { denomination: 500, pieces: 2 }]) → Rp151.000
 * @returns rupiah
 * @throws RangeError for money that does not exist, for one denomination named twice, and for pieces that are no count
 */
export function countCash(counted: readonly CountedPieces[]): Rupiah {
  if (new Set(counted.map(({ denomination }) => denomination)).size !== counted.length)
    throw new RangeError('a denomination is counted once');
  return sumRupiah(
    counted.map(({ denomination, pieces }) => {
      if (!isDenomination(denomination)) throw new RangeError(`no such money: ${String(denomination)}`);
      if (!Number.isSafeInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
        throw new RangeError(`no count of pieces: ${String(pieces)}`);
      return rupiah(denomination * pieces);
    }),
  );
}

export function isDenomination(value: number): value is Denomination {
  return DENOMINATIONS.some((denomination) => denomination === value);
}

/**
 * The fewest notes and coins that make an amount, largest first: how change is given.
 * @returns the pieces, and what no coin is small enough for
 */
export function inPieces(amount: Rupiah): { readonly counted: CountedPieces[]; readonly rest: Rupiah } {
  if (amount < 0) throw new RangeError('nobody gives less than nothing');
  let rest: number = amount;
  const counted: CountedPieces[] = [];
  // A Rp75.000 note is a keepsake: it is taken and counted, and nobody gives it as change.
  for (const denomination of DENOMINATIONS.filter((one) => one !== 75_000)) {
    const pieces = Math.floor(rest / denomination);
    if (pieces > 0) counted.push({ denomination, pieces });
    rest -= pieces * denomination;
  }
  return { counted, rest: rupiah(rest) };
}
