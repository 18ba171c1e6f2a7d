import { codeHash, grouped, newCode, wholeCode } from './one-time-code';

describe('one-time codes', () => {
  test('are four groups of five, in two halves that belong to each other', () => {
    const code = newCode();
    expect(wholeCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(wholeCode(code)).toBe(`${grouped(code.first)}-${grouped(code.second)}`);
    expect(wholeCode(newCode())).not.toBe(wholeCode(code));
  });

  test.each([
    ['0AB1C-DEFGH-JKMNP-QRSTV'],
    ['0ab1c-defgh-jkmnp-qrstv'],
    ['oabic defgh jkmnp qrstv'],
    [' OABLCDEFGHJKMNPQRSTV\n'],
  ])('%j is read the way it was meant', (typed) => {
    expect(codeHash(typed)).toEqual(codeHash('0AB1CDEFGHJKMNPQRSTV'));
  });

  test('another letter is another code', () => {
    expect(codeHash('0AB1CDEFGHJKMNPQRSTW')).not.toEqual(codeHash('0AB1CDEFGHJKMNPQRSTV'));
  });
});
