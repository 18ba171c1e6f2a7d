import fc from 'fast-check';
import vectors from '../../fixtures/tariff-vectors.json';
import { rupiah } from '../money';
import { period } from '../time';
import { priceWater, selectVersion, validateBlocks, type BlockProblemCode, type TariffBlock } from './index';

const blocks = (...rows: [number, number | null, number][]): TariffBlock[] =>
  rows.map(([lower, upper, rate]) => ({ lower, upper, rate: rupiah(rate) }));

const TABLES: Record<string, TariffBlock[]> = {
  'HALSEL-RT1': blocks([0, 10, 2_000], [10, 20, 2_500], [20, 30, 3_000], [30, null, 4_000]),
  'X12-NIAGA-KECIL': blocks([0, 10, 1_840], [10, 20, 2_480], [20, 30, 3_350], [30, null, 4_530]),
};

/** Any valid block list: ascending limits from 0, the last open; rates in any order. */
const blockLists = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
    fc.array(fc.nat({ max: 20_000 }), { minLength: 7, maxLength: 7 }),
  )
  .map(([limits, rates]) => {
    const uppers = [...limits.sort((a, b) => a - b), null];
    return uppers.map((upper, i) => ({ lower: uppers[i - 1] ?? 0, upper, rate: rupiah(rates[i] ?? 0) }));
  });
const usages = fc.nat({ max: 2_000 });

describe('price of water', () => {
  test.each(vectors)('$tariff, $m3 m³', ({ tariff, m3, water, blocks: lines }) => {
    const price = priceWater({ blocks: TABLES[tariff] ?? [] }, m3);
    expect(price.amount).toBe(water);
    expect(price.lines.map((line) => [line.quantity, line.rate, line.amount])).toEqual(lines);
  });

  test('a flat price is one open block', () => {
    expect(priceWater({ blocks: blocks([0, null, 6_500]) }, 12).amount).toBe(78_000);
  });

  test('refuses usage that is not whole, and tables that do not cover it', () => {
    for (const usage of [-1, 1.5, Number.NaN]) {
      // By what was asked and not by what came of it: no table covers such a usage either.
      expect(() => priceWater({ blocks: blocks([0, null, 1]) }, usage)).toThrow(/^not a usage in m³: /);
    }
    expect(() => priceWater({ blocks: [] }, 0)).toThrow(RangeError);
    expect(() => priceWater({ blocks: blocks([0, 10, 1]) }, 11)).toThrow(
      new RangeError('tariff blocks price 10 of 11 m³'),
    );
    expect(() => priceWater({ blocks: blocks([0, 10, 1], [12, null, 1]) }, 20)).toThrow(RangeError);
  });

  test('every m³ is charged once, in its own block', () => {
    fc.assert(
      fc.property(blockLists, usages, (list, usage) => {
        const { lines, amount } = priceWater({ blocks: list }, usage);
        expect(lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(usage);
        let oneByOne = 0;
        for (let m3 = 1; m3 <= usage; m3 += 1) {
          oneByOne +=
            list.find((block) => m3 > block.lower && m3 <= (block.upper ?? Infinity))?.rate ?? Number.NaN;
        }
        expect(amount).toBe(oneByOne);
      }),
      { numRuns: 60 },
    );
  });

  test('more water never costs less, and the next m³ costs the rate of its block', () => {
    fc.assert(
      fc.property(blockLists, usages, (list, usage) => {
        const step =
          priceWater({ blocks: list }, usage + 1).amount - priceWater({ blocks: list }, usage).amount;
        expect(step).toBe(list.find((block) => usage + 1 <= (block.upper ?? Infinity))?.rate);
        expect(step).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('cutting a block in two at the same rate changes nothing', () => {
    fc.assert(
      fc.property(blockLists, usages, fc.nat(), (list, usage, seed) => {
        const index = seed % list.length;
        const block = list[index];
        if (!block) return;
        const cut = block.lower + 1;
        if (block.upper !== null && cut >= block.upper) return;
        const split = [
          ...list.slice(0, index),
          { ...block, upper: cut },
          { ...block, lower: cut },
          ...list.slice(index + 1),
        ];
        expect(validateBlocks(split)).toEqual([]);
        expect(priceWater({ blocks: split }, usage).amount).toBe(priceWater({ blocks: list }, usage).amount);
      }),
    );
  });
});

describe('block validation', () => {
  test.each<[string, TariffBlock[], [number, BlockProblemCode][]]>([
    ['the published tables', TABLES['HALSEL-RT1'] ?? [], []],
    ['nothing', [], [[0, 'EMPTY']]],
    ['not from zero', blocks([5, null, 1]), [[0, 'NOT_FROM_ZERO']]],
    ['gap', blocks([0, 10, 1], [11, null, 1]), [[1, 'GAP']]],
    ['overlap', blocks([0, 10, 1], [9, null, 1]), [[1, 'OVERLAP']]],
    ['not open', blocks([0, 10, 1]), [[0, 'LAST_NOT_OPEN']]],
    ['open too early', blocks([0, null, 1], [10, null, 1]), [[0, 'OPEN_BEFORE_LAST']]],
    ['empty block', blocks([0, 10, 1], [10, 10, 1], [10, null, 1]), [[1, 'EMPTY_BLOCK']]],
    ['negative rate', blocks([0, null, -1]), [[0, 'RATE_NEGATIVE']]],
    [
      'halves',
      [{ lower: 0, upper: 10.5, rate: rupiah(1) }, ...blocks([10.5, null, 1])],
      [
        [0, 'NOT_WHOLE'],
        [1, 'NOT_WHOLE'],
      ],
    ],
  ])('%s', (_, list, problems) => {
    expect(validateBlocks(list).map(({ index, code }) => [index, code])).toEqual(problems);
  });

  test('whatever passes can price any usage; whatever is damaged does not pass', () => {
    fc.assert(
      fc.property(blockLists, usages, fc.nat(), (list, usage, seed) => {
        expect(validateBlocks(list)).toEqual([]);
        expect(() => priceWater({ blocks: list }, usage)).not.toThrow();
        const index = seed % list.length;
        const shifted = list.map((block, i) => (i === index ? { ...block, lower: block.lower + 1 } : block));
        expect(validateBlocks(shifted)).not.toEqual([]);
        const shortened = list.slice(0, -1);
        expect(validateBlocks(shortened)).not.toEqual([]);
      }),
    );
  });
});

describe('version selection', () => {
  const versions = ['2025-06', '2024-01', '2026-01'].map((from) => ({ validFrom: period(from) }));

  test('by the period of usage', () => {
    expect(selectVersion(versions, period('2023-12'))).toBeNull();
    expect(selectVersion(versions, period('2024-01'))?.validFrom).toBe('2024-01');
    expect(selectVersion(versions, period('2025-12'))?.validFrom).toBe('2025-06');
    expect(selectVersion(versions, period('2030-01'))?.validFrom).toBe('2026-01');
    expect(selectVersion([], period('2030-01'))).toBeNull();
  });

  test('of two from the same period the one listed last', () => {
    const twins = ['a', 'b'].map((code) => ({ code, validFrom: period('2025-06') }));
    expect(selectVersion(twins, period('2025-06'))?.code).toBe('b');
  });
});
