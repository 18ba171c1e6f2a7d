import fc from 'fast-check';
import { usageOf, type MeterStands, type UsageRefusal } from './index';

describe('usage of a period', () => {
  test.each<[string, MeterStands, number, string]>([
    ['plain', { previous: 1234, current: 1262, digits: 5 }, 28, '1262 − 1234 = 28 m³'],
    ['unchanged', { previous: 1234, current: 1234, digits: 5 }, 0, '1234 − 1234 = 0 m³'],
    [
      'confirmed rollover',
      { previous: 99_985, current: 12, digits: 5, rollover: true },
      27,
      '(100000 − 99985) + 12 = 27 m³',
    ],
    [
      'meter replaced',
      { previous: 4589, current: 25, digits: 5, replacement: { removedStand: 4600, installedStand: 0 } },
      36,
      '(4600 − 4589) + (25 − 0) = 36 m³',
    ],
    [
      'a six-wheel meter replaced by a five-wheel one',
      {
        previous: 123_456,
        current: 9,
        digits: 5,
        replacement: { removedStand: 123_460, installedStand: 2, removedDigits: 6 },
      },
      11,
      '(123460 − 123456) + (9 − 2) = 11 m³',
    ],
  ])('%s', (_, stands, usage, formula) => {
    expect(usageOf(stands)).toEqual({ ok: true, usage, overestimated: 0, formula });
  });

  test.each<[MeterStands, UsageRefusal]>([
    [{ previous: 1262, current: 1234, digits: 5 }, 'NEGATIVE_USAGE'],
    [{ previous: 99_985, current: 12, digits: 5 }, 'NEGATIVE_USAGE'],
    [{ previous: 12, current: 13, digits: 5, rollover: true }, 'ROLLOVER_NOT_LOWER'],
    [{ previous: 12, current: 12, digits: 5, rollover: true }, 'ROLLOVER_NOT_LOWER'],
    [{ previous: 80, current: 70, digits: 5, rollover: true }, 'ROLLOVER_NOT_NEAR_END'],
    [{ previous: 94_999, current: 12, digits: 5, rollover: true }, 'ROLLOVER_NOT_NEAR_END'],
    [{ previous: 1_050, current: 1_019, digits: 5, estimatedFloor: 1_020 }, 'NEGATIVE_USAGE'],
    [
      {
        previous: 1_050,
        current: 5,
        digits: 5,
        estimatedFloor: 1_020,
        replacement: { removedStand: 1_019, installedStand: 0 },
      },
      'REMOVED_BELOW_PREVIOUS',
    ],
    [{ previous: 12, current: 100_000, digits: 5 }, 'STAND_TOO_LARGE'],
    [{ previous: 100_000, current: 12, digits: 5, rollover: true }, 'STAND_TOO_LARGE'],
    [{ previous: 12, current: -1, digits: 5 }, 'STAND_INVALID'],
    [{ previous: 12, current: 13.5, digits: 5 }, 'STAND_INVALID'],
    [{ previous: Number.NaN, current: 13, digits: 5 }, 'STAND_INVALID'],
    [
      {
        previous: 10,
        current: 5,
        digits: 5,
        rollover: true,
        replacement: { removedStand: 12, installedStand: 0 },
      },
      'ROLLOVER_WITH_REPLACEMENT',
    ],
    [
      { previous: 10, current: 5, digits: 5, replacement: { removedStand: 9, installedStand: 0 } },
      'REMOVED_BELOW_PREVIOUS',
    ],
    [
      { previous: 10, current: 5, digits: 5, replacement: { removedStand: 12, installedStand: 6 } },
      'NEGATIVE_USAGE',
    ],
    [
      { previous: 10, current: 5, digits: 5, replacement: { removedStand: 12, installedStand: 1e5 } },
      'STAND_TOO_LARGE',
    ],
    [
      { previous: 10, current: 5, digits: 5, replacement: { removedStand: -1, installedStand: 0 } },
      'STAND_INVALID',
    ],
  ])('%j is refused as %s', (stands, reason) => {
    expect(usageOf(stands)).toEqual({ ok: false, reason });
  });

  test('a rollover begins in the last 5 % of the dial', () => {
    expect(usageOf({ previous: 95_000, current: 0, digits: 5, rollover: true })).toMatchObject({
      usage: 5_000,
    });
    expect(usageOf({ previous: 9_500, current: 9, digits: 4, rollover: true })).toMatchObject({ usage: 509 });
  });

  test('below an estimated stand nothing is used, and the difference is told', () => {
    expect(usageOf({ previous: 1_050, current: 1_045, digits: 5, estimatedFloor: 1_020 })).toEqual({
      ok: true,
      usage: 0,
      overestimated: 5,
      formula: '1045 − 1050 = −5 m³',
    });
    const exchanged = (current: number) =>
      usageOf({
        previous: 1_050,
        current,
        digits: 5,
        estimatedFloor: 1_020,
        replacement: { removedStand: 1_045, installedStand: 0 },
      });
    expect(exchanged(3)).toMatchObject({ usage: 0, overestimated: 2 });
    expect(exchanged(25)).toMatchObject({ usage: 20, overestimated: 0 });
  });

  test('a meter has one to nine wheels', () => {
    expect(usageOf({ previous: 3, current: 9, digits: 1 })).toMatchObject({ ok: true, usage: 6 });
    expect(usageOf({ previous: 0, current: 999_999_999, digits: 9 })).toMatchObject({ ok: true });
    for (const digits of [0, 10, 4.5])
      expect(() => usageOf({ previous: 0, current: 0, digits })).toThrow(RangeError);
  });

  test('a meter that turned by the usage, seen through its wheels, gives that usage back', () => {
    const scenario = fc.integer({ min: 3, max: 8 }).chain((digits) =>
      fc.record({
        digits: fc.constant(digits),
        previous: fc.oneof(
          fc.nat({ max: 10 ** digits - 1 }),
          fc.integer({ min: 0.95 * 10 ** digits, max: 10 ** digits - 1 }),
        ),
        used: fc.nat({ max: 10 ** digits - 1 }),
      }),
    );
    fc.assert(
      fc.property(scenario, ({ digits, previous, used }) => {
        const capacity = 10 ** digits;
        const turned = previous + used;
        const rollover = turned >= capacity;
        fc.pre(!rollover || previous >= 0.95 * capacity);
        const result = usageOf({ previous, current: turned % capacity, digits, rollover });
        expect(result).toMatchObject({ ok: true, usage: used });
      }),
    );
  });

  test('a replacement counts the old and the new meter, and nothing in between', () => {
    const stand = fc.nat({ max: 40_000 });
    fc.assert(
      fc.property(stand, stand, stand, stand, (previous, old, installedStand, fresh) => {
        const result = usageOf({
          previous,
          current: installedStand + fresh,
          digits: 5,
          replacement: { removedStand: previous + old, installedStand },
        });
        expect(result).toMatchObject({ ok: true, usage: old + fresh });
      }),
    );
  });

  test('usage is never negative, whatever is put in', () => {
    const any = fc.integer({ min: -10, max: 120_000 });
    fc.assert(
      fc.property(any, any, fc.boolean(), (previous, current, rollover) => {
        const result = usageOf({ previous, current, digits: 5, rollover });
        if (result.ok) expect(result.usage).toBeGreaterThanOrEqual(0);
        else expect(result.reason).not.toBe('');
      }),
    );
  });
});
