const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/**
 * Splits a command line as a POSIX shell does: quotes, `$'…'`, backslashes, continued lines. Variables stay as they are
 * written, because nobody here knows their value. Null when a quote is never closed.
 */
export function shellWords(line: string): string[] | null {
  const words: string[] = [];
  const open: { word: string | null } = { word: null };
  let index = 0;
  const add = (text: string): void => {
    open.word = (open.word ?? '') + text;
  };
  while (index < line.length) {
    const rest = line.slice(index);
    const quoted = /^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(rest);
    const single = /^'([^']*)'/.exec(rest);
    const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest);
    const continued = /^\\\r?\n/.exec(rest);
    const escaped = /^\\([\s\S])/.exec(rest);
    const space = /^\s+/.exec(rest);
    const match = quoted ?? single ?? double ?? continued ?? escaped ?? space;
    if (match === null) {
      if (rest.startsWith("'") || rest.startsWith('"')) return null;
      add(rest.charAt(0));
      index += 1;
      continue;
    }
    index += match[0].length;
    const inner = match[1] ?? '';
    if (match === quoted) add(ansi(inner));
    else if (match === single) add(inner);
    else if (match === double) add(inner.replace(/\\\r?\n/g, '').replace(/\\(["\\$`])/g, '$1'));
    else if (match === escaped) add(inner);
    else if (match === space && open.word !== null) {
      words.push(open.word);
      open.word = null;
    }
  }
  return open.word === null ? words : [...words, open.word];
}

/** The escapes of `$'…'`, as browsers write them when a request is copied as curl. */
function ansi(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([\s\S]))/g,
    (_, hex: string | undefined, unicode: string | undefined, letter: string | undefined) => {
      const code = hex ?? unicode;
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return ESCAPES[letter ?? ''] ?? letter ?? '';
    },
  );
}
