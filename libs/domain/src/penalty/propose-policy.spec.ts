import fc from 'fast-check';
import { rupiah } from '../money';
import { addDays, businessDate, period } from '../time';
import {
  comparedRules,
  mayBeginAt,
  mostPenalty,
  PENALTY_CEILING,
  penaltyOf,
  validateProposal,
  type PenaltyPolicy,
} from '.';

const base = {
  graceDays: 0,
  cap: null,
  tariffCodes: null,
  validFrom: period('2026-02'),
  validTo: null,
} as const satisfies Partial<PenaltyPolicy>;
const flat = (amount: number): PenaltyPolicy => ({ ...base, mode: 'FLAT_PER_BILL', amount: rupiah(amount) });
const monthly: PenaltyPolicy = { ...base, mode: 'FLAT_PER_MONTH_LATE', amount: rupiah(5_000) };
const percent: PenaltyPolicy = { ...base, mode: 'PERCENT', basisPoints: 200, perMonth: true };

describe('a proposed policy', () => {
  test.each<[string, PenaltyPolicy, string[]]>([
    ['Rp999.999 a bill', flat(999_999), ['ABOVE_CEILING']],
    ['the ceiling itself', flat(500_000), []],
    ['so much a month without end', monthly, ['CAP_MISSING']],
    ['so much a month, up to a cap', { ...monthly, cap: rupiah(60_000) }, []],
    ['a percentage without end', percent, ['CAP_MISSING']],
    ['a percentage with a cap above the ceiling', { ...percent, cap: rupiah(500_001) }, ['ABOVE_CEILING']],
    ['a large amount with a small cap', { ...flat(999_999), cap: rupiah(50_000) }, []],
    ['a malformed one', { ...base, mode: 'FLAT_PER_BILL' }, ['AMOUNT_MISSING']],
  ])('%s', (_, policy, problems) => {
    expect(validateProposal(policy, PENALTY_CEILING)).toEqual(problems);
  });

  test('begins only with a period of which no bill is issued', () => {
    expect(mayBeginAt(period('2020-02'), period('2026-01'))).toBe(false);
    expect(mayBeginAt(period('2026-01'), period('2026-01'))).toBe(false);
    expect(mayBeginAt(period('2026-02'), period('2026-01'))).toBe(true);
    expect(mayBeginAt(period('2020-02'), null)).toBe(true);
  });

  test('is compared with the rules in force, as though the bill were of a period', () => {
    const bill = {
      principal: rupiah(70_000),
      dueDate: businessDate('2025-12-20'),
      period: period('2025-11'),
      tariffCode: 'RT1',
      disputed: false,
    };
    const inForce = [{ ...flat(5_000), id: 1, validFrom: period('2024-01') }];
    const compared = (proposed: readonly PenaltyPolicy[], of = '2026-02') =>
      comparedRules(bill, period(of), { current: inForce, proposed }, businessDate('2026-01-15'));
    expect(compared([...inForce, flat(40_000)])).toEqual({ current: 5_000, proposed: 40_000 });
    const forTrade = { ...flat(40_000), tariffCodes: ['NIAGA'] };
    expect(compared([...inForce, forTrade]).proposed).toBe(5_000);
    // One that ends leaves the periods after it without a rule.
    const ending = inForce.map((policy) => ({ ...policy, validTo: period('2026-02') }));
    expect(compared(ending)).toEqual({ current: 5_000, proposed: 5_000 });
    expect(compared(ending, '2026-03')).toEqual({ current: 5_000, proposed: 0 });
  });

  test('no bill, however old and dear, bears more than what was said at most', () => {
    const policies = fc.constantFrom<PenaltyPolicy>(
      flat(40_000),
      { ...monthly, cap: rupiah(60_000) },
      { ...percent, cap: rupiah(90_000) },
      {
        ...base,
        mode: 'TIER_BY_AGE',
        tiers: [1, 3].map((n) => ({ fromMonth: n, amount: rupiah(n * 9_000) })),
      },
    );
    fc.assert(
      fc.property(
        policies,
        fc.nat({ max: 50_000_000 }),
        fc.nat({ max: 4_000 }),
        (policy, principal, days) => {
          const dueDate = businessDate('2026-03-20');
          const bill = {
            principal: rupiah(principal),
            dueDate,
            period: period('2026-02'),
            tariffCode: 'RT1',
            disputed: false,
          };
          expect(penaltyOf(bill, [policy], addDays(dueDate, days)).amount).toBeLessThanOrEqual(
            mostPenalty(policy) ?? -1,
          );
        },
      ),
    );
  });
});
