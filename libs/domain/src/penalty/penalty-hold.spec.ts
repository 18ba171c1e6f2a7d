import fc from 'fast-check';
import { rupiah } from '../money';
import { addDays, businessDate, period } from '../time';
import { heldDays, penaltyDay } from './penalty-hold';
import { penaltyOf } from './penalty-of';
import type { PenaltyPolicy } from './penalty-policy';

const POLICY: PenaltyPolicy = {
  id: 1,
  mode: 'FLAT_PER_MONTH_LATE',
  amount: rupiah(10_000),
  graceDays: 0,
  cap: null,
  tariffCodes: null,
  validFrom: period('2020-01'),
  validTo: null,
};

const bill = (daysHeld: number) => ({
  principal: rupiah(70_000),
  dueDate: businessDate('2025-12-20'),
  period: period('2025-11'),
  tariffCode: 'RT1',
  disputed: false,
  daysHeld,
});
const on = (day: string, daysHeld = 0) => penaltyOf(bill(daysHeld), [POLICY], businessDate(day)).amount;

describe('a penalty that was held', () => {
  test('goes on where it stood, by as many days as the answer took', () => {
    // Doubted on 10 January in its first month, answered on 30 January: the second month begins on 10 February.
    const days = heldDays(businessDate('2026-01-10'), businessDate('2026-01-30'));
    expect(days).toBe(20);
    expect(on('2026-01-10')).toBe(10_000);
    expect(on('2026-01-30')).toBe(20_000);
    expect(on('2026-01-30', days)).toBe(10_000);
    expect(on('2026-02-09', days)).toBe(10_000);
    expect(on('2026-02-10', days)).toBe(20_000);
  });

  test('of a bill that was not late yet leaves the days to pay that were left', () => {
    const days = heldDays(businessDate('2025-12-15'), businessDate('2026-01-04'));
    expect(on('2026-01-09', days)).toBe(0);
    expect(on('2026-01-10', days)).toBe(10_000);
  });

  test('says how many days do not count', () => {
    expect(penaltyOf(bill(20), [POLICY], businessDate('2026-02-10')).trace).toContain(
      '20 hari pemeriksaan keberatan tidak dihitung',
    );
    expect(penaltyOf(bill(0), [POLICY], businessDate('2026-02-10')).trace).not.toContain('keberatan');
  });

  test('is on the day of the answer what it was on the day of the question, and never more than without', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(400), (asked, took, later) => {
        const from = addDays(businessDate('2025-12-01'), asked);
        const to = addDays(from, took);
        const days = heldDays(from, to);
        expect(penaltyDay(to, days)).toBe(from);
        expect(on(to, days)).toBe(on(from));
        expect(on(addDays(to, later), days)).toBe(on(addDays(from, later)));
        expect(on(addDays(to, later), days)).toBeLessThanOrEqual(on(addDays(to, later)));
      }),
    );
  });
});
