import fc from 'fast-check';
import { rupiah } from '../money';
import { addDays, businessDate, dueDateOf, period } from '../time';
import {
  monthsLate,
  penaltyOf,
  selectPenaltyPolicy,
  validatePenaltyPolicy,
  type PenalisedBill,
  type PenaltyPolicy,
  type PenaltyPolicyProblem,
} from './index';

const base = {
  graceDays: 0,
  cap: null,
  tariffCodes: null,
  validFrom: period('2020-01'),
  validTo: null,
} as const;
const SAMPIT: PenaltyPolicy = {
  ...base,
  id: 1,
  mode: 'TIER_BY_AGE',
  tiers: [
    { fromMonth: 1, amount: rupiah(10_000) },
    { fromMonth: 2, amount: rupiah(15_000) },
    { fromMonth: 3, amount: rupiah(25_000) },
  ],
};
const flat: PenaltyPolicy = { ...base, id: 2, mode: 'FLAT_PER_BILL', amount: rupiah(10_000) };
const monthly: PenaltyPolicy = { ...base, id: 3, mode: 'FLAT_PER_MONTH_LATE', amount: rupiah(7_500) };
const percent: PenaltyPolicy = { ...base, id: 4, mode: 'PERCENT', basisPoints: 200, perMonth: true };

const bill = (usagePeriod: string, change: Partial<PenalisedBill> = {}): PenalisedBill => ({
  principal: rupiah(70_000),
  dueDate: dueDateOf(period(usagePeriod)),
  period: period(usagePeriod),
  tariffCode: 'RT1',
  disputed: false,
  ...change,
});

describe('months late', () => {
  test.each([
    ['2026-11-19', 0],
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2026-12-20', 1],
    ['2026-12-21', 2],
    ['2027-01-20', 2],
    ['2027-01-21', 3],
    ['2027-11-21', 13],
  ])('due 20 November 2026, on %s: %d', (asOf, late) => {
    expect(monthsLate(businessDate('2026-11-20'), 0, businessDate(asOf))).toBe(late);
  });

  test('grace moves the beginning', () => {
    expect(monthsLate(businessDate('2026-11-20'), 5, businessDate('2026-11-25'))).toBe(0);
    expect(monthsLate(businessDate('2026-11-20'), 5, businessDate('2026-11-26'))).toBe(1);
    expect(monthsLate(businessDate('2026-11-20'), 5, businessDate('2026-12-26'))).toBe(2);
  });

  test('a due date on the 31st does not creep', () => {
    const due = businessDate('2026-01-31');
    expect(monthsLate(due, 0, businessDate('2026-02-28'))).toBe(1);
    expect(monthsLate(due, 0, businessDate('2026-03-01'))).toBe(2);
    expect(monthsLate(due, 0, businessDate('2026-03-31'))).toBe(2);
    expect(monthsLate(due, 0, businessDate('2026-04-01'))).toBe(3);
  });
});

describe('penalty', () => {
  const today = businessDate('2026-11-21');

  test('balances taken over bear it like water; other charges and instalments do not', () => {
    const kinds = ['WATER', 'OPENING', 'NONWATER', 'INSTALMENT'] as const;
    expect(kinds.map((kind) => penaltyOf({ ...bill('2026-08'), kind }, [SAMPIT], today).amount)).toEqual([
      25_000, 25_000, 0, 0,
    ]);
  });

  test('an instalment bears it by a policy that names instalments, of the month it was agreed in', () => {
    const named: PenaltyPolicy = { ...percent, kinds: ['INSTALMENT'], validFrom: period('2026-06') };
    const late = (agreedIn: string | null) =>
      penaltyOf(
        { ...bill('2026-09'), kind: 'INSTALMENT', agreedIn: agreedIn === null ? null : period(agreedIn) },
        [SAMPIT, named],
        today,
      );
    // Due on 20 October: two months late on 21 November.
    expect([late('2026-06').amount, late('2026-05').amount, late(null).amount]).toEqual([2_800, 0, 0]);
    expect(late(null).trace).toBe('Angsuran ini tidak dikenai denda');
    expect(penaltyOf(bill('2026-09'), [named], today).amount).toBe(0);
    const both = { ...named, kinds: ['WATER', 'INSTALMENT'] as const };
    expect(penaltyOf(bill('2026-09'), [both], today).amount).toBe(2_800);
  });

  test('three bills aged 3, 2 and 1 months under tiers: 25.000 + 15.000 + 10.000', () => {
    const amounts = ['2026-08', '2026-09', '2026-10'].map((p) => penaltyOf(bill(p), [SAMPIT], today).amount);
    expect(amounts).toEqual([25_000, 15_000, 10_000]);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(50_000);
  });

  test.each([
    ['once per bill', flat, 10_000, 'Terlambat 3 bulan (jatuh tempo 20 September 2026): Rp10.000'],
    [
      'per month',
      monthly,
      22_500,
      'Terlambat 3 bulan (jatuh tempo 20 September 2026): 3 × Rp7.500 = Rp22.500',
    ],
    [
      '2 % per month',
      percent,
      4_200,
      'Terlambat 3 bulan (jatuh tempo 20 September 2026): 3 × (2% × Rp70.000 = Rp1.400) = Rp4.200',
    ],
    [
      '2.5 % once',
      { ...percent, basisPoints: 250, perMonth: false },
      1_750,
      'Terlambat 3 bulan (jatuh tempo 20 September 2026): 2,5% × Rp70.000 = Rp1.750',
    ],
    [
      'rounded up to Rp100',
      { ...percent, basisPoints: 215, perMonth: false, rounding: { mode: 'UP', multiple: 100 } as const },
      1_600,
      'Terlambat 3 bulan (jatuh tempo 20 September 2026): 2,15% × Rp70.000 = Rp1.600',
    ],
    [
      'capped',
      { ...monthly, cap: rupiah(20_000) },
      20_000,
      'Terlambat 3 bulan (jatuh tempo 20 September 2026): 3 × Rp7.500 = Rp22.500, dibatasi Rp20.000',
    ],
  ])('%s', (_, policy, amount, trace) => {
    expect(penaltyOf(bill('2026-08'), [policy], today)).toEqual({ amount, policy, monthsLate: 3, trace });
  });

  test('nothing on time, without principal, in dispute or without a policy, and it says why', () => {
    expect(penaltyOf(bill('2026-10'), [SAMPIT], businessDate('2026-11-20'))).toMatchObject({
      amount: 0,
      monthsLate: 0,
      trace: 'Belum lewat jatuh tempo',
    });
    expect(penaltyOf(bill('2026-08', { principal: rupiah(0) }), [SAMPIT], today).amount).toBe(0);
    expect(penaltyOf(bill('2026-08', { disputed: true }), [SAMPIT], today)).toMatchObject({
      amount: 0,
      monthsLate: 3,
      trace: 'Tagihan dalam sengketa, tidak dikenai denda',
    });
    expect(penaltyOf(bill('2026-08'), [], today)).toMatchObject({ amount: 0, policy: null, monthsLate: 3 });
  });

  test('tiers that begin later than the first month cost nothing before', () => {
    const late: PenaltyPolicy = { ...SAMPIT, tiers: [{ fromMonth: 3, amount: rupiah(25_000) }] };
    expect(penaltyOf(bill('2026-10'), [late], today).amount).toBe(0);
    expect(penaltyOf(bill('2026-08'), [late], today).amount).toBe(25_000);
  });

  test('the base is principal alone: the same penalty is found again the day after it was booked', () => {
    const first = penaltyOf(bill('2026-10'), [percent], today).amount;
    expect(penaltyOf(bill('2026-10'), [percent], addDays(today, 1)).amount).toBe(first);
  });

  test('a malformed policy is an error, not a free month', () => {
    const broken: PenaltyPolicy = { ...base, mode: 'FLAT_PER_BILL' };
    expect(() => penaltyOf(bill('2026-08'), [broken], today)).toThrow(RangeError);
  });

  test('never falls as days pass, never above the cap, zero up to the due date and grace', () => {
    const modes = fc.constantFrom(SAMPIT, flat, monthly, percent, { ...percent, perMonth: false });
    const caps = fc.option(fc.nat({ max: 60_000 }).map(rupiah));
    const days = fc.integer({ min: -40, max: 900 });
    fc.assert(
      fc.property(
        modes,
        caps,
        fc.nat({ max: 15 }),
        days,
        fc.nat({ max: 60 }),
        (mode, cap, graceDays, day, later) => {
          const policy = { ...mode, cap, graceDays };
          const one = bill('2026-08');
          const asOf = addDays(one.dueDate, day);
          const { amount } = penaltyOf(one, [policy], asOf);
          expect(penaltyOf(one, [policy], addDays(asOf, later)).amount).toBeGreaterThanOrEqual(amount);
          expect(amount).toBeLessThanOrEqual(cap ?? Infinity);
          if (day <= graceDays) expect(amount).toBe(0);
          else if (cap === null) expect(amount).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('which policy applies', () => {
  const old = { ...flat, id: 1, validTo: period('2025-12') };
  const current = { ...flat, id: 2, validFrom: period('2026-01') };
  const business = { ...flat, id: 3, tariffCodes: ['NIAGA'] };
  const policies = [old, current, business];

  test.each([
    ['2025-12', 'RT1', 1],
    ['2026-01', 'RT1', 2],
    ['2026-01', 'NIAGA', 3],
    ['2019-12', 'RT1', undefined],
  ])('usage %s of category %s: policy %s', (usagePeriod, tariffCode, id) => {
    expect(selectPenaltyPolicy({ period: period(usagePeriod), tariffCode }, policies)?.id).toBe(id);
  });

  test('the later one wins, then the one entered last; never both', () => {
    const later = { ...current, id: 4, validFrom: period('2026-03') };
    const corrected = { ...current, id: 5 };
    const spring = { period: period('2026-04'), tariffCode: 'RT1' };
    expect(selectPenaltyPolicy(spring, [later, ...policies])?.id).toBe(4);
    for (const order of [
      [corrected, current],
      [current, corrected],
    ]) {
      expect(selectPenaltyPolicy(spring, order)?.id).toBe(5);
    }
  });

  test('one that is not stored yet ranks below a stored twin', () => {
    const stored = { ...current, id: 1 };
    const unsaved: PenaltyPolicy = {
      ...base,
      mode: 'FLAT_PER_BILL',
      amount: rupiah(1),
      validFrom: current.validFrom,
    };
    for (const order of [
      [unsaved, stored],
      [stored, unsaved],
    ]) {
      expect(selectPenaltyPolicy({ period: period('2026-04'), tariffCode: 'RT1' }, order)).toBe(stored);
    }
  });
});

describe('policy validation', () => {
  test.each<[string, PenaltyPolicy, PenaltyPolicyProblem[]]>([
    ['sound', SAMPIT, []],
    ['a first tier for nothing', { ...SAMPIT, tiers: [{ fromMonth: 1, amount: rupiah(0) }] }, []],
    ['for one period', { ...flat, validTo: flat.validFrom }, []],
    ['nothing at all', { ...flat, amount: rupiah(0), cap: rupiah(0) }, []],
    ['no amount', { ...base, mode: 'FLAT_PER_BILL' }, ['AMOUNT_MISSING']],
    ['negative amount', { ...flat, amount: rupiah(-1) }, ['AMOUNT_NEGATIVE']],
    ['no tiers', { ...SAMPIT, tiers: [] }, ['TIERS_MISSING']],
    [
      'tier from month 0',
      { ...SAMPIT, tiers: [{ fromMonth: 0, amount: rupiah(1) }] },
      ['TIER_MONTH_INVALID'],
    ],
    [
      'repeated tier',
      { ...SAMPIT, tiers: [1, 1].map((fromMonth) => ({ fromMonth, amount: rupiah(5) })) },
      ['TIER_MONTH_REPEATED'],
    ],
    [
      'falling tiers',
      { ...SAMPIT, tiers: [9, 5].map((amount, i) => ({ fromMonth: i + 1, amount: rupiah(amount) })) },
      ['TIERS_DECREASING'],
    ],
    ['no percent', { ...base, mode: 'PERCENT' }, ['BASIS_POINTS_INVALID']],
    ['half a day of grace', { ...flat, graceDays: 0.5 }, ['GRACE_DAYS_INVALID']],
    ['negative cap', { ...flat, cap: rupiah(-1) }, ['CAP_NEGATIVE']],
    ['for nobody', { ...flat, tariffCodes: [] }, ['TARIFF_CODES_EMPTY']],
    ['backwards', { ...flat, validTo: period('2019-12') }, ['VALIDITY_REVERSED']],
  ])('%s', (_, policy, problems) => {
    expect(validatePenaltyPolicy(policy)).toEqual(problems);
  });
});
