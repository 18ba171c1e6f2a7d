import fc from 'fast-check';
import { rupiah } from '../money';
import { ROLE_PERMISSIONS, ROLES } from '../roles';
import { canTransition, statesOf } from '../states';
import {
  basketPaymentReference,
  basketSaleReference,
  careFor,
  cashDifference,
  changeOf,
  countCash,
  countsBlind,
  DENOMINATIONS,
  drawerCorrection,
  expectedCash,
  inPieces,
  settleBasket,
  SHIFT_TRANSITIONS,
} from '.';

const money = fc.integer({ min: 0, max: 50_000_000 }).map(rupiah);
const NOTHING = {
  opening: rupiah(0),
  collected: rupiah(0),
  reversed: rupiah(0),
  sold: rupiah(0),
  handedBack: rupiah(0),
  floats: rupiah(0),
  deposits: rupiah(0),
};

describe('a count by denomination', () => {
  test('is what it adds up to', () => {
    expect(countCash([])).toBe(0);
    expect(
      countCash([
        { denomination: 100_000, pieces: 4 },
        { denomination: 75_000, pieces: 1 },
        { denomination: 500, pieces: 3 },
      ]),
    ).toBe(476_500);
  });

  test('knows no other money, and counts each kind once', () => {
    expect(() => countCash([{ denomination: 25_000, pieces: 1 }])).toThrow(RangeError);
    expect(() => countCash([{ denomination: 500, pieces: -1 }])).toThrow(RangeError);
    expect(() => countCash([{ denomination: 500, pieces: 1.5 }])).toThrow(RangeError);
    expect(() =>
      countCash([
        { denomination: 500, pieces: 1 },
        { denomination: 500, pieces: 1 },
      ]),
    ).toThrow(RangeError);
  });

  test('change in pieces is the amount again, but for what no coin is small enough for', () => {
    fc.assert(
      fc.property(money, (amount) => {
        const { counted, rest } = inPieces(amount);
        expect(countCash(counted) + rest).toBe(amount);
        expect(rest).toBeLessThan(Math.min(...DENOMINATIONS));
      }),
    );
    expect(inPieces(rupiah(37_500)).counted).toEqual([
      { denomination: 20_000, pieces: 1 },
      { denomination: 10_000, pieces: 1 },
      { denomination: 5_000, pieces: 1 },
      { denomination: 2_000, pieces: 1 },
      { denomination: 500, pieces: 1 },
    ]);
  });
});

describe('the cash of a shift', () => {
  test('a day at the counter', () => {
    expect(
      expectedCash({
        opening: rupiah(500_000),
        collected: rupiah(1_250_000),
        reversed: rupiah(72_500),
        sold: rupiah(102_500),
        handedBack: rupiah(41_000),
        floats: rupiah(200_000),
        deposits: rupiah(1_000_000),
      }),
    ).toBe(939_000);
  });

  test('whatever comes in goes out again by its opposite', () => {
    fc.assert(
      fc.property(money, money, money, money, (opening, collected, sold, floats) => {
        const all = { ...NOTHING, opening, collected, sold, floats };
        const undone = { ...all, reversed: collected, handedBack: sold, deposits: floats };
        expect(expectedCash(undone)).toBe(opening);
      }),
    );
  });

  test('a shift that hands over what it counted hands over what the next begins with', () => {
    fc.assert(
      fc.property(money, money, (opening, collected) => {
        const expected = expectedCash({ ...NOTHING, opening, collected });
        expect(expected + cashDifference(expected, opening)).toBe(opening);
      }),
    );
  });

  test('a difference is free, explained, or agreed by two', () => {
    const limit = rupiah(10_000);
    expect(careFor(rupiah(0), limit)).toBe('NONE');
    expect(careFor(cashDifference(rupiah(50_000), rupiah(40_000)), limit)).toBe('REASON');
    expect(careFor(cashDifference(rupiah(50_000), rupiah(60_001)), limit)).toBe('SECOND_PERSON');
    expect(careFor(cashDifference(rupiah(50_000), rupiah(39_999)), limit)).toBe('SECOND_PERSON');
    fc.assert(
      fc.property(money, money, (expected, counted) => {
        const short = cashDifference(expected, counted);
        expect(careFor(short, limit)).toBe(careFor(cashDifference(counted, expected), limit));
      }),
    );
  });
});

describe('a basket', () => {
  test('cash that does not cover it sells nothing', () => {
    expect(changeOf(rupiah(70_000), rupiah(69_999))).toBeNull();
    expect(changeOf(rupiah(70_000), rupiah(70_000))).toBe(0);
    expect(changeOf(rupiah(70_000), rupiah(100_000))).toBe(30_000);
  });

  test('what failed is handed back with the change', () => {
    const sales = [
      { total: rupiah(41_000), handedBack: true },
      { total: rupiah(101_500), handedBack: false },
    ];
    expect(settleBasket({ given: rupiah(220_000), water: rupiah(70_000), sales })).toEqual({
      taken: 171_500,
      change: 48_500,
    });
    expect(() => settleBasket({ given: rupiah(1), water: rupiah(2), sales: [] })).toThrow(RangeError);
  });

  test('nothing given is lost: it is taken or change', () => {
    const sale = fc.record({ total: money, handedBack: fc.boolean() });
    fc.assert(
      fc.property(money, money, fc.array(sale, { maxLength: 5 }), (water, extra, sales) => {
        const due = sales.reduce<number>((sum, { total }) => sum + total, water);
        const settled = settleBasket({ given: rupiah(due + extra), water, sales });
        expect(settled.taken + settled.change).toBe(due + extra);
        expect(settled.change).toBeGreaterThanOrEqual(extra);
      }),
    );
  });

  test('its references are references, and no two places share one', () => {
    const id = '0b9f7c54-52b5-4a0e-9a51-0c5c8f1c7a11';
    const all = [1, 2, 11].flatMap((place) => [
      basketPaymentReference(id, place),
      basketSaleReference(id, place),
    ]);
    expect(new Set(all).size).toBe(6);
    for (const reference of all) expect(reference).toMatch(/^[A-Za-z0-9._/-]{1,64}$/);
  });
});

describe('a shift', () => {
  test('closes at once or after a second person, and never opens again', () => {
    const edges = statesOf(SHIFT_TRANSITIONS).flatMap((from) =>
      statesOf(SHIFT_TRANSITIONS)
        .filter((to) => canTransition(SHIFT_TRANSITIONS, from, to))
        .map((to) => `${from}>${to}`),
    );
    expect(edges).toEqual(['OPEN>COUNTED', 'OPEN>CLOSED', 'COUNTED>OPEN', 'COUNTED>CLOSED']);
  });
});

describe('a blind count', () => {
  test('is for cashiers, not for whoever supervises or reads reports', () => {
    const blind = ROLES.filter((role) => countsBlind(new Set(ROLE_PERMISSIONS[role])));
    expect(blind).toEqual(['KASIR']);
    expect(countsBlind(new Set(['counter.sell', 'counter.supervise']))).toBe(false);
    expect(countsBlind(new Set(['counter.read']))).toBe(false);
  });
});

describe('a float or deposit that was typed wrong', () => {
  test('worked examples', () => {
    expect(drawerCorrection({ kind: 'DEPOSIT', moved: -1_000_000, right: 100_000, counted: false })).toEqual({
      back: 1_000_000,
      again: -100_000,
      difference: 0,
    });
    // The count found 900,000 too much, which was never there too much.
    expect(drawerCorrection({ kind: 'DEPOSIT', moved: -1_000_000, right: 100_000, counted: true })).toEqual({
      back: 1_000_000,
      again: -100_000,
      difference: -900_000,
    });
    expect(drawerCorrection({ kind: 'FLOAT', moved: 500_000, right: 0, counted: true })).toEqual({
      back: -500_000,
      again: 0,
      difference: 500_000,
    });
    // Only its slip was wrong.
    expect(drawerCorrection({ kind: 'FLOAT', moved: 500, right: 500, counted: true }).difference).toBe(0);
  });

  test('a drawer that was counted keeps what was counted, one that was not follows the books', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('FLOAT' as const, 'DEPOSIT' as const),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.boolean(),
        (kind, booked, right, counted) => {
          const moved = kind === 'FLOAT' ? booked : -booked;
          const { back, again, difference } = drawerCorrection({ kind, moved, right, counted });
          expect(moved + back).toBe(0);
          expect(Math.abs(again)).toBe(right);
          // What stands afterwards is what was right from the beginning, but for what the count said.
          expect(back + again + difference).toBe(counted ? 0 : again - moved);
        },
      ),
    );
  });

  test.each([
    ['DEPOSIT', 5, 5],
    ['FLOAT', -5, 5],
    ['FLOAT', 0, 5],
    ['FLOAT', 5, -1],
    ['FLOAT', 5, 0.5],
  ] as const)('none of a %s of %s into %s', (kind, moved, right) => {
    expect(() => drawerCorrection({ kind, moved, right, counted: false })).toThrow(RangeError);
  });
});
