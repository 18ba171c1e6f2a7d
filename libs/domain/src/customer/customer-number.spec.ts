import fc from 'fast-check';
import {
  buildCustomerNumber,
  customerKey,
  isCustomerNumber,
  luhnCheckDigit,
  normalizeCustomerNumber,
  parseCustomerNumber,
} from './index';

const digits = (length: number) =>
  fc.nat({ max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const parts = fc.record({
  region: digits(2),
  route: digits(4),
  sequence: fc.integer({ min: 1, max: 99_999 }),
});

describe('customer number', () => {
  test('the published examples', () => {
    expect(isCustomerNumber('010203000046')).toBe(true);
    expect(isCustomerNumber('010203000042')).toBe(false);
    expect(buildCustomerNumber({ region: '01', route: '0203', sequence: 4 })).toBe('010203000046');
    expect(parseCustomerNumber('010203000046')).toEqual({ region: '01', route: '0203', sequence: 4 });
    expect(parseCustomerNumber('010203000042')).toBeNull();
  });

  test('Luhn, against the published card numbers', () => {
    expect(luhnCheckDigit('7992739871')).toBe(3);
    expect(luhnCheckDigit('936000141000000000')).toBe(9);
    expect(luhnCheckDigit('936000131000000000')).toBe(1);
    for (const text of ['', '12a', '１２']) expect(() => luhnCheckDigit(text)).toThrow(RangeError);
  });

  test('refuses parts of the wrong shape', () => {
    const good = { region: '01', route: '0203', sequence: 4 };
    for (const wrong of [
      { region: '1' },
      { route: '203' },
      { sequence: 0 },
      { sequence: 100_000 },
      { sequence: 1.5 },
    ]) {
      expect(() => buildCustomerNumber({ ...good, ...wrong })).toThrow(RangeError);
    }
  });

  test('what people type', () => {
    for (const raw of [
      '010203000046',
      ' 0102 0300 0046 ',
      '01.0203.00004-6',
      '01–0203—00004‑6',
      '0102\u00A003000046\n',
    ]) {
      expect(normalizeCustomerNumber(raw)).toEqual({ ok: true, value: '010203000046' });
    }
    expect(normalizeCustomerNumber('01020300004')).toEqual({ ok: false, reason: 'LENGTH' });
    expect(normalizeCustomerNumber('')).toEqual({ ok: false, reason: 'LENGTH' });
    expect(normalizeCustomerNumber('010203000042')).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
    expect(normalizeCustomerNumber('PDAM123456')).toEqual({ ok: false, reason: 'CHARACTERS' });
    expect(normalizeCustomerNumber('０１０２０３００００４６')).toEqual({ ok: false, reason: 'CHARACTERS' });
  });

  test.each([
    ['0102 0300 0046', { kind: 'NUMBER', value: '010203000046' }],
    ['PDAM 123456', { kind: 'LEGACY', value: 'pdam123456' }],
    ['01.02.00034', { kind: 'LEGACY', value: '01.02.00034' }],
    ['00123', { kind: 'LEGACY', value: '00123' }],
    ['010203000042', { kind: 'NEITHER', reason: 'CHECK_DIGIT' }],
    ['01020300004', { kind: 'NEITHER', reason: 'LENGTH' }],
    ['0102030000466', { kind: 'NEITHER', reason: 'LENGTH' }],
    ['1234', { kind: 'NEITHER', reason: 'LENGTH' }],
    ['12', { kind: 'NEITHER', reason: 'LENGTH' }],
    ["' OR 1=1", { kind: 'NEITHER', reason: 'CHARACTERS' }],
  ])('%s names a customer as %j', (written, key) => {
    expect(customerKey(written)).toEqual(key);
  });

  test('what is built can be taken apart', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const number = buildCustomerNumber(p);
        expect(number).toHaveLength(12);
        expect(parseCustomerNumber(number)).toEqual(p);
        expect(normalizeCustomerNumber(`${number.slice(0, 4)} ${number.slice(4)}`)).toEqual({
          ok: true,
          value: number,
        });
      }),
    );
  });

  test('every single mistyped digit is caught', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const number = buildCustomerNumber(p);
        for (let at = 0; at < 12; at += 1) {
          for (const digit of '0123456789') {
            const typed = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
            expect(isCustomerNumber(typed)).toBe(typed === number);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('swapped neighbours are caught, except 09 and 90, which Luhn cannot tell apart', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 10 }), (p, at) => {
        const number = buildCustomerNumber(p);
        const [a = '', b = ''] = number.slice(at, at + 2);
        const swapped = `${number.slice(0, at)}${b}${a}${number.slice(at + 2)}`;
        const blind = a === b || a + b === '09' || a + b === '90';
        expect(isCustomerNumber(swapped)).toBe(blind);
      }),
    );
  });
});
