import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = join(__dirname, '..');
const files = readdirSync(SOURCES, { recursive: true }) as string[];
const textOf = (file: string) => readFileSync(join(SOURCES, file), 'utf8');

/** The files that import a style sheet, with the name each gives it. */
const users = files
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => {
    const source = textOf(file);
    return [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(
      ([, name = '', path = '']) => ({ sheet: join(dirname(file), path), name, source }),
    );
  });

const classesOf = (sheet: string) =>
  new Set(
    textOf(sheet)
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .match(/(?<=\.)[A-Za-z_][\w-]*(?=[\s,.:[{>)+~])/g),
  );

const sheets = files.filter((file) => file.endsWith('.module.css'));

test('there are style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(30);
});

test.each(sheets)('%s: somebody wears every class', (sheet) => {
  const worn = new Set(
    users
      .filter((user) => user.sheet === sheet)
      .flatMap(({ name, source }) => [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))])
      .map(([, found]) => found),
  );
  // Mantine gives its own parts names of its own.
  const own = [...classesOf(sheet)].filter((name) => !name.startsWith('mantine'));
  expect(own.filter((name) => !worn.has(name))).toEqual([]);
});
