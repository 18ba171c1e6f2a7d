import fc from 'fast-check';
import { rupiah } from '../money';
import { addDays, businessDate } from '../time';
import {
  promiseKeptUntil,
  forgivenBy,
  reserveWaivers,
  waiverOf,
  waiverProblems,
  type WaiverOffer,
  type WaiverProposal,
} from './index';

const half = { mode: 'PERCENT', basisPoints: 5_000, amount: null, cap: null } as const;
const offer: WaiverOffer = {
  ...half,
  programmeId: 1,
  name: 'Pemutihan Agustus',
  reserved: rupiah(20_000),
  validFrom: businessDate('2026-08-01'),
  lastDay: businessDate('2026-08-31'),
};
const proposal: WaiverProposal = {
  ...half,
  validFrom: businessDate('2026-08-01'),
  validTo: businessDate('2026-08-31'),
  regionCodes: null,
  tariffCodes: null,
  minMonthsLate: 2,
  maxMonthsLate: 12,
  budget: null,
};
const today = businessDate('2026-08-17');

const terms = fc.oneof(
  fc.record({
    mode: fc.constant('PERCENT' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    amount: fc.constant(null),
    cap: fc.option(fc.nat({ max: 100_000 }).map(rupiah)),
  }),
  fc.record({
    mode: fc.constant('AMOUNT' as const),
    basisPoints: fc.constant(null),
    amount: fc.nat({ max: 100_000 }).map(rupiah),
    cap: fc.option(fc.nat({ max: 100_000 }).map(rupiah)),
  }),
);
const money = fc.nat({ max: 200_000 }).map(rupiah);

describe('waiver', () => {
  test('half of a penalty, an amount, at most the penalty and the cap', () => {
    expect(forgivenBy(rupiah(25_001), half)).toBe(12_501);
    expect(forgivenBy(rupiah(25_000), { ...half, cap: rupiah(10_000) })).toBe(10_000);
    const amount = { mode: 'AMOUNT', basisPoints: null, amount: rupiah(20_000), cap: null } as const;
    expect(forgivenBy(rupiah(25_000), amount)).toBe(20_000);
    expect(forgivenBy(rupiah(15_000), amount)).toBe(15_000);
    expect(() => forgivenBy(rupiah(1), { ...half, basisPoints: null })).toThrow(RangeError);
  });

  test('is given on the days of its programme, the first and the last among them', () => {
    const on = (date: string) => waiverOf(rupiah(25_000), [offer], businessDate(date)).amount;
    expect(['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01'].map(on)).toEqual([0, 12_500, 12_500, 0]);
    expect(waiverOf(rupiah(25_000), [offer], today).offer?.name).toBe('Pemutihan Agustus');
    expect(waiverOf(rupiah(0), [offer], today)).toEqual({ amount: 0, offer: null });
  });

  test('of a penalty that was corrected is of the right one, and what was forgiven too much is not asked for again', () => {
    const excess = { returned: 3_000, excessWaived: 3_000 };
    const asked = (date: string) => waiverOf(rupiah(8_000), [offer], businessDate(date), excess);
    expect(asked('2026-08-17')).toMatchObject({ amount: 4_000, offer: { name: 'Pemutihan Agustus' } });
    expect(asked('2026-09-01')).toEqual({ amount: 3_000, offer: null });
  });

  test('never above what is set aside for the bill, never above its penalty', () => {
    expect(waiverOf(rupiah(50_000), [offer], today).amount).toBe(20_000);
    fc.assert(
      fc.property(terms, money, money, (how, penalty, reserved) => {
        const { amount } = waiverOf(penalty, [{ ...offer, ...how, reserved }], today);
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(Math.min(penalty, reserved));
      }),
    );
  });

  test('a budget of Rp30.000 for 12.500, 12.500 and 5.001: the oldest two, and nobody is passed over', () => {
    const bills = [25_000, 25_000, 10_002, 2_000].map((most, n) => ({ n, most: rupiah(most) }));
    const { within, beyond } = reserveWaivers(bills, { ...half, budget: rupiah(30_000) });
    expect(within.map(({ bill, reserved }) => [bill.n, reserved])).toEqual([
      [0, 12_500],
      [1, 12_500],
    ]);
    expect(beyond.map(({ bill }) => bill.n)).toEqual([2, 3]);
  });

  test('what all bills can be forgiven together is never above the budget, on whatever day they pay', () => {
    fc.assert(
      fc.property(terms, fc.array(fc.tuple(money, money), { maxLength: 30 }), money, (how, pairs, budget) => {
        // A penalty on some day before the last is at most the one of the last day.
        const bills = pairs.map(([a, b]) => ({ most: rupiah(Math.max(a, b)), now: rupiah(Math.min(a, b)) }));
        const { within, beyond } = reserveWaivers(bills, { ...how, budget });
        const given = within.map(({ bill, reserved }) => {
          const { amount } = waiverOf(bill.now, [{ ...offer, ...how, reserved }], today);
          // What is set aside never cuts what the terms promise.
          expect(amount).toBe(forgivenBy(bill.now, how));
          return amount;
        });
        expect(given.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(budget);
        expect(within.length + beyond.length).toBeLessThanOrEqual(bills.length);
      }),
    );
  });

  test('a proposal begins tomorrow, ends, and says how much', () => {
    const before = businessDate('2026-07-31');
    expect(waiverProblems(proposal, before)).toEqual([]);
    expect(waiverProblems(proposal, proposal.validFrom)).toEqual(['STARTS_TOO_EARLY']);
    expect(waiverProblems({ ...proposal, validTo: before }, before)).toEqual(['DATES_REVERSED']);
    expect(waiverProblems({ ...proposal, validTo: addDays(proposal.validFrom, 366) }, before)).toEqual([
      'TOO_LONG',
    ]);
    const end = businessDate('2999-12-31');
    expect(waiverProblems({ ...proposal, validFrom: end, validTo: end }, before)).toEqual([]);
    expect(waiverProblems({ ...proposal, basisPoints: 10_001 }, before)).toEqual(['PERCENT_INVALID']);
    expect(waiverProblems({ ...proposal, mode: 'AMOUNT' }, before)).toEqual(['AMOUNT_INVALID']);
    expect(waiverProblems({ ...proposal, minMonthsLate: 13 }, before)).toEqual(['AGES_REVERSED']);
  });
});

test('who paid in time keeps the promise for the days there always are, counted from the day it is owed again', () => {
  const last = businessDate('2026-01-31');
  const kept = (reversed: string, next: string | null = null) =>
    promiseKeptUntil(last, businessDate(reversed), next === null ? null : businessDate(next));
  expect(kept('2026-02-10')).toBe('2026-02-20');
  expect(kept('2026-01-22')).toBe('2026-02-01');
  expect(kept('2026-01-21')).toBeNull();
  // Another programme begins before the days are over: until the day before it. Or has begun: it holds.
  expect(kept('2026-02-10', '2026-02-21')).toBe('2026-02-20');
  expect(kept('2026-02-10', '2026-02-15')).toBe('2026-02-14');
  expect(kept('2026-02-10', '2026-02-11')).toBe('2026-02-10');
  expect(kept('2026-02-10', '2026-02-10')).toBeNull();
  expect(kept('2026-02-10', '2026-02-01')).toBeNull();
});

test('no day of a kept promise is a day of the next one, and none is lost before it', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(businessDate('2026-01-01'), days));
  fc.assert(
    fc.property(day, day, day, (last, reversed, next) => {
      fc.pre(next > last);
      const until = promiseKeptUntil(last, reversed, next) ?? last;
      const day = [addDays(reversed, 10), addDays(next, -1)].sort()[0] ?? next;
      expect(until < next).toBe(true);
      expect(until >= day || reversed >= next || last >= day).toBe(true);
    }),
  );
});
