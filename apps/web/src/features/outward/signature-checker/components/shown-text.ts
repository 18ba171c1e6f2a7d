/** A piece of a line: before the first difference, the differing letter itself, or after it. */
export interface Piece {
  text: string;
  kind: 'same' | 'mark' | 'after';
}

const NAMES: Readonly<Record<string, string>> = { '\n': '⏎', '\r': '‹CR›', '\t': '⇥', ' ': '␣' };
/** Control, format, space and soft-hyphen letters: what a signature counts and the eye does not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}]/u;

function shown(letter: string): string {
  const name = NAMES[letter];
  if (name !== undefined) return name;
  if (!INVISIBLE.test(letter)) return letter;
  return `‹U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
}

/**
 * A text line by line with every letter visible. `position` counts UTF-16 units, as the API does; at the end of the
 * text the mark is empty, because what differs is that the text ends there.
 */
export function shownLines(text: string, position: number | null): Piece[][] {
  const lines: Piece[][] = [[]];
  const add = (piece: Piece): void => {
    const line = lines.at(-1) ?? [];
    const last = line.at(-1);
    if (last?.kind === piece.kind && piece.kind !== 'mark') last.text += piece.text;
    else line.push(piece);
  };
  let index = 0;
  for (const letter of text) {
    const end = index + letter.length;
    const marked = position !== null && position >= index && position < end;
    const kind = marked ? 'mark' : position === null || end <= position ? 'same' : 'after';
    add({ text: shown(letter), kind });
    if (letter === '\n') lines.push([]);
    index = end;
  }
  if (position !== null && position >= text.length) add({ text: '', kind: 'mark' });
  return lines;
}

/** Where a position stands on its line, from 1. */
export function columnOf(text: string, position: number): number {
  return position - (text.lastIndexOf('\n', position - 1) + 1) + 1;
}
