import fc from 'fast-check';
import { addMonths, period } from '../time';
import { usageCeiling, type CeilingInput, type PastUsage } from '.';

const unknown: CeilingInput = {
  meterSizeMm: 15,
  days: 30,
  onOneBill: false,
  category: null,
  categoryDefault: 0,
  history: [],
  highPercent: 200,
};

const past = (...usages: number[]): PastUsage[] =>
  usages.map((usage, index) => ({
    period: addMonths(period('2026-01'), -1 - index),
    usage,
    days: 30,
    method: 'ACTUAL',
  }));

describe('the ceiling of the possible', () => {
  test.each([
    [13, 30, 1_080],
    [15, 30, 1_080],
    [15, 31, 1_116],
    [20, 30, 1_800],
    [25, 30, 2_520],
    [50, 30, 10_800],
    [110, 30, 72_000],
    [500, 30, 1_080_000],
    [15, 1, 1_080],
    [15, 60, 2_160],
  ])('a meter of %d mm lets at most half of Qmax through in %d days: %d m³', (meterSizeMm, days, meter) => {
    expect(usageCeiling({ ...unknown, meterSizeMm, days })).toEqual({ meter, category: null });
  });

  test.each<[string, Partial<CeilingInput>, number]>([
    ['20 × the default where nothing is measured', { categoryDefault: 10 }, 200],
    ['20 × the mean', { category: { readings: 50, mean: 15, top: 90 }, categoryDefault: 10 }, 300],
    [
      'the default, when it is more',
      { category: { readings: 50, mean: 4, top: 9 }, categoryDefault: 10 },
      200,
    ],
    ['no percentile of 199 readings', { category: { readings: 199, mean: 20, top: 30 } }, 400],
    ['10 × the 99.9th percentile of 200', { category: { readings: 200, mean: 20, top: 30 } }, 300],
    ['by days', { categoryDefault: 10, days: 45 }, 300],
    [
      'of one month, where three years come on one bill',
      { categoryDefault: 10, days: 1_096, onOneBill: true },
      206,
    ],
    [
      'twice what this customer really uses in one month, of three years on one bill',
      { categoryDefault: 10, days: 1_096, onOneBill: true, history: past(500, 520, 480) },
      1_033,
    ],
    ['twice what this customer really uses', { categoryDefault: 10, history: past(500, 520, 480) }, 1_000],
    ['two periods are no habit', { categoryDefault: 10, history: past(500, 520) }, 200],
  ])('a category: %s', (_, change, category) => {
    expect(usageCeiling({ ...unknown, ...change }).category).toBe(category);
  });

  test('of a meter is that of one month, where more comes on one bill', () => {
    expect(usageCeiling({ ...unknown, days: 1_096, onOneBill: true }).meter).toBe(1_116);
    expect(usageCeiling({ ...unknown, days: 20, onOneBill: true }).meter).toBe(1_080);
  });

  test('a period has at least a day', () => {
    for (const days of [0, -1, 1.5]) expect(() => usageCeiling({ ...unknown, days })).toThrow(RangeError);
  });

  test('never falls with more days, a larger meter or a higher mean', () => {
    const input = fc.record({
      days: fc.integer({ min: 1, max: 800 }),
      meterSizeMm: fc.integer({ min: 10, max: 500 }),
      mean: fc.nat({ max: 5_000 }),
    });
    fc.assert(
      fc.property(input, input, (a, b) => {
        const of = (one: typeof a) =>
          usageCeiling({
            ...unknown,
            days: one.days,
            meterSizeMm: one.meterSizeMm,
            category: { readings: 10, mean: one.mean + 1, top: 0 },
          });
        const low = of({
          days: Math.min(a.days, b.days),
          meterSizeMm: Math.min(a.meterSizeMm, b.meterSizeMm),
          mean: Math.min(a.mean, b.mean),
        });
        const high = of({
          days: Math.max(a.days, b.days),
          meterSizeMm: Math.max(a.meterSizeMm, b.meterSizeMm),
          mean: Math.max(a.mean, b.mean),
        });
        expect(high.meter).toBeGreaterThanOrEqual(low.meter);
        expect(high.category ?? 0).toBeGreaterThanOrEqual(low.category ?? 0);
      }),
    );
  });
});
