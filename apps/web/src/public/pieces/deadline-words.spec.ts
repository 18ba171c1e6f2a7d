import { deadlineWords } from './deadline-words';

test.each([
  ['2026-11-21T14:30:00+08:00', 'Asia/Makassar', 'Sabtu, 21 November 2026 14.30 WITA'],
  ['2026-11-22T00:00:00+08:00', 'Asia/Makassar', 'Sabtu, 21 November 2026 24.00 WITA'],
  ['2026-11-22T00:00:00+07:00', 'Asia/Jakarta', 'Sabtu, 21 November 2026 24.00 WIB'],
  ['2026-11-21T23:59:00+08:00', 'Asia/Makassar', 'Sabtu, 21 November 2026 23.59 WITA'],
])('%s is %s', (instant, zone, words) => {
  expect(deadlineWords(instant, zone, 'id')).toBe(words);
});

test('in English midnight is the end of the day as well', () => {
  expect(deadlineWords('2026-11-22T00:00:00+08:00', 'Asia/Makassar', 'en')).toMatch(
    /^Saturday, 21 November 2026 24[.:]00 WITA$/,
  );
});
