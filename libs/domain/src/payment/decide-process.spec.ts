import fc from 'fast-check';
import { rupiah } from '../money';
import type { BillState } from '../states';
import { addMonths, period } from '../time';
import { decideProcess, totals, type ExistingPayment, type ProcessBill, type ProcessState } from './index';

const first = period('2025-10');
const billAt = (index: number, state: BillState = 'ISSUED'): ProcessBill => ({
  billNumber: String(index),
  period: addMonths(first, index),
  state,
  principal: rupiah(70_000),
  penalty: rupiah(10_000),
});

const asking = (...bills: ProcessBill[]) => ({ bills, requested: bills.map(({ billNumber }) => billNumber) });

const good: ProcessState<string> = {
  existing: null,
  fingerprint: 'same',
  inquiry: { expired: false },
  ...asking(billAt(0), billAt(1)),
  openBills: ['0', '1', '2'],
  amount: 162_500,
  adminFee: rupiah(2_500),
};
const posted: ExistingPayment<string> = {
  state: 'POSTED',
  fingerprint: 'same',
  paymentId: 'p1',
  answer: 'bytes',
};

/** Each situation of the contract's table, with what makes it so, in the table's order. */
const SITUATIONS: [string, Partial<ProcessState<string>>][] = [
  ['REPLAY', { existing: posted }],
  ['REVERSED', { existing: { ...posted, state: 'REVERSED' } }],
  ['REVERSED', { existing: { state: 'TOMBSTONE', fingerprint: '', paymentId: null, answer: '' } }],
  ['REFERENCE_REUSED', { existing: { ...posted, fingerprint: 'other' } }],
  ['INQUIRY_EXPIRED', { inquiry: { expired: true } }],
  ['ALREADY_PAID', { ...asking(billAt(0), billAt(1, 'PAID')), openBills: ['0', '2'] }],
  ['NOT_OLDEST_FIRST', { ...asking(billAt(1)) }],
  ['AMOUNT_MISMATCH', { amount: 162_499 }],
  ['POST', {}],
];

describe('what a bank is answered', () => {
  test.each(SITUATIONS)('%s', (kind, change) => {
    expect(decideProcess({ ...good, ...change }).kind).toBe(kind);
  });

  test('the earlier row of the table wins whenever two apply', () => {
    for (const [index, [kind, change]] of SITUATIONS.entries()) {
      for (const [, later] of SITUATIONS.slice(index + 1)) {
        // Two situations of the same reference exclude each other; the earlier one is what is stored.
        expect(decideProcess({ ...good, ...later, ...change }).kind).toBe(kind);
      }
    }
  });

  test('what each answer carries', () => {
    expect(decideProcess({ ...good, existing: posted })).toEqual({
      kind: 'REPLAY',
      paymentId: 'p1',
      answer: 'bytes',
    });
    expect(decideProcess({ ...good, amount: 1 })).toEqual({
      kind: 'AMOUNT_MISMATCH',
      currentAmount: 162_500,
    });
    const reused = decideProcess({ ...good, existing: { ...posted, fingerprint: 'other' } });
    expect(reused).toEqual({ kind: 'REFERENCE_REUSED' });
    const paid = decideProcess({ ...good, ...asking(billAt(0, 'PAID')) });
    expect(paid).toEqual({ kind: 'ALREADY_PAID' });
    const decision = decideProcess(good);
    expect(decision).toMatchObject({
      kind: 'POST',
      totals: { billAmount: 160_000, totalAmount: 162_500, bankAmount: 160_000 },
    });
    expect(decision.kind === 'POST' && decision.allocations.map((row) => row.amount)).toEqual([
      80_000, 80_000,
    ]);
  });

  test('a replay does not care that the bills are paid and the inquiry has expired by now', () => {
    const now = {
      ...asking(billAt(0, 'PAID'), billAt(1, 'PAID')),
      openBills: [],
      inquiry: { expired: true },
    };
    expect(decideProcess({ ...good, ...now, existing: posted }).kind).toBe('REPLAY');
  });

  test('nothing open', () => {
    expect(decideProcess({ ...good, ...asking(), openBills: [] }).kind).toBe('NONE_OPEN');
    expect(decideProcess({ ...good, ...asking(billAt(0, 'CANCELLED')), openBills: [] }).kind).toBe(
      'NONE_OPEN',
    );
    expect(decideProcess({ ...good, ...asking() }).kind).toBe('NOT_OLDEST_FIRST');
  });

  test('a bill that is gone is not passed over, whatever the amount', () => {
    // Of what was cancelled nothing is found but the number that was asked for.
    const gone = { bills: [billAt(1)], requested: ['0', '1'], openBills: ['1', '2'], amount: 82_500 };
    expect(decideProcess({ ...good, ...gone })).toEqual({ kind: 'NOT_OLDEST_FIRST', gone: true });
    expect(decideProcess({ ...good, ...asking(billAt(1)) })).toEqual({
      kind: 'NOT_OLDEST_FIRST',
      gone: false,
    });
  });

  test('a bill corrected away after the inquiry is not paid', () => {
    const cancelled = { ...asking(billAt(0, 'CANCELLED'), billAt(1)), openBills: ['1', '2'] };
    expect(decideProcess({ ...good, ...cancelled }).kind).toBe('NOT_OLDEST_FIRST');
  });

  test('bills named without an inquiry follow the same rules', () => {
    expect(decideProcess({ ...good, inquiry: null }).kind).toBe('POST');
    expect(decideProcess({ ...good, inquiry: null, ...asking(billAt(2)) }).kind).toBe('NOT_OLDEST_FIRST');
  });

  test('posts exactly when the oldest N open bills are paid to the rupiah, and then all of it is allocated', () => {
    const scenario = fc.record({
      open: fc.integer({ min: 1, max: 6 }),
      chosen: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
      off: fc.constantFrom(0, 0, 1, -1, 2_500),
    });
    fc.assert(
      fc.property(scenario, ({ open, chosen, off }) => {
        const bills = chosen.map((index) => billAt(index, index < open ? 'ISSUED' : 'CANCELLED'));
        const due = totals(bills, good.adminFee);
        const openBills = Array.from({ length: open }, (_, index) => String(index));
        const decision = decideProcess({
          ...good,
          ...asking(...bills),
          openBills,
          amount: due.totalAmount + off,
        });
        const oldest = chosen.every((index) => index < open && index < chosen.length);
        expect(decision.kind === 'POST').toBe(oldest && off === 0);
        if (decision.kind !== 'POST') return;
        const allocated = decision.allocations.reduce((sum, row) => sum + row.amount, 0);
        expect(allocated).toBe(decision.totals.bankAmount);
      }),
    );
  });
});
