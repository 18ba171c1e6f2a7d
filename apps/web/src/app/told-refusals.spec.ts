import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '..');
const ACTION = /const (\w+|\{[^}]*\}) = useAction(?:<[^(]*>)?\(/g;

/** That it was read is nobody's decision; it is asked again the next time. */
const UNTOLD = new Set(['notices-bell.tsx: read']);

/** What stands between the bracket at the end of `text.slice(0, from)` and the one that closes it. */
function inBrackets(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
  }
  return text.slice(from, at);
}

/** Whether a refusal of the action reaches the screen: its error is drawn, kept, handed to what draws it, or told by `onError`. */
function isTold(source: string, name: string, options: string): boolean {
  if (options.includes('onErrorTells: true') || /onError: set[A-Z]/.test(options)) return true;
  if (name.startsWith('{')) return /\berror\b/.test(name);
  return [
    `\\b${name}\\.(isError|error)\\b`,
    `\\b\\w+={${name}}`,
    // One of several: `way === 'close' ? close : hand`, `[download, retry]`.
    `= [^;]*[?:[,] ?${name}\\b`,
    `\\[[^\\]]*\\b${name}\\b[^\\]]*\\]\\.map`,
  ].some((pattern) => new RegExp(pattern).test(source));
}

const actions = (readdirSync(SOURCES, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const source = readFileSync(join(SOURCES, file), 'utf8');
    return [...source.matchAll(ACTION)].map((found) => {
      const [, name = ''] = found;
      return {
        name: `${file.split('/').at(-1) ?? file}: ${name}`,
        told: isTold(source, name, inBrackets(source, found.index + found[0].length)),
      };
    });
  });

test('there are actions to look at', () => {
  expect(actions.length).toBeGreaterThan(60);
});

test('what is refused is told: a button that does nothing says why', () => {
  expect(actions.filter(({ told, name }) => !told && !UNTOLD.has(name)).map(({ name }) => name)).toEqual([]);
});
