import fc from 'fast-check';
import { businessDate, businessDateOf, period } from '../time';
import {
  assessReading,
  DEFAULT_ANOMALY_THRESHOLDS,
  exceedsEstimateLimit,
  needsSecondLook,
  type MeterLife,
  type ObservedStand,
  type ReadingBasis,
  type SettledReading,
} from '.';

const ZONE = 'Asia/Makassar';
const day = (epoch: number) => businessDateOf(epoch, ZONE);

const meter: MeterLife = {
  id: 1,
  digits: 5,
  sizeMm: 15,
  installedStand: 100,
  installedOn: businessDate('2025-10-20'),
  installedAt: null,
  removedOn: null,
  removedAt: null,
  removedStand: null,
};
const exchanged: MeterLife[] = [
  { ...meter, removedOn: businessDate('2025-11-12'), removedStand: 152 },
  { ...meter, id: 2, installedOn: businessDate('2025-11-12'), installedStand: 0 },
];

function settled(
  month: string,
  currentStand: number,
  method: SettledReading['method'] = 'ACTUAL',
): SettledReading {
  return {
    period: period(month),
    usage: 20,
    days: 30,
    method,
    currentStand,
    meterId: 1,
    readAt: Date.parse(`${month}-25T09:00:00+08:00`),
  };
}

const newcomer: ReadingBasis = {
  period: period('2025-11'),
  meters: [meter],
  history: [],
  earlierUnverified: false,
  thresholds: DEFAULT_ANOMALY_THRESHOLDS,
  categoryDefault: 10,
  categoryUsage: null,
};

function seen(
  currentStand: number | null,
  change: Partial<ObservedStand> = {},
  at = '2025-11-25T09:00:00+08:00',
) {
  const readAt = Date.parse(at);
  return {
    currentStand,
    condition: currentStand === null ? ('TERKUNCI' as const) : ('NORMAL' as const),
    rollover: false,
    readAt,
    readOn: day(readAt),
    receivedAt: readAt,
    ...change,
  };
}

const assess = (basis: Partial<ReadingBasis>, observed: ObservedStand) =>
  assessReading({ ...newcomer, ...basis }, observed, day);

describe('working a reading out', () => {
  test('a plain month', () => {
    expect(assess({}, seen(125))).toEqual({
      ok: true,
      assessment: {
        meterId: 1,
        meterSizeMm: 15,
        previousStand: 100,
        currentStand: 125,
        usage: 25,
        overestimated: 0,
        days: 36,
        method: 'ACTUAL',
        estimateBasis: null,
        rollover: false,
        replacedMeterId: null,
        ceiling: 206,
        severity: 'OK',
        reasons: [],
      },
    });
  });

  test('50 m³ of the meter that was there, whatever was exchanged two days later', () => {
    const late = assess({ meters: exchanged }, seen(150, {}, '2025-11-10T09:00:00+08:00'));
    expect(late).toMatchObject({ ok: true, assessment: { meterId: 1, usage: 50, replacedMeterId: null } });
    const next = assess(
      { meters: exchanged, period: period('2025-12'), history: [{ ...settled('2025-11', 150), readAt: 0 }] },
      seen(13, {}, '2025-12-10T09:00:00+08:00'),
    );
    expect(next).toMatchObject({ assessment: { meterId: 2, usage: 15, replacedMeterId: 1 } });
  });

  test.each<[string, Partial<ReadingBasis>, ObservedStand, string]>([
    ['a month before the connection', { period: period('2022-02') }, seen(125), 'PERIOD_BEFORE_CONNECTION'],
    ['before the meter', {}, seen(125, {}, '1970-01-01T00:00:00Z'), 'BEFORE_INSTALLATION'],
    ['before the month', { period: period('2025-12') }, seen(125), 'READ_BEFORE_PERIOD'],
    [
      'before the last reading',
      {
        period: period('2025-12'),
        history: [{ ...settled('2025-11', 110), readAt: Date.parse('2025-12-09T00:00:00Z') }],
      },
      seen(125, {}, '2025-12-08T09:00:00+08:00'),
      'READ_BEFORE_LAST',
    ],
    [
      'on a day of two meters',
      { meters: exchanged },
      seen(125, {}, '2025-11-12T09:00:00+08:00'),
      'METER_UNCLEAR',
    ],
    [
      'more than a removed meter showed',
      { meters: exchanged },
      seen(153, {}, '2025-11-10T09:00:00+08:00'),
      'ABOVE_REMOVED_STAND',
    ],
    ['no stand at all', {}, seen(null, { condition: 'NORMAL' }), 'STAND_MISSING'],
    ['no meter', { meters: [] }, seen(125), 'NO_METER'],
    ['a rollover from the middle of the dial', {}, seen(50, { rollover: true }), 'ROLLOVER_NOT_NEAR_END'],
    ['below what was really read', { history: [settled('2025-10', 110)] }, seen(109), 'NEGATIVE_USAGE'],
    [
      'two exchanges since the last reading',
      {
        meters: [
          ...exchanged.slice(0, 1),
          {
            ...meter,
            id: 3,
            installedOn: businessDate('2025-11-12'),
            removedOn: businessDate('2025-11-14'),
            removedStand: 3,
          },
          { ...meter, id: 4, installedOn: businessDate('2025-11-14') },
        ],
      },
      seen(5),
      'REPLACEMENT_UNKNOWN',
    ],
  ])('refuses %s', (_, basis, observed, reason) => {
    expect(assess(basis, observed)).toMatchObject({ ok: false, reason });
  });

  test('97,000 m³ of a newcomer need two people', () => {
    const result = assess({}, seen(97_100));
    expect(result).toMatchObject({
      assessment: {
        usage: 97_000,
        severity: 'ERROR',
        reasons: ['ABOVE_METER_LIMIT', 'ABOVE_CATEGORY_LIMIT'],
      },
    });
    expect(result.ok && needsSecondLook(result.assessment.reasons)).toBe(true);
    expect(needsSecondLook(['NEGATIVE', 'HIGH'])).toBe(false);
  });

  test('a stand below an estimated one: nothing is used, the difference is kept', () => {
    const basis = {
      period: period('2025-12'),
      history: [settled('2025-11', 1_050, 'ESTIMATED'), settled('2025-10', 1_000)],
    };
    const on = '2025-12-25T09:00:00+08:00';
    expect(assess(basis, seen(1_045, {}, on))).toMatchObject({
      assessment: { previousStand: 1_050, usage: 0, overestimated: 5, severity: 'WARNING' },
    });
    expect(assess(basis, seen(1_060, {}, on))).toMatchObject({ assessment: { usage: 10, overestimated: 0 } });
    expect(assess(basis, seen(999, {}, on))).toMatchObject({ ok: false, reason: 'NEGATIVE_USAGE' });
  });

  test('estimates that passed the end of the dial do not make the next true stand impossible', () => {
    const basis = {
      period: period('2025-12'),
      history: [settled('2025-11', 10, 'ESTIMATED'), settled('2025-10', 99_990)],
    };
    expect(assess(basis, seen(4, {}, '2025-12-25T09:00:00+08:00'))).toMatchObject({
      assessment: { usage: 0, overestimated: 6 },
    });
  });

  test('a reading that took two months to arrive is looked at', () => {
    const observed = seen(125);
    const arrived = (days: number) =>
      assess({}, { ...observed, receivedAt: observed.readAt + days * 86_400_000 });
    expect(arrived(45)).toMatchObject({ assessment: { severity: 'OK' } });
    expect(arrived(46)).toMatchObject({ assessment: { severity: 'ERROR', reasons: ['READ_LONG_AGO'] } });
    expect(assess({}, { ...observed, receivedAt: null })).toMatchObject({ assessment: { severity: 'OK' } });
  });

  test('an estimate never goes beyond the last stand of a meter taken away', () => {
    const removed = [{ ...meter, removedOn: businessDate('2025-11-28'), removedStand: 104 }];
    expect(assess({ meters: removed }, seen(null))).toMatchObject({
      assessment: { method: 'ESTIMATED', currentStand: 104, usage: 4 },
    });
    expect(exceedsEstimateLimit(newcomer, 'ESTIMATED')).toBe(false);
  });

  test('usage less what was overestimated is the difference of the stands, on the meter of the instant', () => {
    const stand = fc.nat({ max: 2_000 });
    const basis = fc.record({
      last: stand,
      method: fc.constantFrom<SettledReading['method']>('ACTUAL', 'ESTIMATED'),
      before: stand,
      current: fc.option(stand, { nil: null }),
      removedStand: fc.option(stand, { nil: null }),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(basis, ({ last, method, before, current, removedStand, hour }) => {
        const at = Date.parse('2025-11-26T00:00:00+08:00');
        const meters =
          removedStand === null
            ? [meter]
            : [
                { ...meter, removedOn: day(at), removedAt: at + 12 * 3_600_000, removedStand },
                {
                  ...meter,
                  id: 2,
                  installedOn: day(at),
                  installedAt: at + 12 * 3_600_000,
                  installedStand: 7,
                },
              ];
        const history = [
          settled('2025-10', last, method),
          { ...settled('2025-10', before), period: period('2025-09') },
        ];
        const readAt = at + hour * 3_600_000;
        const result = assess(
          { meters, history },
          { ...seen(current), readAt, readOn: day(readAt), receivedAt: readAt },
        );
        if (!result.ok) return;
        const { assessment } = result;
        const counted =
          assessment.replacedMeterId === null
            ? assessment.currentStand - last
            : (removedStand ?? 0) - last + assessment.currentStand - 7;
        expect(assessment.usage - assessment.overestimated).toBe(counted);
        expect(assessment.usage).toBeGreaterThanOrEqual(0);
        expect(assessment.meterId).toBe(removedStand === null || hour < 12 ? 1 : 2);
        expect(assessment.overestimated > 0 && method === 'ACTUAL').toBe(false);
      }),
    );
  });
});
