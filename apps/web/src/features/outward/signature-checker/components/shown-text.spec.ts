import fc from 'fast-check';
import { columnOf, shownLines } from './shown-text';

test('what cannot be seen is written out', () => {
  expect(shownLines('a b\t\r\n\u00a0\u200bé', null)).toEqual([
    [{ text: 'a␣b⇥‹CR›⏎', kind: 'same' }],
    [{ text: '‹U+00A0›‹U+200B›é', kind: 'same' }],
  ]);
});

test('the differing letter is marked, also a line end', () => {
  expect(shownLines('ab\ncd', 2)).toEqual([
    [
      { text: 'ab', kind: 'same' },
      { text: '⏎', kind: 'mark' },
    ],
    [{ text: 'cd', kind: 'after' }],
  ]);
});

test('a text that ends too early is marked where it ends', () => {
  expect(shownLines('ab', 2)).toEqual([
    [
      { text: 'ab', kind: 'same' },
      { text: '', kind: 'mark' },
    ],
  ]);
});

test('the column is counted on its own line', () => {
  expect(columnOf('ab\ncd', 0)).toBe(1);
  expect(columnOf('ab\ncd', 3)).toBe(1);
  expect(columnOf('ab\ncd', 4)).toBe(2);
});

test('there is one line more than line ends, and one mark at most', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(60), (text, position) => {
      const lines = shownLines(text, Math.min(position, text.length));
      expect(lines).toHaveLength(text.split('\n').length);
      expect(lines.flat().filter((piece) => piece.kind === 'mark')).toHaveLength(1);
    }),
  );
});
