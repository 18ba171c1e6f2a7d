import { LISTS } from '@tirtapay/api-client/lists.gen';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titled } from './list-types';

/* What stands above a column is written once, on the server, for the screen and for its files. */

const FEATURES = join(__dirname, '..', '..', 'features');

const pages = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, source: readFileSync(join(FEATURES, file), 'utf8') }))
  .filter(({ source }) => source.includes('<ListPage'));

test('the pages with a list are found', () => {
  expect(pages.length).toBeGreaterThanOrEqual(20);
});

test.each(pages)('$file takes the titles of its columns from the server', ({ source }) => {
  const name = /useList\(\s*'(\w+)'/.exec(source)?.[1] ?? '';
  const columns = /function useColumns\(\): ColumnsOf<'(\w+)'> \{\n([\s\S]*?)\n\}\n/.exec(source);
  expect(columns?.[1]).toBe(name);
  const keys = [...(columns?.[2] ?? '').matchAll(/\bkey: '(\w+)'/g)].map(([, key = '']) => key);
  const { columns: titles } = LISTS[name as keyof typeof LISTS];
  // each column that is drawn has a title, and each title a column
  expect([...keys].sort()).toEqual(Object.keys(titles).sort());
  expect(columns?.[2]).not.toMatch(/\btitle:/);
});

test('a title is said in the language of the reader', () => {
  const columns = [{ key: 'name', render: () => 'Wa Ode' }];
  const words = { columns: { name: { id: 'Nama', en: 'Name' } } };
  expect(titled(words, columns, 'id')[0]?.title).toBe('Nama');
  expect(titled(words, columns, 'en')[0]?.title).toBe('Name');
});
