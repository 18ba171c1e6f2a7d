import { buildCustomerNumber } from '@tirtapay/domain';
import fc from 'fast-check';
import { looksLikeGuessing, positionOf, type RecentGuesses } from './guess-budget';

const QUIET: RecentGuesses = { numbersNearby: 0, missesNearby: 0, missesOfNetwork: 0, missesInAll: 0 };

describe('guessing', () => {
  test.each([
    [{}, false],
    [{ numbersNearby: 24 }, false],
    [{ numbersNearby: 25 }, true],
    [{ missesNearby: 5 }, false],
    [{ missesNearby: 6 }, true],
    [{ missesOfNetwork: 9 }, false],
    [{ missesOfNetwork: 10 }, true],
    [{ missesInAll: 99 }, false],
    [{ missesInAll: 100 }, true],
    [{ numbersNearby: 24, missesNearby: 5, missesOfNetwork: 9, missesInAll: 99 }, false],
  ])('%j: %s', (change, suspicious) => {
    expect(looksLikeGuessing({ ...QUIET, ...change })).toBe(suspicious);
  });

  test('more of anything never looks less like it', () => {
    const figures = fc.record({
      numbersNearby: fc.nat(40),
      missesNearby: fc.nat(12),
      missesOfNetwork: fc.nat(20),
      missesInAll: fc.nat(200),
    });
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...(Object.keys(QUIET) as (keyof RecentGuesses)[])),
        (recent, one) => {
          const more = { ...recent, [one]: recent[one] + 1 };
          expect(Number(looksLikeGuessing(more))).toBeGreaterThanOrEqual(Number(looksLikeGuessing(recent)));
        },
      ),
    );
  });

  test('the next customer of a route stands at the next position', () => {
    const at = (sequence: number) =>
      positionOf(buildCustomerNumber({ region: '01', route: '0203', sequence }));
    expect(at(4)).toBe(1_020_300_004);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_998 }), (sequence) => {
        expect(at(sequence + 1) - at(sequence)).toBe(1);
      }),
    );
  });
});
