import fc from 'fast-check';
import {
  COORDINATES,
  isPrintable,
  isSingleLine,
  METER_SERIAL,
  NIK,
  PHONE,
  singleLine,
  USERNAME,
} from './field-kinds';

describe('kinds of fields', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '(0401) 312345',
    '0401/312345',
    '(+62) 401 312345',
    '110000',
  ])('takes the telephone %s', (text) => {
    expect(PHONE.accepts(text)).toBe(true);
  });

  it.each([
    '',
    '12345',
    '0812)3456(789',
    '((0401)) 312345',
    '0812 abc',
    '+',
    '++62812345678',
    '0812345678901234',
    '0812\t345678',
    '-0812345678',
  ])('takes no telephone %j', (text) => {
    expect(PHONE.accepts(text)).toBe(false);
  });

  it.each(['7471012304890099', '7471014507880003', '1101017112990001'])('takes the NIK %s', (text) => {
    expect(NIK.accepts(text)).toBe(true);
  });

  it.each([
    '0000000000000000',
    '1111111111111111'.replace('1', '0'),
    '7471013204890099',
    '7471012313890099',
    '747101230489009',
    '7471012304890099 ',
    '747101230489009X',
  ])('takes no NIK %s', (text) => {
    expect(NIK.accepts(text)).toBe(false);
  });

  it('takes serials and user names without spaces', () => {
    expect(['MTR-0101', 'AB/12.3', '123'].every(METER_SERIAL.accepts)).toBe(true);
    expect(['MT R', 'ab', 'x'.repeat(41)].some(METER_SERIAL.accepts)).toBe(false);
    expect([USERNAME.accepts('siti.rahma'), USERNAME.accepts('Siti')]).toEqual([true, false]);
  });

  it.each([
    '\u0000',
    '\u0007',
    '\u001b',
    '\u0085',
    '\u200b',
    '\u202e',
    '\u2066',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\u00ad',
  ])('prints no %j', (character) => {
    expect(isPrintable(`a${character}b`)).toBe(false);
    expect(isSingleLine(`a${character}b`)).toBe(false);
  });

  it.each(['\t', '\n', '\r'])('takes %j in a note and in no name', (character) => {
    expect([isPrintable(`a${character}b`), isSingleLine(`a${character}b`)]).toEqual([true, false]);
  });

  it('writes one line in one way', () => {
    expect(singleLine('  Jose\u0301   La\u00a0\u00a0Ode ')).toBe('José La Ode');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(singleLine(singleLine(text))).toBe(singleLine(text));
      }),
    );
  });
});

describe('coordinates', () => {
  it.each(['-3.992951, 122.518959', '5.5483,95.3238', '-8.65, 115.2'])('takes %s', (text) => {
    expect(COORDINATES.accepts(text)).toBe(true);
  });
  it.each([
    '',
    '122.518959, -3.992951',
    '-3.992951',
    '-3,992951, 122,518959',
    '51.5, 0.12',
    '-12.5, 122.5',
    '-3.99 122.51',
    '-3.99, 122.51; x',
  ])('refuses %p', (text) => {
    expect(COORDINATES.accepts(text)).toBe(false);
  });
});
