import fc from 'fast-check';
import {
  addMonths,
  comparePeriods,
  formatPeriodMonthYear,
  isPeriod,
  monthsBetween,
  nextPeriod,
  parsePeriod,
  period,
  periodCode,
  periodFromCode,
  periodName,
  previousPeriod,
} from './index';

const periods = fc
  .tuple(fc.integer({ min: 1950, max: 2900 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => period(`${String(year)}-${String(month).padStart(2, '0')}`));

describe('period', () => {
  test('YYYY-MM only', () => {
    expect(period('2025-10')).toBe('2025-10');
    for (const text of ['2025-13', '2025-00', '2025-1', '10-2025', '1025-10', '3025-10', '2025-10-01', '']) {
      expect(isPeriod(text)).toBe(false);
      expect(() => period(text)).toThrow(RangeError);
    }
    expect(isPeriod(202510)).toBe(false);
  });

  test('10-2025 ⇄ Oktober 2025', () => {
    const october = period('2025-10');
    expect(formatPeriodMonthYear(october)).toBe('10-2025');
    expect(periodName(october, 'id')).toBe('Oktober 2025');
    expect(periodName(october, 'en')).toBe('October 2025');
    for (const text of ['10-2025', '2025-10', 'Oktober 2025', ' oktober  2025 ', 'OCTOBER 2025']) {
      expect(parsePeriod(text)).toBe(october);
    }
    for (const text of ['13-2025', 'Okt 2025', '2025', '', 'Oktober', '00-2025', 'constructor 2025']) {
      expect(parsePeriod(text)).toBeNull();
    }
  });

  test('all twelve names, as Indonesians write them', () => {
    const names = Array.from(
      { length: 12 },
      (_, i) => periodName(addMonths(period('2025-01'), i), 'id').split(' ')[0],
    );
    expect(names.join(' ')).toBe(
      'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    );
  });

  test('steps over the turn of the year', () => {
    expect(nextPeriod(period('2025-12'))).toBe('2026-01');
    expect(previousPeriod(period('2026-01'))).toBe('2025-12');
    expect(addMonths(period('2025-10'), -22)).toBe('2023-12');
    expect(monthsBetween(period('2025-11'), period('2026-02'))).toBe(3);
    expect(() => addMonths(period('2025-10'), 0.5)).toThrow(RangeError);
    expect(() => nextPeriod(period('2999-12'))).toThrow(RangeError);
  });

  test('code of bill numbers', () => {
    expect(periodCode(period('2025-10'))).toBe('202510');
    expect(periodFromCode('202510')).toBe('2025-10');
    for (const code of ['2025-10', '202513', '20251']) expect(() => periodFromCode(code)).toThrow(RangeError);
  });

  test('every written form reads back; arithmetic and order agree', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -500, max: 500 }), (p, n) => {
        expect(parsePeriod(formatPeriodMonthYear(p))).toBe(p);
        expect(parsePeriod(periodName(p, 'id'))).toBe(p);
        expect(parsePeriod(periodName(p, 'en'))).toBe(p);
        expect(periodFromCode(periodCode(p))).toBe(p);
        const moved = addMonths(p, n);
        expect(monthsBetween(p, moved)).toBe(n);
        expect(Math.sign(comparePeriods(moved, p))).toBe(Math.sign(n));
        expect(p < moved).toBe(n > 0);
      }),
    );
  });
});
