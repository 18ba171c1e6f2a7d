import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWinAnsi, toAscii, visible } from './printable';

describe('printable text', () => {
  it('keeps plain text as it is', () => {
    expect(toAscii('Jl. Melati No. 10/A')).toBe('Jl. Melati No. 10/A');
  });

  it('turns line breaks, tabs and no-break spaces into single spaces', () => {
    expect(toAscii(' Rp\u00a042.500\r\n\tlunas ')).toBe('Rp 42.500 lunas');
  });

  it('drops control, bidirectional and zero-width characters and lone surrogates', () => {
    expect(toAscii('R\u0007i\u202en\u200ba\ud800')).toBe('Rina');
    expect(visible('R\u0007i\u202en\u200ba\ud800')).toBe('Rina');
  });

  it('writes typographic marks and accents as a typewriter would', () => {
    expect(toAscii('“Café” – Señor’s…')).toBe('"Cafe" - Senor\'s...');
    expect(toAscii('ﬁ 王')).toBe('fi ?');
  });

  it('knows what the standard fonts of PDF can write', () => {
    expect([...'Café – 28 m³ “ok” €5'].filter((character) => !isWinAnsi(character))).toEqual([]);
    // A decomposed é is the same letter; ā has no place in Windows-1252.
    expect([...visible('Cafe\u0301 Wāhid 王')].filter((character) => !isWinAnsi(character))).toEqual([
      'ā',
      '王',
    ]);
  });
});

test('words of ours on paper have no letter that its font lacks', () => {
  const lacking = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) =>
      readFileSync(join(__dirname, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\*|\/[/*])/.test(line))
        .flatMap((line) => [...line].filter((letter) => !isWinAnsi(letter)).map((letter) => [file, letter])),
    );
  expect(lacking).toEqual([]);
});
