import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Sentence } from '../../src/platform/problem';

const ROOT = resolve(__dirname, '../../../..');
const SOURCES = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/api/src', 'apps/local/src'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && existsSync(join(ROOT, file)));
const HOMES = SOURCES.filter((file) => file.endsWith('/sentences.ts'));

/** The contract with banks fixes these bytes, in one language. */
const OF_THE_CONTRACT = /^apps\/api\/src\/modules\/outward\/bank-doors\/|\.implausiblePaidAt$/;
/** Functions that choose one of the sentences of their file. */
const CHOOSERS = new Set(['jsonSays', 'fieldSays', 'fieldOfSaleSays']);

/** Fits wherever a sentence takes something: a text, a number, a list, a fact with a code. */
const ANYTHING: unknown = Object.assign(['A7'], { chargeLabel: 'A7', meterSizeMm: 7, current_stand: 7 });

function sentencesIn(value: unknown, name: string): [string, Sentence][] {
  if (value instanceof Sentence) return [[name, value]];
  if (typeof value === 'function') {
    if (CHOOSERS.has(name.split('.').at(-1) ?? '')) return [];
    const made: unknown = (value as (...taken: unknown[]) => unknown)(ANYTHING, ANYTHING);
    if (!(made instanceof Sentence)) throw new Error(`${name} makes no sentence`);
    return [[name, made]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${name}.${key}`));
}

const ALL = HOMES.flatMap((file) => sentencesIn(jest.requireActual<object>(join(ROOT, file)), file));

describe('what refusals say', () => {
  it('stands in the sentences of whoever says it, and nowhere else', () => {
    expect(HOMES.length).toBeGreaterThan(10);
    expect(ALL.length).toBeGreaterThan(90);
    const elsewhere = SOURCES.filter(
      (file) =>
        !HOMES.includes(file) &&
        /\bSentence\.(of|forSoftware)\(/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('is no bare text at any thrower: neither typed, nor smuggled in by an assertion', () => {
    const throwers = SOURCES.filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes('new Problem('),
    );
    expect(throwers.length).toBeGreaterThan(80);
    const bare = throwers.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return (
        /as (unknown as )?Sentence\b/.test(text) || /new Problem\([^;]*\b(detail|message): ['"`]/s.test(text)
      );
    });
    expect(bare).toEqual([]);
  });

  it.each(ALL)('%s: both languages, and no expression of a machine', (name, sentence) => {
    const [id, en] = [sentence.in('id'), sentence.in('en')];
    expect(id.trim()).not.toBe('');
    expect(`${id} ${en}`).not.toMatch(/\/\^|\\d|\\s|\[\^?[0-9A-Za-z]-|\(\?|undefined|\[object/);
    if (OF_THE_CONTRACT.test(name)) expect(id).toBe(en);
    else {
      // Read one after the other, as several refusals of one form are: each begins and ends as a sentence does. What
      // names a parameter begins with it, in its own letters.
      for (const text of [id, en]) {
        expect(text).toMatch(/^([^a-z]|A7|q |ids |sort )/);
        expect(text).toMatch(/[.!?]$|: ?A7$/);
      }
      expect(id).not.toBe(en);
      expect(id).not.toMatch(/\b(the|is|are|was|must|and|with|this|that|only|before|after|has|have)\b/i);
    }
  });
});
