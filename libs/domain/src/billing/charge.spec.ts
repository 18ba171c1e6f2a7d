import fc from 'fast-check';
import { rupiah } from '../money';
import { period } from '../time';
import { billNumber, chargeLine, MOST_CHARGES, otherBillNumber } from './index';

const customer = '010203000046';
const month = period('2026-01');

describe('a charge that is no water', () => {
  test('two meters at Rp150.000', () => {
    expect(chargeLine({ code: 'METER', name: 'Penggantian meter', price: rupiah(150_000) }, 2)).toEqual({
      kind: 'NONWATER',
      code: 'METER',
      label: 'Penggantian meter',
      quantity: 2,
      unit: 'kali',
      rate: 150_000,
      amount: 300_000,
      formula: '2 × Rp150.000 = Rp300.000',
    });
  });

  test('a line is always quantity × rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: MOST_CHARGES }),
        (price, n) => {
          const { quantity, rate, amount } = chargeLine({ code: 'X', name: 'X', price: rupiah(price) }, n);
          expect(amount).toBe(quantity * rate);
        },
      ),
    );
    for (const wrong of [0, 1.5, MOST_CHARGES + 1])
      expect(() => chargeLine({ code: 'X', name: 'X', price: rupiah(1) }, wrong)).toThrow(RangeError);
    expect(() => chargeLine({ code: 'X', name: 'X', price: rupiah(0) }, 1)).toThrow(RangeError);
  });

  test('its number is 18 digits, the next of its year, and never that of a month', () => {
    expect(otherBillNumber(customer, month, null)).toBe(`${customer}202621`);
    expect(otherBillNumber(customer, month, 21)).toBe(`${customer}202622`);
    expect(otherBillNumber(customer, month, 99)).toBeNull();
    const months = Array.from({ length: 12 }, (_, n) =>
      billNumber(customer, period(`2026-${String(n + 1).padStart(2, '0')}`)),
    );
    for (let last = 20; last < 99; last += 1) {
      const number = otherBillNumber(customer, month, last) ?? '';
      expect(number).toMatch(/^\d{18}$/);
      expect(months).not.toContain(number);
    }
  });
});
