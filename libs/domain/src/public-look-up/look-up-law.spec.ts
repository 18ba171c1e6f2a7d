import fc from 'fast-check';
import { buildCustomerNumber } from '../customer';
import {
  asksForProof,
  missesAllowed,
  MISSES_OF_A_NETWORK,
  NEIGHBOURHOOD,
  numbersAllowed,
  positionOf,
  type Acquaintance,
  type RecentLookUps,
} from './look-up-law';

const QUIET: RecentLookUps = {
  numbersNearby: 0,
  missesNearby: 0,
  missesOfNetwork: 0,
  foundOfNetwork: 0,
  missesInAll: 0,
  knownNearbyOfNetwork: 0,
};
const STRANGERS = ['NOBODY', 'NETWORK'] as const;

describe('whoever asks for a number', () => {
  test.each([
    [{}, false],
    [{ numbersNearby: 24 }, false],
    [{ numbersNearby: 25 }, true],
    [{ missesNearby: 5 }, false],
    [{ missesNearby: 6 }, true],
    [{ missesOfNetwork: 9 }, false],
    [{ missesOfNetwork: 10 }, true],
    [{ missesOfNetwork: 10, foundOfNetwork: 99 }, true],
    [{ missesOfNetwork: 10, foundOfNetwork: 100 }, false],
    [{ missesOfNetwork: 11, foundOfNetwork: 100 }, true],
    [{ missesInAll: 99 }, false],
    [{ missesInAll: 100 }, true],
    [{ numbersNearby: 24, missesNearby: 5, missesOfNetwork: 9, missesInAll: 99 }, false],
  ])('%j: asked for proof %s, unless the number is known to the line', (change, asked) => {
    const recent = { ...QUIET, ...change };
    expect(STRANGERS.map((who) => asksForProof(who, recent))).toEqual([asked, asked]);
    expect(asksForProof('LINE', recent)).toBe(false);
  });

  test.each([
    ['LINE', 39, false],
    ['LINE', 40, true],
    ['NETWORK', 40, true],
    ['NOBODY', 40, false],
  ] as const)('%s after %d known numbers nearby of the same network: %s', (who, walked, asked) => {
    expect(asksForProof(who, { ...QUIET, knownNearbyOfNetwork: walked })).toBe(asked);
  });

  const figures = fc.record({
    numbersNearby: fc.nat(40),
    missesNearby: fc.nat(12),
    missesOfNetwork: fc.nat(20),
    foundOfNetwork: fc.nat(1_000),
    missesInAll: fc.nat(200),
    knownNearbyOfNetwork: fc.nat(60),
  });
  const acquaintance = fc.constantFrom<Acquaintance>('LINE', 'NETWORK', 'NOBODY');

  test('more of anything never looks less like guessing, but for what was found', () => {
    const suspicious = Object.keys(QUIET).filter((name) => name !== 'foundOfNetwork');
    fc.assert(
      fc.property(acquaintance, figures, fc.constantFrom(...suspicious), (who, recent, one) => {
        const more = { ...recent, [one]: recent[one as keyof RecentLookUps] + 1 };
        expect(Number(asksForProof(who, more))).toBeGreaterThanOrEqual(Number(asksForProof(who, recent)));
      }),
    );
  });

  test('to be allowed one more miss, a network must have found a hundred numbers more', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (found) => {
        expect(missesAllowed(found + 100) - missesAllowed(found)).toBe(1);
        expect(missesAllowed(found)).toBeGreaterThanOrEqual(MISSES_OF_A_NETWORK);
      }),
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

/*
 * The worst ten minutes of the worst day of a utility with a million customers: four in ten look their bill up on the due
 * day, one in five of them within the busiest hour. Everybody in the city shares carriers' addresses, fifty thousand people
 * to one of them; six in ten were here in an earlier month. In each thousand one types a number that nobody has.
 */
describe('the due day', () => {
  const SHARE_OF_TEN_MINUTES = (0.4 * 0.2) / 6;
  const KNOWN = 0.6;
  const MISSED = 0.001;
  const crowd = (people: number) => people * SHARE_OF_TEN_MINUTES;

  test('is within the budgets of a shared address, of a carrier with the whole city, and in all', () => {
    for (const [people, of] of [
      [50_000, 'line'],
      [200_000, 'network'],
      [1_000_000, 'inAll'],
    ] as const) {
      expect(crowd(people) * (1 - KNOWN)).toBeLessThan(numbersAllowed('NOBODY')[of]);
      expect(crowd(people) * KNOWN).toBeLessThan(numbersAllowed('LINE')[of]);
    }
    const found = Math.floor(crowd(1_000_000));
    expect(found * MISSED).toBeLessThan(missesAllowed(found) / 2);
  });

  test('asks nobody for the meter, neither those who come for the first time nor the others', () => {
    const nearby = crowd(2 * NEIGHBOURHOOD);
    const recent: RecentLookUps = {
      numbersNearby: Math.ceil(nearby * (1 - KNOWN)),
      missesNearby: Math.ceil(nearby * MISSED),
      missesOfNetwork: Math.ceil(crowd(200_000) * MISSED),
      foundOfNetwork: Math.floor(crowd(200_000)),
      missesInAll: Math.ceil(crowd(1_000_000) * MISSED),
      knownNearbyOfNetwork: Math.ceil(nearby * KNOWN),
    };
    for (const who of ['LINE', 'NETWORK', 'NOBODY'] as const) expect(asksForProof(who, recent)).toBe(false);
  });

  test('gives whoever counts upwards two dozen bills, from however many addresses, and no more from a crowded one', () => {
    for (const before of [0, Math.ceil(crowd(2 * NEIGHBOURHOOD) * (1 - KNOWN))]) {
      let shown = 0;
      while (!asksForProof('NOBODY', { ...QUIET, numbersNearby: before + shown })) shown += 1;
      expect(shown).toBe(25 - before);
    }
  });

  test('shows a guesser far apart no more of one line than thirty a minute, as on every other day', () => {
    expect(numbersAllowed('NOBODY').line / 10).toBe(30);
  });
});
