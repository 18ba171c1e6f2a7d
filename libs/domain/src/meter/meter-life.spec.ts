import fc from 'fast-check';
import { addDays, businessDate, businessDateOf, period } from '../time';
import { meterAt, periodOutsideConnection, type MeterLife } from '.';

const ZONE = 'Asia/Makassar';
const at = (text: string) => {
  const readAt = Date.parse(text);
  return { readAt, readOn: businessDateOf(readAt, ZONE) };
};

const first: MeterLife = {
  id: 1,
  digits: 5,
  sizeMm: 15,
  installedStand: 100,
  installedOn: businessDate('2024-01-02'),
  installedAt: null,
  removedOn: null,
  removedAt: null,
  removedStand: null,
};

function exchanged(hour: string | null): MeterLife[] {
  const instant = hour === null ? null : Date.parse(`2026-01-12T${hour}:00+08:00`);
  const day = businessDate('2026-01-12');
  return [
    { ...first, removedOn: day, removedAt: instant, removedStand: 152 },
    { ...first, id: 2, installedStand: 0, installedOn: day, installedAt: instant },
  ];
}

describe('the meter of an instant', () => {
  test.each([
    ['two days before the exchange', exchanged(null), '2026-01-10T09:00:00+08:00', 1],
    ['the last minute of the day before', exchanged(null), '2026-01-11T23:59:59+08:00', 1],
    ['the day after', exchanged(null), '2026-01-13T00:00:00+08:00', 2],
    ['a second before the hour', exchanged('12:00'), '2026-01-12T11:59:59+08:00', 1],
    ['at the hour', exchanged('12:00'), '2026-01-12T12:00:00+08:00', 2],
    ['the day of the only installation', [first], '2024-01-02T00:00:00+08:00', 1],
  ])('%s', (_, meters, instant, id) => {
    expect(meterAt(meters, at(instant))).toMatchObject({ ok: true, meter: { id } });
  });

  test('is not guessed on a day whose hour nobody knows, but may be said', () => {
    const day = at('2026-01-12T12:00:00+08:00');
    expect(meterAt(exchanged(null), day)).toEqual({ ok: false, reason: 'METER_UNCLEAR' });
    expect(meterAt(exchanged(null), day, true)).toMatchObject({ ok: true, meter: { id: 2 } });
    // Saying it on another day changes nothing.
    expect(meterAt(exchanged(null), at('2026-01-11T12:00:00+08:00'), true)).toMatchObject({
      meter: { id: 1 },
    });
  });

  test('is none before the first, after the last, and without any', () => {
    expect(meterAt([first], at('1970-01-01T00:00:00Z'))).toEqual({
      ok: false,
      reason: 'BEFORE_INSTALLATION',
    });
    const gone = [{ ...first, removedOn: businessDate('2025-11-20'), removedStand: 140 }];
    expect(meterAt(gone, at('2025-11-21T00:00:00+08:00'))).toEqual({ ok: false, reason: 'NO_METER' });
    expect(meterAt([], at('2025-11-21T00:00:00+08:00'))).toEqual({ ok: false, reason: 'NO_METER' });
  });

  test('with the hour known, every instant of the connection has exactly one meter, and it only moves on', () => {
    const start = Date.parse('2024-01-02T00:00:00+08:00');
    const hours = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(hours, fc.nat({ max: 21_000 }), fc.nat({ max: 21_000 }), (exchanges, a, b) => {
        const times = [...exchanges].sort((x, y) => x - y).map((hour) => start + hour * 3_600_000);
        const meters = [start, ...times].map((installedAt, index): MeterLife => {
          const removedAt = times[index] ?? null;
          return {
            ...first,
            id: index,
            installedAt,
            installedOn: businessDateOf(installedAt, ZONE),
            removedAt,
            removedOn: removedAt === null ? null : businessDateOf(removedAt, ZONE),
            removedStand: removedAt === null ? null : 0,
          };
        });
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((hour) => {
          const readAt = start + hour * 3_600_000;
          const found = meterAt(meters, { readAt, readOn: businessDateOf(readAt, ZONE) });
          return found.ok ? found.meter.id : -1;
        });
        expect(early).toBeGreaterThanOrEqual(0);
        expect(late).toBeGreaterThanOrEqual(early ?? 0);
      }),
    );
  });
});

describe('a period within the life of a connection', () => {
  const last = addDays(businessDate('2025-11-20'), 0);
  test.each([
    ['2024-01', [first], null],
    ['2023-12', [first], 'PERIOD_BEFORE_CONNECTION'],
    ['2022-02', [first], 'PERIOD_BEFORE_CONNECTION'],
    ['2030-01', [first], null],
    ['2025-11', [{ ...first, removedOn: last, removedStand: 140 }], null],
    ['2025-12', [{ ...first, removedOn: last, removedStand: 140 }], 'PERIOD_AFTER_CONNECTION'],
    ['2026-02', exchanged(null), null],
    ['2020-01', [], null],
  ] as const)('%s', (month, meters, expected) => {
    expect(periodOutsideConnection(meters, period(month))).toBe(expected);
  });
});
