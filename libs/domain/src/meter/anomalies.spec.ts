import fc from 'fast-check';
import { addMonths, period } from '../time';
import {
  CONDITION_CODES,
  CONDITIONS,
  DEFAULT_ANOMALY_THRESHOLDS,
  detectAnomalies,
  estimateUsage,
  isConditionCode,
  type AnomalyInput,
  type AnomalyReason,
  type AnomalySeverity,
  type PastUsage,
  type ReadingMethod,
} from './index';

const NOW = period('2026-11');

/** History from usages, newest first; a usage with `e` was estimated. */
function history(...usages: (number | `${number}e`)[]): PastUsage[] {
  return usages.map((entry, index) => ({
    period: addMonths(NOW, -1 - index),
    usage: Number.parseInt(String(entry), 10),
    days: 30,
    method: String(entry).endsWith('e') ? 'ESTIMATED' : 'ACTUAL',
  }));
}

const normal: AnomalyInput = {
  usage: 20,
  days: 30,
  history: history(20, 21, 19),
  method: 'ACTUAL',
  previousResolved: true,
  samePhoto: false,
  thresholds: DEFAULT_ANOMALY_THRESHOLDS,
};

describe('anomalies', () => {
  test.each<[string, Partial<AnomalyInput>, AnomalySeverity, AnomalyReason[]]>([
    ['a normal month', {}, 'OK', []],
    ['exactly twice the usual is still normal', { usage: 40 }, 'OK', []],
    ['more than twice the usual', { usage: 41 }, 'WARNING', ['HIGH']],
    ['exactly half is still normal', { usage: 10 }, 'OK', []],
    ['less than half', { usage: 9 }, 'WARNING', ['LOW']],
    ['twice as much in twice the days is normal', { usage: 41, days: 60 }, 'OK', []],
    ['half the days make the same usage high', { usage: 21, days: 15 }, 'WARNING', ['HIGH']],
    ['first zero', { usage: 0 }, 'WARNING', ['LOW']],
    ['zero twice', { usage: 0, history: history(0, 20, 20) }, 'WARNING', ['LOW', 'ZERO_TWICE']],
    ['use after none', { usage: 12, history: history(0, 0, 0) }, 'WARNING', ['JUMP_FROM_ZERO']],
    ['a newcomer has no usual', { usage: 500, history: [] }, 'OK', []],
    [
      'two periods are compared when there are two',
      { usage: 50, history: history(20, 20) },
      'WARNING',
      ['HIGH'],
    ],
    [
      'estimates say nothing about consumption',
      { usage: 41, history: history('90e', '90e', 20, 20, 20) },
      'WARNING',
      ['HIGH'],
    ],
    ['only the last three count', { usage: 41, history: history(20, 20, 20, 500) }, 'WARNING', ['HIGH']],
    ['negative', { usage: -1 }, 'ERROR', ['NEGATIVE']],
    ['second estimate', { method: 'ESTIMATED', history: history('20e', 20, 20, 20) }, 'OK', []],
    [
      'third estimate in a row',
      { method: 'ESTIMATED', history: history('20e', '20e', 20, 20, 20) },
      'ERROR',
      ['ESTIMATED_STREAK'],
    ],
    [
      'never really read',
      { method: 'ESTIMATED', history: history('5e', '5e') },
      'ERROR',
      ['ESTIMATED_STREAK'],
    ],
    ['a reading ends the streak', { history: history('20e', '20e', '20e', 20) }, 'OK', []],
    ['previous reading unresolved', { previousResolved: false }, 'ERROR', ['PREVIOUS_UNRESOLVED']],
    ['same photo', { samePhoto: true }, 'ERROR', ['SAME_PHOTO']],
    ['all reasons are named', { usage: 41, samePhoto: true }, 'ERROR', ['HIGH', 'SAME_PHOTO']],
    [
      'thresholds are the category’s',
      { usage: 41, thresholds: { highPercent: 300, lowPercent: 10 } },
      'OK',
      [],
    ],
  ])('%s', (_, change, severity, reasons) => {
    expect(detectAnomalies({ ...normal, ...change })).toEqual({ severity, reasons });
  });

  test('a period has at least a day', () => {
    for (const days of [0, -1, 1.5]) expect(() => detectAnomalies({ ...normal, days })).toThrow(RangeError);
  });

  test('no usage is both high and low, and asking twice gives the same answer', () => {
    const method = fc.constantFrom<ReadingMethod>('ACTUAL', 'ESTIMATED');
    const past = fc.record({
      period: fc.constant(NOW),
      usage: fc.nat({ max: 200 }),
      days: fc.integer({ min: 1, max: 62 }),
      method,
    });
    const input = fc.record({
      usage: fc.integer({ min: -50, max: 500 }),
      days: fc.integer({ min: 1, max: 62 }),
      history: fc.array(past, { maxLength: 6 }),
      method,
      previousResolved: fc.boolean(),
      samePhoto: fc.boolean(),
      thresholds: fc.constant(DEFAULT_ANOMALY_THRESHOLDS),
    });
    fc.assert(
      fc.property(input, (one) => {
        const { severity, reasons } = detectAnomalies(one);
        expect(reasons.includes('HIGH') && reasons.includes('LOW')).toBe(false);
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(severity === 'OK').toBe(reasons.length === 0);
        expect(detectAnomalies(one)).toEqual({ severity, reasons });
      }),
    );
  });
});

describe('estimate', () => {
  const unread = { period: NOW, days: 30, categoryDefault: 15 };

  test('the mean of the last three actual periods, per day', () => {
    expect(estimateUsage({ ...unread, history: history(20, '99e', 21, 22, 500) })).toEqual({
      usage: 21,
      basis: 'MEAN_OF_LAST_ACTUAL',
    });
    expect(estimateUsage({ ...unread, days: 15, history: history(20, 21, 22) }).usage).toBe(11);
    expect(estimateUsage({ ...unread, days: 60, history: history(20, 21, 22) }).usage).toBe(42);
  });

  test('else the same period last year, if it was read', () => {
    const lastYear: PastUsage = { period: period('2025-11'), usage: 31, days: 31, method: 'ACTUAL' };
    expect(estimateUsage({ ...unread, history: [...history(20), lastYear] })).toEqual({
      usage: 30,
      basis: 'SAME_PERIOD_LAST_YEAR',
    });
    expect(estimateUsage({ ...unread, history: [{ ...lastYear, method: 'ESTIMATED' }] }).basis).toBe(
      'CATEGORY_DEFAULT',
    );
  });

  test('else the default of the category', () => {
    expect(estimateUsage({ ...unread, history: [] })).toEqual({ usage: 15, basis: 'CATEGORY_DEFAULT' });
    expect(estimateUsage({ ...unread, history: history(20, 20) })).toEqual({
      usage: 15,
      basis: 'CATEGORY_DEFAULT',
    });
  });

  test('a default of nothing is a default; a period of no days tells nothing', () => {
    expect(estimateUsage({ ...unread, categoryDefault: 0, history: [] }).usage).toBe(0);
    const [newest, ...older] = history(90, 20, 21, 22);
    const sameDay = newest ? [{ ...newest, days: 0 }, ...older] : [];
    expect(estimateUsage({ ...unread, history: sameDay }).usage).toBe(21);
  });

  test('refuses days and defaults that are not whole', () => {
    expect(() => estimateUsage({ ...unread, days: 0, history: [] })).toThrow(RangeError);
    expect(() => estimateUsage({ ...unread, categoryDefault: -1, history: [] })).toThrow(RangeError);
  });

  test('lies between the smallest and the largest month it is made from', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 3 }), (usages) => {
        const { usage } = estimateUsage({ ...unread, history: history(...usages) });
        expect(usage).toBeGreaterThanOrEqual(Math.min(...usages));
        expect(usage).toBeLessThanOrEqual(Math.max(...usages));
      }),
    );
  });
});

describe('condition codes', () => {
  test('closed list; without a readable stand, usage is estimated', () => {
    expect(isConditionCode('TERKUNCI')).toBe(true);
    expect(isConditionCode('LOCKED')).toBe(false);
    const read = CONDITION_CODES.filter((code) => !CONDITIONS[code].estimated);
    expect(read).toEqual(['NORMAL', 'GANTI_METER']);
  });
});
