import fc from 'fast-check';
import { formatRupiah } from '../money';
import { groupWholeNumber, parseWholeNumber } from './parse-whole-number';

test.each([
  ['2.654', undefined, 2654],
  ['2654', undefined, 2654],
  [' 1.234.567 ', undefined, 1234567],
  ['00123', undefined, 123],
  ['0', undefined, 0],
  ['Rp12.500', 'Rp', 12500],
  ['rp. 12.500', 'Rp', 12500],
  ['Rp\u00A012500', 'Rp', 12500],
  ['2.654 m³', 'm³', 2654],
  ['25m3', 'm³', 25],
] as const)('%j is read', (text, unit, value) => {
  expect(parseWholeNumber(text, unit)).toEqual({ ok: true, value });
});

test.each([
  ['', undefined, 'EMPTY'],
  ['  ', undefined, 'EMPTY'],
  ['-5.000', undefined, 'NEGATIVE'],
  ['−5', undefined, 'NEGATIVE'],
  ['-Rp5.000', 'Rp', 'NEGATIVE'],
  ['Rp-5.000', 'Rp', 'NEGATIVE'],
  ['(5.000)', 'Rp', 'NEGATIVE'],
  ['12,5', undefined, 'COMMA'],
  ['12,500', 'Rp', 'COMMA'],
  ['Rp12.500,00', 'Rp', 'COMMA'],
  ['1,234,567', undefined, 'COMMA'],
  ['2.65', undefined, 'GROUPING'],
  ['2.6544', undefined, 'GROUPING'],
  ['26.54.000', undefined, 'GROUPING'],
  ['0.123', undefined, 'GROUPING'],
  ['.500', undefined, 'GROUPING'],
  ['12.', undefined, 'GROUPING'],
  ['2 654', undefined, 'CHARACTERS'],
  ['1e5', undefined, 'CHARACTERS'],
  ['0x10', undefined, 'CHARACTERS'],
  ['+5', undefined, 'CHARACTERS'],
  ['Rp12.500', undefined, 'CHARACTERS'],
  ['Rp12.500', 'm³', 'CHARACTERS'],
  ['25 m³', 'Rp', 'CHARACTERS'],
  ['Rp', 'Rp', 'CHARACTERS'],
  ['١٢', undefined, 'CHARACTERS'],
  ['１２', undefined, 'CHARACTERS'],
  ['9007199254740992', undefined, 'TOO_LARGE'],
] as const)('%j is refused, not trimmed', (text, unit, reason) => {
  expect(parseWholeNumber(text, unit)).toEqual({ ok: false, reason });
});

const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test('whatever the product prints is read back as the same number', () => {
  fc.assert(
    fc.property(whole, (value) => {
      const same = { ok: true, value };
      expect(parseWholeNumber(String(value))).toEqual(same);
      expect(parseWholeNumber(groupWholeNumber(value))).toEqual(same);
      expect(parseWholeNumber(formatRupiah(value), 'Rp')).toEqual(same);
    }),
  );
});

test('a number is read only from a text that has exactly its digits', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789.,- RpmM³e+'), maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom('Rp', 'm³', undefined), (typed, unit) => {
      const parsed = parseWholeNumber(typed, unit);
      if (!parsed.ok) return;
      const digits = typed
        .replace(/m3\s*$/i, '')
        .replace(/\D/g, '')
        .replace(/^0+(?=\d)/, '');
      expect(String(parsed.value)).toBe(digits);
      expect(typed).not.toMatch(/[,e+-]/);
    }),
    { numRuns: 2_000 },
  );
});
