import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Words = { [key: string]: string | Words };

const folder = (language: string) => join(__dirname, language);
const namespaces = readdirSync(folder('id')).sort();
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(join(folder(language), file), 'utf8')) as Words;

function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** English counts in two forms where Indonesian needs one. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

test('both languages have the same namespaces', () => {
  expect(readdirSync(folder('en')).sort()).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const indonesian = flatten(read('id', file));
  const english = flatten(read('en', file));

  test('has the same keys in both languages', () => {
    const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(withoutPlural))].sort();
    expect(keys(english)).toEqual(keys(indonesian));
  });

  test('says something under every key', () => {
    const empty = [...indonesian, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('fills the same placeholders in both languages', () => {
    const different = [...english].filter(([key, text]) => {
      const other = indonesian.get(key) ?? indonesian.get(withoutPlural(key) + '_other');
      return other !== undefined && placeholders(text).join() !== placeholders(other).join();
    });
    expect(different).toEqual([]);
  });
});
