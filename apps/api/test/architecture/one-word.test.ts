import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => !/\.(spec|test)\.tsx?$|\/schema\/\d|^libs\/(api-client|domain)\//.test(file));

/** The last table of the glossary: a word and what is never said for the same thing. */
const REFUSED = (read('docs/glossary.md').split('## One word for one thing')[1] ?? '')
  .split('\n')
  .flatMap((line) => {
    const [, word, never] = /^\| ([a-z ]+?) +\| ([^|-]+?) +\|$/.exec(line) ?? [];
    return word === undefined || never === undefined || never === 'Never'
      ? []
      : [{ word, never: never.split(', ') }];
  });

/** What is said of a kwitansi, not what it is called; the title of the paper is the field's own. */
const WORTH = /bukti pembayaran (?:yang sah|rekening air minum)/gi;
const LITERAL = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|\`((?:[^\`\\]|\\.)*)\`)`;

function valuesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(valuesOf) : [];
}

function literals(text: string, before: string): string[] {
  return [...text.matchAll(new RegExp(before + LITERAL, 'g'))].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
}

/** Texts people read in Indonesian, without what is put into them. */
const SPOKEN = files.flatMap((file): { file: string; text: string }[] => {
  const texts = /^apps\/web\/src\/.*(?:\/words\/id|i18n\/id\/[\w-]+)\.json$/.test(file)
    ? valuesOf(JSON.parse(read(file)))
    : /^libs\/documents\/src\/.*\.ts$/.test(file)
      ? literals(read(file).replace(/^import[^;]*;|\/\*[\s\S]*?\*\/|\/\/.*/gm, ''), '')
      : /^(?:apps\/api|libs\/contracts)\/src\/.*\.ts$/.test(file)
        ? literals(read(file), String.raw`(?:\bid:\s*|\bof\(\s*|\bwords\(\s*|\bcolumn\(\s*)`)
        : [];
  return texts.map((text) => ({
    file,
    text: text.replace(/\{\{[^}]*\}\}|\$\{[^}]*\}/g, '…').replace(WORTH, '…'),
  }));
});

describe('screens, refusals, notices and paper', () => {
  it('are read by this test', () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(10);
    expect(SPOKEN.filter(({ file }) => file.endsWith('.json')).length).toBeGreaterThan(1500);
    expect(SPOKEN.filter(({ file }) => file.endsWith('/sentences.ts')).length).toBeGreaterThan(50);
    expect(SPOKEN.filter(({ file }) => file.startsWith('libs/documents/')).length).toBeGreaterThan(100);
    expect(SPOKEN.filter(({ file }) => file.startsWith('libs/contracts/')).length).toBeGreaterThan(200);
  });

  it.each(REFUSED)('say $word', ({ never }) => {
    const word = new RegExp(
      `(?<![\\w./-])(?:${never.map((one) => one.replace('.', String.raw`\.`)).join('|')})(?:nya)?(?![\\w-]|\\.\\w)`,
      'i',
    );
    expect(SPOKEN.filter(({ text }) => word.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual(
      [],
    );
  });
});
