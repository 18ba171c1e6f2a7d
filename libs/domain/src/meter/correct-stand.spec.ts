import fc from 'fast-check';
import { period } from '../time';
import { correctStand, type CorrectableReading } from './correct-stand';

const reading = (
  id: number,
  month: string,
  method: CorrectableReading['method'],
  previousStand: number,
  currentStand: number,
): CorrectableReading => ({
  id,
  period: period(month),
  method,
  previousStand,
  currentStand,
  usage: currentStand - previousStand,
  days: 30,
  rollover: false,
  digits: 5,
});

const changes = (result: ReturnType<typeof correctStand>) =>
  result.ok
    ? result.changed.map(({ id, previousStand, currentStand, usage }) => [
        id,
        previousStand,
        currentStand,
        usage,
      ])
    : result;

describe('a verified stand that was wrong', () => {
  const chain = [
    reading(1, '2025-09', 'ACTUAL', 0, 100),
    reading(2, '2025-10', 'ACTUAL', 100, 125),
    reading(3, '2025-11', 'ACTUAL', 125, 150),
    reading(4, '2025-12', 'ACTUAL', 150, 170),
  ];

  it('changes its month and the next one, by the same m³', () => {
    expect(changes(correctStand(chain, { id: 2, currentStand: 115 }))).toEqual([
      [2, 100, 115, 15],
      [3, 115, 150, 35],
    ]);
    expect(changes(correctStand(chain, { id: 4, currentStand: 160 }))).toEqual([[4, 150, 160, 10]]);
  });

  it('moves estimates with it, and the next true stand ends the difference', () => {
    const estimated = [
      ...chain.slice(0, 2),
      reading(3, '2025-11', 'ESTIMATED', 125, 135),
      reading(4, '2025-12', 'ACTUAL', 135, 170),
    ];
    expect(changes(correctStand(estimated, { id: 2, currentStand: 115 }))).toEqual([
      [2, 100, 115, 15],
      [3, 115, 125, 10],
      [4, 125, 170, 45],
    ]);
  });

  it('spreads months derived from it anew, on either side', () => {
    const derived = [
      chain[0] as CorrectableReading,
      reading(2, '2025-10', 'DERIVED', 100, 130),
      reading(3, '2025-11', 'ACTUAL', 130, 160),
    ];
    expect(changes(correctStand(derived, { id: 3, currentStand: 120 }))).toEqual([
      [2, 100, 110, 10],
      [3, 110, 120, 10],
    ]);
    // A paper turns up for the month nobody had read.
    expect(changes(correctStand(derived, { id: 2, currentStand: 112 }))).toEqual([
      [2, 100, 112, 12],
      [3, 112, 160, 48],
    ]);
  });

  it.each([
    ['a stand above the next one', { id: 2, currentStand: 151 }, 'CONTRADICTS'],
    ['a stand below the one before', { id: 2, currentStand: 99 }, 'CONTRADICTS'],
    ['the stand that is recorded', { id: 2, currentStand: 125 }, 'SAME_STAND'],
    ['a stand the dial cannot show', { id: 4, currentStand: 100_000 }, 'STAND_TOO_LARGE'],
    ['a reading that is not in force', { id: 9, currentStand: 1 }, 'NOT_FOUND'],
  ])('refuses %s', (_, wish, reason) => {
    expect(correctStand(chain, wish)).toMatchObject({ ok: false, reason });
  });

  it('refuses more than the meter showed when it was taken away', () => {
    const exchanged = [
      ...chain.slice(0, 2),
      {
        ...reading(3, '2025-11', 'ACTUAL', 125, 8),
        usage: 13,
        replacement: { removedStand: 130, installedStand: 0 },
      },
    ];
    expect(correctStand(exchanged, { id: 2, currentStand: 131 })).toMatchObject({
      reason: 'ABOVE_REMOVED_STAND',
    });
    expect(changes(correctStand(exchanged, { id: 2, currentStand: 120 }))).toEqual([
      [2, 100, 120, 20],
      [3, 120, 8, 18],
    ]);
  });

  it('makes and loses no water, keeps the chain, and can be taken back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.boolean()), { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.nat(500),
        (months, at, stand) => {
          let current = 0;
          const chained = months.map(([usage, estimated], index) => {
            const previous = current;
            current += usage;
            const month = `2025-${String(index + 1).padStart(2, '0')}`;
            return reading(
              index + 1,
              month,
              estimated && index > 0 ? 'ESTIMATED' : 'ACTUAL',
              previous,
              current,
            );
          });
          const target = chained[at % chained.length];
          if (target?.method !== 'ACTUAL') return;
          const result = correctStand(chained, { id: target.id, currentStand: stand });
          if (!result.ok) return;
          const after = chained.map((one) => result.changed.find(({ id }) => id === one.id) ?? one);
          for (const [index, one] of after.entries()) {
            expect(one.previousStand).toBe(after[index - 1]?.currentStand ?? 0);
            expect(one.usage).toBe(one.currentStand - one.previousStand);
            expect(one.usage).toBeGreaterThanOrEqual(0);
          }
          const back = correctStand(after, { id: target.id, currentStand: target.currentStand });
          expect(
            back.ok && after.map((one) => back.changed.find(({ id }) => id === one.id) ?? one),
          ).toMatchObject(chained.map(({ id, usage, currentStand }) => ({ id, usage, currentStand })));
        },
      ),
    );
  });
});
