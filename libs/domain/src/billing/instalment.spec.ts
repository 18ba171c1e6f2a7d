import fc from 'fast-check';
import { rupiah } from '../money';
import { addDays, businessDate } from '../time';
import {
  breaksPlan,
  LEAST_INSTALMENT,
  mayBeReplaced,
  penaltyFreeShares,
  planInstalments,
  restOfPlan,
  type Instalment,
  type PlanTerms,
  type ReplacedBill,
} from './instalment';

const today = businessDate('2026-01-15');
const owed = (principal: number, penalty = 0, penaltyFree = 0) => ({
  principal: rupiah(principal),
  penalty: rupiah(penalty),
  penaltyFree: rupiah(penaltyFree),
});
const terms = (change: Partial<PlanTerms> = {}): PlanTerms => ({
  count: 3,
  firstDue: businessDate('2026-01-31'),
  downPayment: null,
  ...change,
});
const instalmentsOf = (bills: readonly ReplacedBill[], asked: PlanTerms): readonly Instalment[] => {
  const plan = planInstalments(bills, asked, today);
  if ('refusal' in plan) throw new Error(plan.refusal);
  return plan.instalments;
};

test('three bills of Rp70.000 with Rp25.000 penalty each, in three', () => {
  const plan = instalmentsOf([owed(70_000, 25_000), owed(70_000, 25_000), owed(70_000, 25_000)], terms());
  expect(
    plan.map(({ amount, penaltyFree, dueDate, label }) => [amount, penaltyFree, dueDate, label]),
  ).toEqual([
    [95_000, 25_000, '2026-01-31', 'Angsuran 1 dari 3'],
    [95_000, 25_000, '2026-02-28', 'Angsuran 2 dari 3'],
    [95_000, 25_000, '2026-03-31', 'Angsuran 3 dari 3'],
  ]);
});

test('of Rp90.000 in three, Rp20.000 bear no penalty: a share of it each, and all of it together', () => {
  expect(penaltyFreeShares(20_000, [30_000, 30_000, 30_000])).toEqual([6_666, 6_667, 6_667]);
  expect(penaltyFreeShares(0, [30_000, 60_000])).toEqual([0, 0]);
  expect(penaltyFreeShares(90_000, [30_000, 60_000])).toEqual([30_000, 60_000]);
});

test('what cannot be divided is on the first ones; a down payment is the first', () => {
  expect(instalmentsOf([owed(100_000)], terms()).map(({ amount }) => amount)).toEqual([
    33_334, 33_333, 33_333,
  ]);
  const paidDown = instalmentsOf([owed(100_001)], terms({ downPayment: rupiah(50_000) }));
  expect(paidDown.map(({ amount }) => amount)).toEqual([50_000, 25_001, 25_000]);
});

test.each([
  [[], {}, 'NOTHING_OWED'],
  [[owed(100_000)], { count: 1 }, 'COUNT'],
  [[owed(100_000)], { count: 25 }, 'COUNT'],
  [[owed(100_000)], { firstDue: businessDate('2026-01-14') }, 'FIRST_DUE'],
  [[owed(100_000)], { firstDue: businessDate('2026-02-16') }, 'FIRST_DUE'],
  [[owed(100_000)], { downPayment: rupiah(100_000) }, 'DOWN_PAYMENT'],
  [[owed(100_000)], { downPayment: rupiah(999) }, 'DOWN_PAYMENT'],
  [[owed(2_999)], {}, 'TOO_SMALL'],
  [[owed(100_000)], { downPayment: rupiah(99_000) }, 'TOO_SMALL'],
] as const)('%j with %j is refused: %s', (bills, change, refusal) => {
  expect(planInstalments(bills, terms(change), today)).toEqual({ refusal });
});

const amount = fc.integer({ min: 0, max: 2_000_000_000 });

test('nothing is lost or made: instalments sum to what they replace, and so do their shares', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ principal: amount, penalty: amount, free: amount }), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 2, max: 24 }),
      fc.option(amount),
      (bills, count, downPayment) => {
        const sources = bills.map(({ principal, penalty, free }) =>
          owed(principal, penalty, Math.min(free, principal)),
        );
        const plan = planInstalments(
          sources,
          terms({ count, downPayment: downPayment === null ? null : rupiah(downPayment) }),
          today,
        );
        if ('refusal' in plan) return;
        const sum = (of: (one: Instalment) => number) =>
          plan.instalments.reduce((all, one) => all + of(one), 0);
        expect(sum((one) => one.amount)).toBe(
          sources.reduce((all, one) => all + one.principal + one.penalty, 0),
        );
        expect(sum((one) => one.penaltyFree)).toBe(
          sources.reduce((all, one) => all + one.penalty + one.penaltyFree, 0),
        );
        expect(plan.instalments).toHaveLength(count);
        for (const one of plan.instalments) {
          expect(one.amount).toBeGreaterThanOrEqual(LEAST_INSTALMENT);
          expect(one.penaltyFree).toBeGreaterThanOrEqual(0);
          expect(one.penaltyFree).toBeLessThanOrEqual(one.amount);
        }
        const days = plan.instalments.map(({ dueDate }) => dueDate);
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(count);
      },
    ),
  );
});

test('the rest of a broken plan is what was not paid, with the oldest of its days', () => {
  const plan = instalmentsOf([owed(100_000, 20_000)], terms());
  expect(restOfPlan(plan.slice(1).reverse(), 3)).toMatchObject({
    amount: 80_000,
    penaltyFree: (plan[1]?.penaltyFree ?? 0) + (plan[2]?.penaltyFree ?? 0),
    dueDate: '2026-02-28',
    label: 'Sisa rencana angsuran (2 dari 3)',
  });
  expect(() => restOfPlan([], 3)).toThrow(RangeError);
});

test('a plan is broken the day after the grace, and never before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -60, max: 120 }), (grace, days) => {
      expect(breaksPlan(today, grace, addDays(today, days))).toBe(days > grace);
    }),
  );
});

test('what is doubted, or owed by a plan that goes on, is not replaced', () => {
  expect(mayBeReplaced({ disputed: false, inPlan: false })).toBe(true);
  expect(mayBeReplaced({ disputed: false, inPlan: true })).toBe(false);
  expect(mayBeReplaced({ disputed: true, inPlan: false })).toBe(false);
});

test('what was forgiven for the sake of a plan is owed again by its rest, and bears no penalty', () => {
  const unpaid = [
    { amount: rupiah(50_000), penaltyFree: rupiah(2_500), dueDate: businessDate('2026-02-20') },
    { amount: rupiah(50_000), penaltyFree: rupiah(2_500), dueDate: businessDate('2026-03-20') },
  ];
  const rest = restOfPlan(unpaid, 3, rupiah(12_500));
  expect(rest).toMatchObject({ amount: 112_500, penaltyFree: 17_500, dueDate: '2026-02-20' });
  expect(rest.formula).toContain('pemutihan yang dicabut Rp12.500');
  expect(restOfPlan(unpaid, 3).formula).not.toContain('dicabut');
});
