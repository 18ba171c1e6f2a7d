import fc from 'fast-check';
import { passwordWeakness } from './password-policy';

const PERSON = ['siti.rahma', 'Sitti Rahma'];

describe('password policy', () => {
  it.each([
    ['pdam2026', 'TOO_SHORT'],
    ['abcdefghijk', 'TOO_SHORT'],
    ['aaaaaaaaaaaaaaaa', 'TOO_FEW_CHARACTERS'],
    ['abababababababab', 'TOO_FEW_CHARACTERS'],
    ['password12345678', 'COMMON_OR_CONTEXT'],
    ['P@ssw0rd2026!!!!', 'COMMON_OR_CONTEXT'],
    ['TirtaPay-Pdam-2026', 'COMMON_OR_CONTEXT'],
    ['qwertyuiop123456', 'COMMON_OR_CONTEXT'],
    ['rahasia-rahasia-rahasia', 'COMMON_OR_CONTEXT'],
    ['Admin.Pdam.Kendari', 'COMMON_OR_CONTEXT'],
    ['Sitti-Rahma-2026', 'COMMON_OR_CONTEXT'],
    ['correcthorsebatterystaple', 'COMMON_OR_CONTEXT'],
    ['1234567890123456', 'COMMON_OR_CONTEXT'],
  ] as const)('refuses %s: %s', (password, weakness) => {
    expect(passwordWeakness(password, PERSON)).toBe(weakness);
  });

  it.each([
    'kuda-hijau-lompat-pagar',
    'Nenek moyangku orang pelaut',
    'v9$kQw!tz3Lm',
    'ombak putih 7 sisi pantai',
    'ÄÖÜßçéñ日本語水道料金',
    `${'x7Qm-'.repeat(12)}wq4t`,
  ])('accepts %s', (password) => {
    expect(passwordWeakness(password, PERSON)).toBeNull();
  });

  it('counts characters, not bytes or halves of them', () => {
    expect(passwordWeakness('🐠🐟🐡🦈🐬🐳🐋🦑🦐🦞🦀', [])).toBe('TOO_SHORT');
  });

  it('judges any text of 128 characters at once and without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 128 }),
        fc.string({ maxLength: 100 }),
        (text, name) => {
          const verdict = passwordWeakness(text, [name]);
          if ([...text.normalize('NFC')].length < 12) expect(verdict).toBe('TOO_SHORT');
        },
      ),
    );
    const started = performance.now();
    for (const attack of ['a'.repeat(127) + '!', 'ab'.repeat(64), '1'.repeat(128), '123456'.repeat(21)])
      passwordWeakness(attack, []);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
