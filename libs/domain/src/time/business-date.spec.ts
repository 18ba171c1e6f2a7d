import fc from 'fast-check';
import {
  addDays,
  addMonthsToDate,
  businessDate,
  businessDateOf,
  daysBetween,
  dueDateOf,
  endOfBusinessDay,
  formatDateLong,
  formatInstant,
  isBusinessDate,
  period,
  periodOfDate,
  zoneLabel,
} from './index';

const WITA = 'Asia/Makassar';
const instants = fc.integer({
  min: Date.parse('2000-01-01T00:00:00Z'),
  max: Date.parse('2060-01-01T00:00:00Z'),
});

describe('business date', () => {
  test('existing calendar days only', () => {
    expect(businessDate('2024-02-29')).toBe('2024-02-29');
    for (const text of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '']) {
      expect(isBusinessDate(text)).toBe(false);
      expect(() => businessDate(text)).toThrow(RangeError);
    }
    expect(isBusinessDate(20260101)).toBe(false);
  });

  test('half past midnight in Makassar is still yesterday in UTC', () => {
    expect(businessDateOf(Date.parse('2025-10-31T16:30:00Z'), WITA)).toBe('2025-11-01');
    expect(businessDateOf(Date.parse('2025-10-31T15:59:59.999Z'), WITA)).toBe('2025-10-31');
    expect(businessDateOf(Date.parse('2025-10-31T16:30:00Z'), 'Asia/Jakarta')).toBe('2025-10-31');
    expect(() => businessDateOf(0, 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => businessDateOf(Number.NaN, WITA)).toThrow(RangeError);
  });

  test('the day ends at the first instant of the next', () => {
    expect(endOfBusinessDay(businessDate('2025-10-31'), WITA)).toBe(Date.parse('2025-10-31T16:00:00Z'));
    // Summer time began at midnight here: the day after starts at 01:00.
    expect(endOfBusinessDay(businessDate('2018-11-03'), 'America/Sao_Paulo')).toBe(
      Date.parse('2018-11-04T03:00:00Z'),
    );
    expect(endOfBusinessDay(businessDate('2025-03-29'), 'Europe/Berlin')).toBe(
      Date.parse('2025-03-29T23:00:00Z'),
    );
  });

  test('every instant lies before the end of its own day and not before the end of the day before', () => {
    const zones = fc.constantFrom(
      WITA,
      'Asia/Jakarta',
      'Asia/Jayapura',
      'America/New_York',
      'Pacific/Kiritimati',
    );
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = businessDateOf(instant, zone);
        expect(instant).toBeLessThan(endOfBusinessDay(day, zone));
        expect(instant).toBeGreaterThanOrEqual(endOfBusinessDay(addDays(day, -1), zone));
      }),
    );
  });

  test('due on the 20th of the month after, by default', () => {
    expect(dueDateOf(period('2025-10'))).toBe('2025-11-20');
    expect(dueDateOf(period('2025-12'), 25)).toBe('2026-01-25');
    expect(dueDateOf(period('2026-01'), 31)).toBe('2026-02-28');
    for (const day of [0, 32, 1.5]) expect(() => dueDateOf(period('2025-10'), day)).toThrow(RangeError);
  });

  test('days and months', () => {
    expect(addDays(businessDate('2025-12-31'), 1)).toBe('2026-01-01');
    expect(daysBetween(businessDate('2024-02-28'), businessDate('2024-03-01'))).toBe(2);
    expect(addMonthsToDate(businessDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonthsToDate(businessDate('2026-11-20'), 3)).toBe('2027-02-20');
    expect(periodOfDate(businessDate('2026-11-20'))).toBe('2026-11');
    expect(() => addDays(businessDate('2026-01-01'), 0.5)).toThrow(RangeError);
    fc.assert(
      fc.property(instants, fc.integer({ min: -5_000, max: 5_000 }), (instant, n) => {
        const day = businessDateOf(instant, WITA);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  test('as people read it', () => {
    const instant = Date.parse('2026-11-21T06:30:00Z');
    expect(formatDateLong(businessDate('2026-11-01'), 'id')).toBe('1 November 2026');
    expect(formatDateLong(businessDate('2026-08-17'), 'id')).toBe('17 Agustus 2026');
    expect(formatDateLong(businessDate('2026-08-17'), 'en')).toBe('17 August 2026');
    expect(formatInstant(instant, WITA, 'id')).toBe('21 November 2026 14.30 WITA');
    expect(formatInstant(instant, WITA, 'en')).toBe('21 November 2026 14:30 WITA');
    expect(formatInstant(instant, 'Asia/Jakarta', 'id')).toBe('21 November 2026 13.30 WIB');
    expect(formatInstant(instant, 'Asia/Jayapura', 'id')).toBe('21 November 2026 15.30 WIT');
    expect(formatInstant(Date.parse('2026-11-20T16:05:00Z'), WITA, 'id')).toBe('21 November 2026 00.05 WITA');
    expect(zoneLabel(instant, 'UTC')).toBe('UTC+00:00');
    expect(zoneLabel(instant, 'Asia/Kolkata')).toBe('UTC+05:30');
    expect(zoneLabel(instant, 'America/St_Johns')).toBe('UTC-03:30');
  });
});
