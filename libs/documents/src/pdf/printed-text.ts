import { isWinAnsi, visible, withoutAccents } from '../printable';
import { FALLBACK, hasFallbackGlyph } from './fallback-font';
import { boldWidth } from './standard-fonts';

/** A stretch of text in one font, for pdfmake. */
interface Piece {
  readonly text: string;
  readonly font?: string;
  readonly wordBreak?: 'break-all';
}

/** Characters beyond the basic plane would be torn in two where a word breaks; no font here has them anyway. */
function drawable(character: string): { character: string; fallback: boolean } {
  if (isWinAnsi(character)) return { character, fallback: false };
  if (character.length === 1 && hasFallbackGlyph(character)) return { character, fallback: true };
  return { character: withoutAccents(character), fallback: false };
}

/** No letter of the fallback font is wider than its height by more than a little. */
function widthOf(word: readonly Piece[]): number {
  return word.reduce(
    (width, piece) => width + (piece.font === undefined ? boldWidth(piece.text) : piece.text.length),
    0,
  );
}

function sameLook(a: Piece, b: Piece): boolean {
  return a.font === b.font && a.wordBreak === b.wordBreak;
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    if (last !== undefined && sameLook(last, piece))
      return [...all.slice(0, -1), { ...last, text: last.text + piece.text }];
    return [...all, piece];
  }, []);
}

function lettersOf(word: string): Piece[] {
  return joined(
    [...word].map((letter) => {
      const { character, fallback } = drawable(letter);
      return fallback ? { text: character, font: FALLBACK } : { text: character };
    }),
  );
}

/** The parts of a number or an address, several to a line as long as they fit; null when one part is too wide. */
function brokenAtSeparators(word: string, columnWidth: number): string | null {
  const lines: string[] = [];
  for (const part of word.split(/(?<=[-/._@])/)) {
    const line = `${lines.at(-1) ?? ''}${part}`;
    if (lines.length > 0 && widthOf(lettersOf(line)) <= columnWidth) lines.splice(-1, 1, line);
    else if (widthOf(lettersOf(part)) <= columnWidth) lines.push(part);
    else return null;
  }
  return lines.join('\n');
}

function piecesOf(word: string, columnWidth: number): Piece[] {
  const pieces = lettersOf(word);
  if (widthOf(pieces) <= columnWidth) return pieces;
  const lines = brokenAtSeparators(word, columnWidth);
  if (lines !== null) return lines.split(/(?<=\n)/).flatMap(withLineEnd);
  return pieces.map((piece) => ({ ...piece, wordBreak: 'break-all' }));
}

function withLineEnd(line: string): Piece[] {
  const pieces = lettersOf(line.replace('\n', ''));
  return line.endsWith('\n') ? [...pieces, { text: '\n' }] : pieces;
}

/** One line of single spaces, of letters that every font here has. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** No letter of Helvetica-Bold is wider: the at sign. */
const WIDEST = 0.98;

/** Most of a report is such text, whose words fit: there is nothing to do. */
function fitsAsItIs(text: string, columnWidth: number): boolean {
  if (!PLAIN.test(text)) return false;
  return text
    .split(' ')
    .every((word) => word.length * WIDEST <= columnWidth || boldWidth(word) <= columnWidth);
}

/**
 * Text of people and banks as a PDF shows it: each letter in a font that has it (a question mark where none has), and
 * words wider than their column broken instead of pushed off the page: behind a separator, else anywhere.
 * @param columnWidth of the narrowest column it may stand in, as a multiple of the font size; a word of 20 letters
 *   is about 11 wide
 */
export function printed(text: string, columnWidth: number): string | Piece[] {
  if (fitsAsItIs(text, columnWidth)) return text;
  const pieces = joined(
    visible(text)
      .split(/(?<= )/)
      .flatMap((word) => piecesOf(word, columnWidth)),
  );
  const [first] = pieces;
  return pieces.length === 1 && first !== undefined && sameLook(first, { text: '' }) ? first.text : pieces;
}
