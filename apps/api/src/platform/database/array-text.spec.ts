import fc from 'fast-check';
import { withListsWritten } from './array-text';

/** An array literal read as the manual says: elements between commas, a quoted one with backslashes before characters. */
function read(literal: string): (string | null)[] {
  const elements: (string | null)[] = [];
  let index = 1;
  while (index < literal.length - 1) {
    if (literal[index] === ',') index += 1;
    if (literal[index] !== '"') {
      const end = literal.slice(index, -1).split(',', 1)[0] ?? '';
      elements.push(end === 'NULL' ? null : end);
      index += end.length;
      continue;
    }
    let text = '';
    for (index += 1; literal[index] !== '"'; index += 1) {
      if (literal[index] === '\\') index += 1;
      text += literal[index] ?? '';
    }
    elements.push(text);
    index += 1;
  }
  return elements;
}

const written = (list: readonly unknown[]) => {
  const [literal] = withListsWritten([list]);
  if (typeof literal !== 'string') throw new Error('left to the driver');
  return literal;
};

it('writes every text so that it is read back as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', '\\', ',', '{', '}', 'NULL', '\n', '\u0001', '\ud83d', '😀', 'a', ' '),
    }),
    fc.json(),
  );
  fc.assert(
    fc.property(fc.array(fc.option(text), { minLength: 1 }), (list) => {
      expect(read(written(list))).toEqual(list);
    }),
  );
});

it('writes numbers, truths and nothing as PostgreSQL knows them', () => {
  expect(written([1, -2.5, true, false, null, undefined, 'NULL'])).toBe(
    '{1,-2.5,true,false,NULL,NULL,"NULL"}',
  );
  expect(written([])).toBe('{}');
});

it('leaves everything else to the driver', () => {
  const lists = [[new Date(0)], [Buffer.from('a')], [[1], [2]], [{ a: 1 }]];
  expect(withListsWritten([...lists, 'text', 7, null])).toEqual([...lists, 'text', 7, null]);
});
