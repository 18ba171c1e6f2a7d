import { code128Bars, code128Values } from './code-128';

/** Reads bars back by the edges a scanner sees. */
function widthsOf(digits: string): number[] {
  const { bars, width } = code128Bars(digits);
  return bars.flatMap((bar, index) => {
    const next = bars[index + 1]?.x ?? width;
    return next > bar.x + bar.width ? [bar.width, next - bar.x - bar.width] : [bar.width];
  });
}

test('packs two digits into a symbol and closes with the check symbol', () => {
  // 105 + 1·12 + 2·34 = 185 = 82 (mod 103)
  expect(code128Values('1234')).toEqual([105, 12, 34, 82, 106]);
  expect(code128Values('010203000046')).toHaveLength(9);
});

test('draws the pattern of the standard: start C, 00, check 2, stop', () => {
  expect(widthsOf('00').join('')).toBe('211232' + '212222' + '222221' + '2331112');
});

test('every symbol is 11 modules of three bars with an even sum, and like no other', () => {
  const patterns = Array.from({ length: 100 }, (_, value) =>
    widthsOf(String(value).padStart(2, '0')).slice(6, 12),
  );
  for (const pattern of patterns) {
    expect(pattern.reduce((sum, width) => sum + width, 0)).toBe(11);
    expect(((pattern[0] ?? 0) + (pattern[2] ?? 0) + (pattern[4] ?? 0)) % 2).toBe(0);
  }
  expect(new Set(patterns.map((pattern) => pattern.join(''))).size).toBe(100);
});

test.each(['', '1', '123', '12 34', 'AB'])('refuses %j', (text) => {
  expect(() => code128Values(text)).toThrow(RangeError);
});
