import fc from 'fast-check';
import { rupiah } from '../money';
import { businessDate } from '../time';
import { waiverOf, type WaivableBill, type WaiverProgramme, type WaiverRefusal } from './index';

const programme: WaiverProgramme = {
  id: 1,
  validFrom: businessDate('2026-08-01'),
  validTo: businessDate('2026-08-31'),
  mode: 'PERCENT',
  basisPoints: 5_000,
  regionCodes: ['01', '02'],
  tariffCodes: ['RT1'],
  minMonthsLate: 2,
  maxMonthsLate: 12,
  budget: rupiah(1_000_000),
  spent: rupiah(0),
};
const bill: WaivableBill = { regionCode: '01', tariffCode: 'RT1', monthsLate: 3 };
const today = businessDate('2026-08-17');
const penalty = rupiah(25_000);

describe('waiver', () => {
  test('half of the penalty', () => {
    expect(waiverOf(penalty, programme, bill, today)).toEqual({
      amount: 12_500,
      refusal: null,
      trace: 'Pemutihan Rp12.500 dari denda Rp25.000',
    });
  });

  test('an amount, at most the penalty, at most what is left of the budget', () => {
    const amount = { ...programme, mode: 'AMOUNT' as const, amount: rupiah(20_000) };
    expect(waiverOf(penalty, amount, bill, today).amount).toBe(20_000);
    expect(waiverOf(rupiah(15_000), amount, bill, today).amount).toBe(15_000);
    expect(waiverOf(penalty, { ...amount, spent: rupiah(995_000) }, bill, today).amount).toBe(5_000);
    expect(waiverOf(penalty, { ...amount, budget: null, spent: rupiah(9e9) }, bill, today).amount).toBe(
      20_000,
    );
  });

  test('everything, and nothing, can be forgiven; less than nothing cannot', () => {
    expect(waiverOf(penalty, { ...programme, basisPoints: 10_000 }, bill, today).amount).toBe(25_000);
    const amount = { ...programme, mode: 'AMOUNT' as const };
    expect(waiverOf(penalty, { ...amount, amount: rupiah(0) }, bill, today)).toMatchObject({
      amount: 0,
      refusal: null,
    });
    expect(() => waiverOf(penalty, { ...amount, amount: rupiah(-1) }, bill, today)).toThrow(RangeError);
  });

  test.each<[WaiverRefusal, Partial<WaiverProgramme>, Partial<WaivableBill>, string]>([
    ['OUTSIDE_VALIDITY', {}, {}, '2026-07-31'],
    ['OUTSIDE_VALIDITY', {}, {}, '2026-09-01'],
    ['REGION_NOT_COVERED', {}, { regionCode: '03' }, '2026-08-01'],
    ['TARIFF_NOT_COVERED', {}, { tariffCode: 'NIAGA' }, '2026-08-31'],
    ['AGE_NOT_COVERED', {}, { monthsLate: 1 }, '2026-08-17'],
    ['AGE_NOT_COVERED', {}, { monthsLate: 13 }, '2026-08-17'],
    ['BUDGET_EXHAUSTED', { spent: rupiah(1_000_000) }, {}, '2026-08-17'],
  ])('%s', (refusal, change, billChange, date) => {
    const result = waiverOf(
      penalty,
      { ...programme, ...change },
      { ...bill, ...billChange },
      businessDate(date),
    );
    expect(result).toMatchObject({ amount: 0, refusal });
    expect(result.trace).not.toBe('');
  });

  test('no penalty, nothing to waive', () => {
    expect(waiverOf(rupiah(0), programme, bill, today).refusal).toBe('NO_PENALTY');
  });

  test('without limits it covers everybody', () => {
    const open = {
      ...programme,
      regionCodes: null,
      tariffCodes: null,
      minMonthsLate: null,
      maxMonthsLate: null,
    };
    expect(waiverOf(penalty, open, { ...bill, monthsLate: 0 }, today).amount).toBe(12_500);
    expect(
      waiverOf(penalty, open, { regionCode: '99', tariffCode: 'X', monthsLate: 200 }, today).amount,
    ).toBe(12_500);
  });

  test('a programme without its figure is an error', () => {
    const noPercent: WaiverProgramme = { ...programme };
    delete (noPercent as { basisPoints?: number }).basisPoints;
    expect(() => waiverOf(penalty, noPercent, bill, today)).toThrow(RangeError);
    expect(() => waiverOf(penalty, { ...programme, basisPoints: 10_001 }, bill, today)).toThrow(RangeError);
    expect(() => waiverOf(penalty, { ...programme, mode: 'AMOUNT' }, bill, today)).toThrow(RangeError);
  });

  test('never below zero, never above the penalty, never over the budget', () => {
    const money = fc.nat({ max: 200_000 }).map(rupiah);
    fc.assert(
      fc.property(
        money,
        fc.nat({ max: 10_000 }),
        money,
        money,
        fc.boolean(),
        (owed, basisPoints, budget, spent, percent) => {
          const one = {
            ...programme,
            mode: percent ? ('PERCENT' as const) : ('AMOUNT' as const),
            basisPoints,
            amount: budget,
            budget,
            spent,
          };
          const { amount } = waiverOf(owed, one, bill, today);
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(owed);
          expect(amount).toBeLessThanOrEqual(Math.max(0, budget - spent));
        },
      ),
    );
  });
});
