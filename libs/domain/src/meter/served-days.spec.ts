import fc from 'fast-check';
import { addDays, businessDate, businessDateOf } from '../time';
import { servedDays } from './served-days';

const WITA = 'Asia/Makassar';
const zoneDay = (epochMs: number) => businessDateOf(epochMs, WITA);
const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const day = businessDate;

describe('days with water', () => {
  test.each([
    ['never sealed', [], 61],
    ['sealed from 10 November to 20 December', [['2025-11-10', '2025-12-20']], 22],
    ['sealed and opened the same day', [['2025-11-10', '2025-11-10']], 61],
    ['sealed before, opened 5 November', [['2025-09-01', '2025-11-05']], 58],
    [
      'twice',
      [
        ['2025-11-03', '2025-11-10'],
        ['2025-12-01', '2025-12-05'],
      ],
      52,
    ],
    ['still sealed', [['2025-12-30', null]], 60],
    ['only after', [['2026-03-01', '2026-04-01']], 61],
  ] as const)('%s', (_, sealed, expected) => {
    const intervals = sealed.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }));
    expect(servedDays(day('2025-11-01'), day('2026-01-01'), intervals, zoneDay)).toBe(expected);
  });

  it('are at least one, and never more than there are', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: -400, max: 400 }),
        fc.nat(400),
        (length, start, sealedFor) => {
          const since = day('2025-06-01');
          const from = addDays(since, start);
          const interval = { from: at(from), to: at(addDays(from, sealedFor)) };
          const days = servedDays(since, addDays(since, length), [interval], zoneDay);
          expect(days).toBeGreaterThanOrEqual(1);
          expect(days).toBeLessThanOrEqual(Math.max(1, length));
        },
      ),
    );
  });
});
