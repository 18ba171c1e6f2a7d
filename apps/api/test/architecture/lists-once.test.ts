import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as domain from '@tirtapay/domain';

const ROOT = resolve(__dirname, '../../../..');
const WORD = "'[A-Z][A-Z0-9_]*'";
const WRITTEN = new RegExp(
  `\\[\\s*${WORD}(?:\\s*,\\s*${WORD})+\\s*,?\\s*\\]|${WORD}(?:\\s*\\|\\s*${WORD})+`,
  'g',
);
/** Words of HTTP, not of the house. */
const OF_OTHERS = new Set(['GET POST', 'DELETE GET POST']);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^apps\/(api|web|local)\/src\/.*\.tsx?$/.test(file))
  .filter((file) => !/\.spec\.tsx?$|\/schema\/\d/.test(file));

const key = (words: Iterable<string>) => [...new Set(words)].sort().join(' ');

/** Lists and unions of states, kinds and channels as they are written in server, web and demonstration, with their place. */
const written = files.flatMap((file) => {
  const text = readFileSync(resolve(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return [...text.matchAll(WRITTEN)].flatMap(([match], at) => {
    const words = [...match.matchAll(/'([A-Z0-9_]+)'/g)].map(([, word]) => word ?? '');
    const set = key(words);
    return new Set(words).size < 2 || OF_OTHERS.has(set) ? [] : [{ set, place: `${file} (${String(at)})` }];
  });
});

/** Lists and machines of the domain, by what is in them. */
const OF_THE_DOMAIN = new Map(
  Object.entries(domain).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (Array.isArray(value))
      return value.every((one) => typeof one === 'string') ? [[key(value), name]] : [];
    return name.endsWith('_TRANSITIONS') ? [[key(Object.keys(value as object)), name]] : [];
  }),
);

describe('a list of states, kinds or channels', () => {
  it('of the domain is written nowhere else', () => {
    expect(OF_THE_DOMAIN.size).toBeGreaterThan(30);
    expect(
      written.flatMap(({ set, place }) =>
        OF_THE_DOMAIN.has(set) ? [`${place}: ${OF_THE_DOMAIN.get(set) ?? ''}`] : [],
      ),
    ).toEqual([]);
  });

  it('is written once: whoever needs it again takes it from there', () => {
    const places = new Map<string, string[]>();
    for (const { set, place } of written) places.set(set, [...(places.get(set) ?? []), place]);
    expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
  });
});
