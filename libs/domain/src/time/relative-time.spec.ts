import fc from 'fast-check';
import { addDays, businessDate, daysBetween } from './business-date';
import { relativeDay, relativeOfDay, relativeOfPeriod, relativePeriod } from './relative-time';
import { latestDue, nextDue, type Schedule } from './schedule';

const START = businessDate('2020-01-01');
const day = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays(START, count));
const hour = fc.integer({ min: 0, max: 23 });
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ every: fc.constant('DAY' as const), hour }),
  fc.record({ every: fc.constant('MONTH' as const), day: fc.integer({ min: 1, max: 31 }), hour }),
);

describe('days and months counted from today', () => {
  const today = businessDate('2026-03-02');

  it.each([
    ['day-0', '2026-03-02'],
    ['day-1', '2026-03-01'],
    ['month-0.first', '2026-03-01'],
    ['month-1.first', '2026-02-01'],
    ['month-1.last', '2026-02-28'],
    ['month-12.last', '2025-03-31'],
  ])('%s is %s on 2 March 2026', (word, meant) => {
    expect(relativeDay(word, today)).toBe(meant);
  });

  it.each([
    ['month-0', '2026-03'],
    ['month-1', '2026-02'],
    ['month-14', '2025-01'],
  ])('%s is %s', (word, meant) => {
    expect(relativePeriod(word, today)).toBe(meant);
  });

  it('are words of their own: a day is no month, and a date is neither', () => {
    for (const word of ['month-1', '2026-03-02', 'day-', 'month-1.middle', ''])
      expect(relativeDay(word, today)).toBeNull();
    for (const word of ['day-1', 'month-1.first', '2026-03', ''])
      expect(relativePeriod(word, today)).toBeNull();
  });

  it('are offered for what they mean, the first of a month before yesterday', () => {
    expect(relativeOfDay('2026-03-01', today)).toBe('month-0.first');
    expect(relativeOfDay('2026-02-15', today)).toBeNull();
    expect(relativeOfDay('2026-03-03', today)).toBeNull();
    expect(relativeOfPeriod('2026-02', today)).toBe('month-1');
    expect(relativeOfPeriod('2026-04', today)).toBeNull();
  });

  it('mean today what they were chosen for', () => {
    fc.assert(
      fc.property(day, day, (value, asked) => {
        const word = relativeOfDay(value, asked);
        if (word !== null) expect(relativeDay(word, asked)).toBe(value);
        const month = relativeOfPeriod(value.slice(0, 7), asked);
        if (month !== null) expect(relativePeriod(month, asked)).toBe(value.slice(0, 7));
      }),
    );
  });
});

describe('a schedule', () => {
  it.each<[Schedule, string, number, string]>([
    [{ every: 'DAY', hour: 6 }, '2026-03-02', 6, '2026-03-02'],
    [{ every: 'DAY', hour: 6 }, '2026-03-02', 5, '2026-03-01'],
    [{ every: 'MONTH', day: 1, hour: 6 }, '2026-03-02', 0, '2026-03-01'],
    [{ every: 'MONTH', day: 31, hour: 6 }, '2026-03-02', 7, '2026-02-28'],
    [{ every: 'MONTH', day: 31, hour: 6 }, '2026-02-28', 6, '2026-02-28'],
    [{ every: 'MONTH', day: 31, hour: 6 }, '2026-02-28', 5, '2026-01-31'],
  ])('%j is due at %s %d o’clock for %s', (one, date, at, due) => {
    expect(latestDue(one, businessDate(date), at)).toBe(due);
  });

  it('is due on no day to come, within a month, and the same day until the next', () => {
    fc.assert(
      fc.property(schedule, day, hour, (one, date, at) => {
        const due = latestDue(one, date, at);
        expect(daysBetween(due, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(due, date)).toBeLessThanOrEqual(one.every === 'DAY' ? 1 : 31);
        // Whatever the hour, it never goes back.
        expect(latestDue(one, date, 23) >= due).toBe(true);
        expect(latestDue(one, addDays(date, 1), at) >= due).toBe(true);
        expect(latestDue(one, due, one.hour)).toBe(due);
        const next = nextDue(one, due);
        expect(latestDue(one, next, one.hour)).toBe(next);
        expect(latestDue(one, addDays(next, -1), 23)).toBe(due);
      }),
    );
  });
});
