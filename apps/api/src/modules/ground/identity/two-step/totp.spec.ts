import fc from 'fast-check';
import { base32, codeAt, freshStep, keyUri, newSecret, stepAt } from './totp';

/** The secret of RFC 6238, Appendix B, for SHA-1. */
const SECRET = Buffer.from('12345678901234567890');

const HOTP = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
];

describe('codes of authenticator apps', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('RFC 6238 Appendix B: %i s → %s', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(seconds * 1000), 8)).toBe(code);
  });

  it('RFC 4226 Appendix D', () => {
    expect(Array.from({ length: 10 }, (_, count) => codeAt(SECRET, count))).toEqual(HOTP);
  });

  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648 §10: %s → %s', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded);
  });

  it('a code works in its own interval and the two beside it, and once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: -3, max: 3 }),
        (seconds, distance) => {
          const now = seconds * 1000 + 3 * 30_000;
          const step = stepAt(now) + distance;
          const code = codeAt(SECRET, step);
          const found = freshStep(SECRET, code, { now, lastStep: 0 });
          if (Math.abs(distance) <= 1) {
            if (found === null) throw new Error('refused in time');
            expect(freshStep(SECRET, code, { now, lastStep: found })).not.toBe(found);
          } else if (found !== null) {
            // One number in 333,333 is the code of two of these intervals.
            expect(codeAt(SECRET, found)).toBe(code);
          }
        },
      ),
    );
  });

  it('says what an app needs, whatever the names', () => {
    const uri = new URL(keyUri(SECRET, 'Tirta Anoa & Co', 'super1'));
    expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      'Tirta Anoa & Co',
    ]);
    expect(newSecret()).toHaveLength(20);
  });
});
