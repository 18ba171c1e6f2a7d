import fc from 'fast-check';
import { rupiah } from '../money';
import {
  allocate,
  billTotal,
  channelName,
  checkOldestFirst,
  COLLECTION_CHANNELS,
  isChannel,
  isToldFinding,
  paymentFingerprintSource,
  stampDuty,
  TOLD_FINDINGS,
  totals,
  type AllocatedBill,
} from './index';

const bill = (principal: number, penalty = 0, waiver = 0) => ({
  principal: rupiah(principal),
  penalty: rupiah(penalty),
  waiver: rupiah(waiver),
});

/** Bills whose sum lies around the stamp duty threshold often enough to matter. */
const bills: fc.Arbitrary<AllocatedBill[]> = fc
  .array(
    fc.record({
      principal: fc.nat({ max: 3_000_000 }),
      penalty: fc.nat({ max: 50_000 }),
      share: fc.nat({ max: 100 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ principal, penalty, share }, index) => ({
      ...bill(principal, penalty, Math.floor((penalty * share) / 100)),
      billNumber: `0102030000462025${String(index + 1).padStart(2, '0')}`,
    })),
  );

describe('stamp duty', () => {
  test.each([
    [0, 0],
    [4_999_999, 0],
    [5_000_000, 0],
    [5_000_001, 10_000],
    [9_000_000_000, 10_000],
  ])('bills of %d bear %d', (amount, duty) => {
    expect(stampDuty(rupiah(amount))).toBe(duty);
  });
});

describe('totals', () => {
  test('a bill of Rp70.000 at a bank that takes Rp2.500', () => {
    expect(totals([bill(70_000)], rupiah(2_500))).toEqual({
      billAmount: 70_000,
      stampDuty: 0,
      adminFee: 2_500,
      totalAmount: 72_500,
      bankAmount: 70_000,
    });
  });

  test('penalty added, waiver taken off, stamp duty by the receipt and not by the bill', () => {
    expect(totals([bill(3_000_000, 25_000, 12_500), bill(2_000_000)], rupiah(2_500))).toEqual({
      billAmount: 5_012_500,
      stampDuty: 10_000,
      adminFee: 2_500,
      totalAmount: 5_025_000,
      bankAmount: 5_022_500,
    });
    expect(billTotal(bill(0))).toBe(0);
    expect(billTotal(bill(0, 10, 10))).toBe(0);
    expect(billTotal({ principal: rupiah(70_000), penalty: rupiah(10_000) })).toBe(80_000);
  });

  test('refuses bills and fees that could pay out money', () => {
    for (const wrong of [bill(-1), bill(1, -1), bill(1, 10, -1)])
      expect(() => billTotal(wrong)).toThrow(new RangeError('a bill cannot ask for less than nothing'));
    expect(() => billTotal(bill(100, 10, 11))).toThrow(
      new RangeError('a waiver forgives penalties, not principal'),
    );
    expect(() => totals([bill(1)], rupiah(-1))).toThrow(new RangeError('an admin fee cannot be negative'));
  });
});

describe('oldest first', () => {
  const open = ['a', 'b', 'c', 'd'];

  test.each([
    [['a'], true],
    [['a', 'b'], true],
    [['b', 'a'], true],
    [['d', 'c', 'b', 'a'], true],
    [['b'], 'SKIPS_OLDER'],
    [['a', 'c'], 'SKIPS_OLDER'],
    [['a', 'x'], 'NOT_OPEN'],
    [['a', 'a'], 'REPEATED'],
    [[], 'EMPTY'],
  ])('%j of a, b, c, d: %s', (requested, expected) => {
    const result = checkOldestFirst(open, requested);
    expect(result.ok ? true : result.reason).toBe(expected);
  });

  test('of all subsets exactly the prefixes pass', () => {
    for (let mask = 1; mask < 16; mask += 1) {
      const subset = open.filter((_, index) => mask & (1 << index));
      expect(checkOldestFirst(open, subset).ok).toBe([1, 3, 7, 15].includes(mask));
    }
  });
});

describe('allocation', () => {
  test('one row per bill and one for the stamp duty', () => {
    const rows = allocate([
      { billNumber: '1', ...bill(5_000_000, 10_000, 4_000) },
      { billNumber: '2', principal: rupiah(70_000), penalty: rupiah(0) },
    ]);
    expect(rows).toEqual([
      {
        kind: 'BILL',
        billNumber: '1',
        principal: 5_000_000,
        penalty: 10_000,
        waiver: 4_000,
        amount: 5_006_000,
      },
      { kind: 'BILL', billNumber: '2', principal: 70_000, penalty: 0, waiver: 0, amount: 70_000 },
      { kind: 'STAMP_DUTY', billNumber: null, principal: 0, penalty: 0, waiver: 0, amount: 10_000 },
    ]);
  });

  test('adds up to exactly what reaches the utility; every bill once', () => {
    fc.assert(
      fc.property(bills, fc.nat({ max: 10_000 }), (list, fee) => {
        const rows = allocate(list);
        const due = totals(list, rupiah(fee));
        expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(due.bankAmount);
        expect(due.totalAmount).toBe(due.bankAmount + fee);
        expect(rows.flatMap((row) => row.billNumber ?? [])).toEqual(list.map((one) => one.billNumber));
        expect(due.stampDuty).toBe(due.billAmount > 5_000_000 ? 10_000 : 0);
      }),
    );
  });
});

describe('names', () => {
  test('each channel has one of its own in each language; a channel of tomorrow is called by its code', () => {
    for (const language of ['id', 'en'] as const) {
      const names = COLLECTION_CHANNELS.map((channel) => channelName(channel, language));
      expect(names.filter((name) => name.trim() === '')).toEqual([]);
      expect(new Set(names).size).toBe(COLLECTION_CHANNELS.length);
      expect(channelName('PIGEON', language)).toBe('PIGEON');
    }
    expect([channelName('VA', 'en'), channelName('EDC', 'id')]).toEqual(['Virtual account', 'Mesin EDC']);
  });

  test('what two people find of told money is one of two things', () => {
    expect(TOLD_FINDINGS.filter(isToldFinding)).toEqual(['SAME_MONEY', 'OTHER_MONEY']);
    expect(['', 'SAME', 'same_money'].filter(isToldFinding)).toEqual([]);
  });
});

describe('fingerprint', () => {
  const meaning = { customerNumber: '010203000046', billNumbers: ['2', '1'], amount: 72_500 };

  test('the order of bills means nothing, everything else does', () => {
    const source = paymentFingerprintSource(meaning);
    expect(source).toBe('v1|010203000046|1,2|72500');
    expect(paymentFingerprintSource({ ...meaning, billNumbers: ['1', '2'] })).toBe(source);
    expect(meaning.billNumbers).toEqual(['2', '1']);
    expect(paymentFingerprintSource({ ...meaning, amount: 72_501 })).not.toBe(source);
    expect(paymentFingerprintSource({ ...meaning, billNumbers: ['12'] })).not.toBe(source);
    expect(paymentFingerprintSource({ ...meaning, customerNumber: '010203000053' })).not.toBe(source);
  });

  test('no part can pose as two', () => {
    for (const blurred of [{ billNumbers: ['1,2'] }, { customerNumber: 'a|b' }])
      expect(() => paymentFingerprintSource({ ...meaning, ...blurred })).toThrow(
        new RangeError('customer and bill numbers are letters and digits only'),
      );
    expect(() => paymentFingerprintSource({ ...meaning, amount: 0.5 })).toThrow(
      new RangeError('not a whole amount: 0.5'),
    );
  });

  test('different meanings never share a text', () => {
    const code = fc.stringMatching(/^[0-9]{1,4}$/);
    const meanings = fc.record({
      customerNumber: code,
      billNumbers: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
      amount: fc.nat({ max: 50 }),
    });
    const canonical = (m: { customerNumber: string; billNumbers: string[]; amount: number }) =>
      JSON.stringify([m.customerNumber, [...m.billNumbers].sort(), m.amount]);
    fc.assert(
      fc.property(meanings, meanings, (a, b) => {
        expect(paymentFingerprintSource(a) === paymentFingerprintSource(b)).toBe(
          canonical(a) === canonical(b),
        );
      }),
    );
  });
});

test('channels are a closed list', () => {
  expect(isChannel('TELLER')).toBe(true);
  expect(isChannel('teller')).toBe(false);
});
