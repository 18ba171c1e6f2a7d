import fc from 'fast-check';
import { buildCustomerNumber, isCustomerNumber } from '../customer';
import {
  dynamicVirtualAccountNumber,
  formatVirtualAccountForDisplay,
  isDynamicVirtualAccountCustomerNo,
  padPartnerServiceId,
  snapVirtualAccountNo,
  splitVirtualAccount,
  virtualAccountNumber,
} from './index';

const prefixes = fc.stringMatching(/^[0-9]{1,8}$/);
const sequences = fc.nat({ max: 999_999_999 });

describe('virtual account numbers', () => {
  test('the shape of the SNAP messages', () => {
    expect(padPartnerServiceId('13501')).toBe('   13501');
    expect(padPartnerServiceId('   13501')).toBe('   13501');
    expect(snapVirtualAccountNo('13501', '010203000046')).toBe('   13501010203000046');
    expect(virtualAccountNumber('   13501', '010203000046')).toBe('13501010203000046');
    for (const prefix of ['', '123456789', '13A01'])
      expect(() => padPartnerServiceId(prefix)).toThrow(RangeError);
    expect(() => virtualAccountNumber('13501', '010203000042')).toThrow(RangeError);
  });

  test('taken apart, padded or as typed', () => {
    const parts = { partnerServiceId: '   13501', customerNo: '010203000046' };
    expect(splitVirtualAccount('   13501010203000046', '13501')).toEqual(parts);
    expect(splitVirtualAccount('13501010203000046', '   13501')).toEqual(parts);
    for (const wrong of ['13502010203000046', '1350101020300004', '13501 010203000046', '']) {
      expect(splitVirtualAccount(wrong, '13501')).toBeNull();
    }
  });

  test('for the eye, in groups of four', () => {
    expect(formatVirtualAccountForDisplay('13501010203000046')).toBe('1350 1010 2030 0004 6');
    expect(formatVirtualAccountForDisplay('   13501010203000')).toBe('1350 1010 2030 00');
    expect(formatVirtualAccountForDisplay('1234')).toBe('1234');
  });

  test('a dynamic number never is a customer number, and says what it is', () => {
    expect(() => dynamicVirtualAccountNumber('13501', 1e9)).toThrow(RangeError);
    expect(() => dynamicVirtualAccountNumber('13501', -1)).toThrow(RangeError);
    fc.assert(
      fc.property(prefixes, sequences, (prefix, sequence) => {
        const parts = splitVirtualAccount(dynamicVirtualAccountNumber(prefix, sequence), prefix);
        const customerNo = parts?.customerNo ?? '';
        expect(customerNo).toHaveLength(12);
        expect(isCustomerNumber(customerNo)).toBe(false);
        expect(isDynamicVirtualAccountCustomerNo(customerNo)).toBe(true);
      }),
    );
  });

  test('no customer number looks dynamic, not even in region 99', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999 }), fc.integer({ min: 1, max: 99_999 }), (route, sequence) => {
        const number = buildCustomerNumber({ region: '99', route: String(route).padStart(4, '0'), sequence });
        expect(isDynamicVirtualAccountCustomerNo(number)).toBe(false);
        const parts = splitVirtualAccount(virtualAccountNumber('13501', number), '13501');
        expect(parts?.customerNo).toBe(number);
      }),
    );
  });

  test('every single mistyped digit of a dynamic number stops being dynamic', () => {
    fc.assert(
      fc.property(sequences, fc.nat({ max: 11 }), fc.nat({ max: 9 }), (sequence, at, digit) => {
        const customerNo = dynamicVirtualAccountNumber('1', sequence).slice(1);
        const typed = `${customerNo.slice(0, at)}${String(digit)}${customerNo.slice(at + 1)}`;
        expect(isDynamicVirtualAccountCustomerNo(typed)).toBe(typed === customerNo);
      }),
    );
  });

  test('two sequences never share a number', () => {
    fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        expect(dynamicVirtualAccountNumber('1', a) === dynamicVirtualAccountNumber('1', b)).toBe(a === b);
      }),
    );
  });
});
