import { LISTS } from '@tirtapay/api-client/lists.gen';
import { drawnFilters, nameOf, TYPED_NUMBERS, type ListDefinition } from './list-types';

/* The key of a row is nothing a person knows: such a filter offers rows to choose from, or a link sets it. */

const keys = Object.entries<ListDefinition>(LISTS).flatMap(([list, { filters }]) =>
  Object.entries(filters)
    .filter(([name, { type }]) => type === 'integer' && !TYPED_NUMBERS.some((number) => number === name))
    .map(([name, definition]) => ({ list, name, definition })),
);

test('the filters by a key are found, and none of them hides among the texts', () => {
  expect(keys.length).toBeGreaterThanOrEqual(34);
  const texts = Object.values<ListDefinition>(LISTS).flatMap(({ filters }) =>
    Object.entries(filters).flatMap(([name, { type }]) => (type === 'integer' ? [] : [name])),
  );
  // what a machine calls a request is copied whole
  expect(texts.filter((name) => name.endsWith('_id') && name !== 'request_id')).toEqual([]);
});

test.each(keys)('$list is never asked to be filtered by a typed $name', ({ name, definition }) => {
  const filters = { [name]: definition };
  expect(drawnFilters(filters, { [name]: { label: 'Pelanggan' } })).toMatchObject([{ kind: 'linked' }]);
  const options = [{ value: '7', label: 'Wa Ode' }];
  expect(drawnFilters(filters, { [name]: { label: 'Pelanggan', options } })).toMatchObject([
    { kind: 'choice' },
  ]);
});

test.each(keys)('what $list says of its $name never shows the key', ({ name, definition }) => {
  const named = (words: object) =>
    drawnFilters({ [name]: definition }, { [name]: { label: 'Pelanggan', ...words } }).map((filter) =>
      filter.kind === 'linked' || filter.kind === 'choice' ? nameOf(filter, '71077') : filter.kind,
    );
  expect(named({ linked: true, name: 'Wa Ode' })).toEqual(['Wa Ode']);
  expect(named({ options: [{ value: '71077', label: 'Wa Ode' }] })).toEqual(['Wa Ode']);
  // Nothing on the screen knows its name: no row matches, or the rows to choose from are not there yet.
  for (const unnamed of [{ linked: true }, { linked: true, text: String }, { options: [] }, {}])
    expect(named(unnamed)).toEqual([null]);
});

test('a number somebody reads in a list is typed', () => {
  const http_status = { type: 'integer' } as const;
  expect(drawnFilters({ http_status }, { http_status: { label: 'HTTP' } })).toMatchObject([{ kind: 'text' }]);
});
