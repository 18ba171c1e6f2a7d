import fc from 'fast-check';
import {
  addRupiah,
  divideRupiah,
  formatRupiah,
  MAX_TRANSACTION,
  multiplyRupiah,
  percentOf,
  rupiah,
  subtractRupiah,
  sumRupiah,
  ZERO_RUPIAH,
  type RoundingMode,
} from './index';

const amounts = fc.integer({ min: -1e12, max: 1e12 }).map(rupiah);

describe('rupiah', () => {
  test('takes whole, safe numbers only', () => {
    expect(rupiah(42_500)).toBe(42_500);
    expect(rupiah(-1)).toBe(-1);
    expect(Object.is(rupiah(-0), 0)).toBe(true);
    for (const n of [0.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)])
      expect(() => rupiah(n)).toThrow(RangeError);
  });

  test('sums, differences and products', () => {
    expect(addRupiah(rupiah(1), rupiah(2), rupiah(3))).toBe(6);
    expect(addRupiah()).toBe(ZERO_RUPIAH);
    expect(sumRupiah([])).toBe(0);
    expect(subtractRupiah(rupiah(1), rupiah(3))).toBe(-2);
    expect(multiplyRupiah(rupiah(2_500), 11)).toBe(27_500);
    expect(() => multiplyRupiah(rupiah(2_500), 1.5)).toThrow(RangeError);
    expect(MAX_TRANSACTION).toBe(10_000_000_000);
  });

  test('an overflow is an error, not another amount', () => {
    const most = rupiah(Number.MAX_SAFE_INTEGER);
    expect(() => addRupiah(most, rupiah(1))).toThrow(RangeError);
    expect(() => multiplyRupiah(most, 2)).toThrow(RangeError);
    expect(subtractRupiah(rupiah(0), most)).toBe(-Number.MAX_SAFE_INTEGER);
    expect(() => subtractRupiah(rupiah(-1), most)).toThrow(RangeError);
  });
});

describe('division', () => {
  test.each<[number, number, RoundingMode, number]>([
    [10, 4, 'DOWN', 2],
    [10, 4, 'HALF_UP', 3],
    [10, 4, 'UP', 3],
    [9, 4, 'HALF_UP', 2],
    [9, 4, 'UP', 3],
    [8, 4, 'UP', 2],
    [-10, 4, 'DOWN', -2],
    [-10, 4, 'HALF_UP', -3],
    [-9, 4, 'HALF_UP', -2],
    [-9, 4, 'UP', -3],
    [0, 4, 'UP', 0],
  ])('%d ÷ %d rounded %s is %d', (amount, divisor, rounding, result) => {
    expect(divideRupiah(rupiah(amount), divisor, rounding)).toBe(result);
  });

  test('rounds to a multiple', () => {
    expect(divideRupiah(rupiah(42_449), 1, { mode: 'HALF_UP', multiple: 100 })).toBe(42_400);
    expect(divideRupiah(rupiah(42_450), 1, { mode: 'HALF_UP', multiple: 100 })).toBe(42_500);
    expect(percentOf(rupiah(72_345), 200, { mode: 'UP', multiple: 100 })).toBe(1_500);
    expect(percentOf(rupiah(72_345), 200, 'HALF_UP')).toBe(1_447);
  });

  test('a percentage of a large amount is exact', () => {
    expect(percentOf(rupiah(9_007_199_254_740_991), 10_000, 'DOWN')).toBe(9_007_199_254_740_991);
  });

  test('refuses what is no divisor, percentage or multiple', () => {
    for (const divisor of [0, -1, 1.5])
      expect(() => divideRupiah(rupiah(1), divisor, 'DOWN')).toThrow(RangeError);
    for (const points of [-1, 0.5]) expect(() => percentOf(rupiah(1), points, 'DOWN')).toThrow(RangeError);
    for (const multiple of [0, 1.5]) {
      expect(() => divideRupiah(rupiah(1), 1, { mode: 'DOWN', multiple })).toThrow(RangeError);
    }
  });

  test('never off by a whole step, and symmetric around zero', () => {
    const modes = fc.constantFrom<RoundingMode>('HALF_UP', 'DOWN', 'UP');
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 1e6 }),
        modes,
        fc.integer({ min: 1, max: 1_000 }),
        (a, d, mode, m) => {
          const result = divideRupiah(a, d, { mode, multiple: m });
          expect(Math.abs(result % m)).toBe(0);
          const distance = BigInt(result) * BigInt(d) - BigInt(a);
          const step = BigInt(d) * BigInt(m);
          const size = distance < 0n ? -distance : distance;
          expect(mode === 'HALF_UP' ? size * 2n <= step : size < step).toBe(true);
          expect(divideRupiah(rupiah(0 - a), d, { mode, multiple: m })).toBe(rupiah(0 - result));
        },
      ),
    );
  });
});

describe('formatRupiah', () => {
  test.each([
    [0, 'Rp0'],
    [999, 'Rp999'],
    [1_000, 'Rp1.000'],
    [42_500, 'Rp42.500'],
    [-42_500, '-Rp42.500'],
    [10_000_000_000, 'Rp10.000.000.000'],
  ])('%d prints as %s', (n, text) => {
    expect(formatRupiah(n)).toBe(text);
  });

  test('can be read back', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(Number(formatRupiah(n).replace('Rp', '').replaceAll('.', ''))).toBe(n);
      }),
    );
  });

  test('refuses sen', () => {
    expect(() => formatRupiah(0.5)).toThrow(RangeError);
  });
});
