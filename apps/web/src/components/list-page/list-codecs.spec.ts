import fc from 'fast-check';
import {
  choiceCodec,
  choicesCodec,
  dateCodec,
  flagCodec,
  idCodec,
  periodCodec,
  searched,
  sortCodec,
  straysIn,
  textCodec,
  toggleSort,
} from './list-codecs';
import type { Codec } from './list-codecs';

function roundTrips<T>(codec: Codec<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(codec.parse(codec.format(value))).toEqual(value);
    }),
  );
}

const sortable = ['name', 'created_at', 'state'];
const rules = fc.uniqueArray(fc.record({ key: fc.constantFrom(...sortable), descending: fc.boolean() }), {
  minLength: 1,
  selector: (rule) => rule.key,
});

describe('a value of the list survives the address of the page', () => {
  test('sort order', () => {
    roundTrips(sortCodec(sortable), rules);
  });
  test('identifier', () => {
    roundTrips(idCodec, fc.integer({ min: 1 }));
  });
  test('flag', () => {
    roundTrips(flagCodec, fc.boolean());
  });
  test('choice', () => {
    roundTrips(choiceCodec(['ISSUED', 'PAID'] as const), fc.constantFrom('ISSUED', 'PAID'));
  });
  test('several choices at once', () => {
    roundTrips(
      choicesCodec(['DRAFT', 'ISSUED', 'PAID']),
      fc.shuffledSubarray(['DRAFT', 'ISSUED', 'PAID'], { minLength: 1 }).map((chosen) => chosen.join(',')),
    );
  });
  test('text', () => {
    roundTrips(
      textCodec,
      fc.string().filter((text) => text.trim() !== ''),
    );
  });
});

test.each([
  [sortCodec(sortable), 'password'],
  [sortCodec(sortable), 'name,name'],
  [sortCodec(sortable), ''],
  [idCodec, '0'],
  [idCodec, '-4'],
  [idCodec, '1e3'],
  [flagCodec, '1'],
  [choiceCodec(['ISSUED']), 'issued'],
  [choicesCodec(['ISSUED', 'PAID']), 'ISSUED,DRAFT'],
  [choicesCodec(['ISSUED', 'PAID']), 'PAID,PAID'],
  [choicesCodec(['ISSUED', 'PAID']), 'PAID,'],
  [periodCodec, '2026-13'],
  [dateCodec, '2026-00-10'],
  [dateCodec, '2026-02-30'],
  [dateCodec, '2026-02-29'],
  [periodCodec, '0000-01'],
  [textCodec, '   '],
])('%# a hand-written address with a wrong value is ignored', (codec, text) => {
  expect((codec as Codec<unknown>).parse(text)).toBeNull();
});

test('a click goes up, down, off', () => {
  const up = toggleSort([], 'name', false);
  const down = toggleSort(up, 'name', false);
  expect(up).toEqual([{ key: 'name', descending: false }]);
  expect(down).toEqual([{ key: 'name', descending: true }]);
  expect(toggleSort(down, 'name', false)).toEqual([]);
});

test('a click on another column replaces the order, Shift extends it and keeps the priorities', () => {
  const first = toggleSort([], 'state', false);
  expect(toggleSort(first, 'name', false)).toEqual([{ key: 'name', descending: false }]);
  const both = toggleSort(first, 'name', true);
  expect(toggleSort(both, 'state', true)).toEqual([
    { key: 'state', descending: true },
    { key: 'name', descending: false },
  ]);
});

test.each([
  ['a', 2, undefined],
  [' ab ', 2, 'ab'],
  ["a'", 2, undefined],
  ["'", 1, undefined],
  ['a', 1, 'a'],
  ['', 1, undefined],
  ['x'.repeat(100), 2, 'x'.repeat(100)],
  ['x'.repeat(101), 2, undefined],
])('%j where %d letters are needed looks for %j', (written, least, looked) => {
  expect(searched(written, least)).toBe(looked);
});

test('what the address asks and nobody understands is named, and nothing else is', () => {
  const codecs = [
    ['state', choicesCodec(['ISSUED', 'PAID'])],
    ['period', periodCodec],
    ['overdue', flagCodec],
  ] as const;
  const strays = (address: string) => straysIn(codecs, new URLSearchParams(address));
  expect(strays('state=ISSUED,PAID&period=2026-01&overdue=true&detail=4&q=x')).toEqual([]);
  expect(strays('state=&period=')).toEqual([]);
  expect(strays('state=ISUED&period=2026-13')).toEqual([
    { name: 'state', text: 'ISUED' },
    { name: 'period', text: '2026-13' },
  ]);
  // One of two is as good as none: nobody says which was meant.
  expect(strays('period=2026-01&period=2026-02')).toEqual([{ name: 'period', text: '2026-01, 2026-02' }]);
});
