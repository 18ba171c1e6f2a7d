import angkaTerbilang from '@develoka/angka-terbilang-js';
import fc from 'fast-check';
import { terbilang, terbilangRupiah } from './terbilang';

describe('terbilang', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [110, 'seratus sepuluh'],
    [111, 'seratus sebelas'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1_000, 'seribu'],
    [1_001, 'seribu satu'],
    [1_100, 'seribu seratus'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_000_000_000, 'satu miliar'],
    [2_000_001_001, 'dua miliar seribu satu'],
    [1_000_000_000_000, 'satu triliun'],
    [-5, 'minus lima'],
  ])('%d is "%s"', (n, words) => {
    expect(terbilang(n)).toBe(words);
  });

  test.each([
    [42_500, 'empat puluh dua ribu lima ratus rupiah'],
    [5_000_001, 'lima juta satu rupiah'],
    [0, 'nol rupiah'],
  ])('%d rupiah as on a receipt', (n, words) => {
    expect(terbilangRupiah(n)).toBe(words);
  });

  test('the largest number has fifteen digits; anything else is refused', () => {
    expect(terbilang(10 ** 15 - 1)).toContain('sembilan ratus sembilan puluh sembilan triliun');
    for (const n of [10 ** 15, -(10 ** 15), 1.5, Number.NaN, Infinity]) {
      expect(() => terbilang(n)).toThrow(RangeError);
    }
  });

  test('agrees with an independent implementation', () => {
    // That package spells "milyar" and leaves double spaces in some numbers; both are only spelling.
    const other = (n: number) => angkaTerbilang(n).replaceAll('milyar', 'miliar').replace(/\s+/g, ' ').trim();
    for (let n = 0; n < 3_000; n += 1) expect(terbilang(n)).toBe(other(n));
    const numbers = fc.oneof(fc.nat({ max: 10_000_000 }), fc.integer({ min: 0, max: 10 ** 15 - 1 }));
    fc.assert(
      fc.property(numbers, (n) => {
        expect(terbilang(n)).toBe(other(n));
      }),
      { numRuns: 2_000 },
    );
  });

  test('two numbers never share their words', () => {
    const words = new Set(Array.from({ length: 20_000 }, (_, n) => terbilang(n)));
    expect(words.size).toBe(20_000);
  });
});
