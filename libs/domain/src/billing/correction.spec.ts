import fc from 'fast-check';
import { billCorrected } from '../journal';
import { period } from '../time';
import {
  carriedLabel,
  correctionWay,
  figuresTotal,
  penaltyExcess,
  correctedBalance,
  returnedCharge,
  settlementOf,
  type PenaltyExcess,
} from './correction';

const NOTHING: PenaltyExcess = { returned: 0, excessWaived: 0 };

describe('a correction of bills', () => {
  it.each([
    ['DRAFT', false, false, 5, 'REDRAFTED'],
    ['ISSUED', false, false, 5, 'REISSUED'],
    ['ISSUED', true, false, 5, 'ROW'],
    ['ISSUED', false, true, 5, 'ROW'],
    ['ISSUED', false, true, 0, 'SAME'],
    ['PAID', false, false, 5, 'ROW'],
    ['PAID', false, false, 0, 'SAME'],
  ] as const)(
    'of one that is %s (corrected %s, kept %s, Rp%s) is %s',
    (state, corrected, kept, difference, way) => {
      expect(correctionWay({ state, corrected, kept, difference })).toBe(way);
    },
  );

  it('gives back of a penalty what was paid too much, and never asks for more', () => {
    const none = { booked: 8_000, waived: 0, forgiven: 0 };
    const found = (penalty: Partial<Parameters<typeof penaltyExcess>[0]>) => {
      const { returned, excessWaived } = penaltyExcess({ ...none, assessed: 0, ...penalty }, NOTHING);
      return [returned, excessWaived];
    };
    expect(found({ assessed: 2_000 })).toEqual([6_000, 0]);
    expect(found({ assessed: 9_000 })).toEqual([0, 0]);
    // Rp5.000 of any penalty, half of it, and all of it.
    expect(found({ waived: 5_000, assessed: 2_000, forgiven: 2_000 })).toEqual([3_000, 3_000]);
    expect(found({ waived: 4_000, assessed: 2_000, forgiven: 1_000 })).toEqual([3_000, 3_000]);
    expect(found({ waived: 8_000, assessed: 2_000, forgiven: 2_000 })).toEqual([0, 6_000]);
  });

  it('says after any number of corrections what the last one would have said alone, to the rupiah', () => {
    const half = (penalty: number) => Math.ceil(penalty / 2);
    fc.assert(
      fc.property(
        fc.nat({ max: 100_000 }),
        fc.array(fc.nat({ max: 150_000 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (booked, rights, waiving) => {
          const waived = waiving ? half(booked) : 0;
          const correct = (before: PenaltyExcess, assessed: number) =>
            penaltyExcess({ booked, waived, assessed, forgiven: waived > 0 ? half(assessed) : 0 }, before);
          const last = rights.at(-1) ?? 0;
          const found = rights.reduce(correct, NOTHING);
          expect(found).toEqual(correct(NOTHING, last));
          // What stays is the right penalty, and what is asked for is it, less what is forgiven of it.
          if (last <= booked) expect(booked - found.returned - found.excessWaived).toBe(last);
          expect(booked - waived - found.returned).toBe(
            Math.min(booked - waived, last - (waived > 0 ? half(last) : 0)),
          );
        },
      ),
    );
  });

  it('of an open bill asks again for what turns out to be a penalty after all', () => {
    const open = { booked: 8_000, waived: 0, forgiven: 0 };
    const before = { returned: 3_000, excessWaived: 3_000 };
    expect(penaltyExcess({ ...open, assessed: 2_000 }, before)).toEqual(before);
    expect(penaltyExcess({ ...open, assessed: 8_000 }, before)).toEqual({ returned: 0, excessWaived: 0 });
    expect(penaltyExcess({ ...open, assessed: 0 }, before)).toEqual({ returned: 5_000, excessWaived: 3_000 });
  });

  it('names its months', () => {
    expect(carriedLabel([period('2025-11'), period('2025-09')])).toBe(
      'Koreksi tagihan September 2025 s.d. November 2025',
    );
    expect(carriedLabel([period('2025-09')])).toBe('Koreksi tagihan September 2025');
  });

  it('of several bills leaves in one account what they come to together', () => {
    const part = fc.integer({ min: -300_000, max: 300_000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ water: part, fixed: part, penalty: fc.integer({ min: -50_000, max: 0 }) }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const amounts = rows.map(({ water, fixed, penalty }) => water + fixed + penalty);
          const net = amounts.reduce((sum, one) => sum + one, 0);
          const settlement = settlementOf(amounts);
          const books = rows.flatMap(({ water, fixed, penalty }, billId) =>
            billCorrected({
              customerId: 7,
              billId,
              waterDifference: water,
              fixedDifference: fixed,
              penaltyDifference: penalty,
              settlement,
            }),
          );
          const of = (account: string) =>
            books
              .filter((line) => line.account === account)
              .reduce((sum, line) => sum + line.debit - line.credit, 0);
          expect([of('1230'), of('2110')]).toEqual(net > 0 ? [net, 0] : [0, net]);
          expect(of('4110') + of('4120') + of('4130')).toBe(-net);
        },
      ),
    );
  });
});

test('a charge that goes back whole is worth its principal before and nothing after', () => {
  const item = returnedCharge({
    id: 7,
    bill_number: '010203000046202621',
    period: period('2026-01'),
    principal: 150_000,
  });
  expect([figuresTotal(item.before), figuresTotal(item.after), item.way]).toEqual([150_000, 0, 'ROW']);
});

test('a balance taken over is worth its principal and its penalty, before and after', () => {
  const bill = {
    id: 7,
    bill_number: '010203000046202503',
    period: period('2025-03'),
    previous_stand: 10,
    current_stand: 30,
    usage_m3: 20,
    principal: 97_500,
    penalty: 10_000,
  };
  const item = correctedBalance(bill, { principal: 60_000, penalty: 0 }, { way: 'ROW', penalty: -0 });
  expect([figuresTotal(item.before), figuresTotal(item.after)]).toEqual([107_500, 60_000]);
  expect([Object.is(item.penalty, 0), item.after.usage_m3]).toEqual([true, 20]);
});
