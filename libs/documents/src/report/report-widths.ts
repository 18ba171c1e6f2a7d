import { boldWidth } from '../pdf/standard-fonts';
import type { ReportSheetModel } from './report-sheet-model';

const A4 = { portrait: 595.28, landscape: 841.89 } as const;
export const SIDE = 28;
/** Left and right of every cell. */
export const PADDING = 3;
/** Of a digit of Helvetica, bold ones included, by its height. */
const DIGIT = 0.6;
const LETTER = 0.52;
/** A word that fits to the point is broken by the last rounding. */
const HAIR = 0.02;
/** No text needs more than this on one line, nor can do with less. */
const LONGEST = 64;
const SHORTEST = 8;
/** Words of different lengths never fill two lines alike. */
const HALF_A_TITLE = 0.6;

export interface ReportWidths {
  readonly fontSize: number;
  /** Of each column, without its padding, in points. */
  readonly widths: readonly number[];
}

/** More digits than any number of a customer or bill has are a text. */
const NAMING_NUMBER = /^\d{9,20}$/;

/** Letter by letter: paper is drawn without kerning, which would make a word narrower than it is. */
function wordWidth(word: string): number {
  return [...word].reduce((width, letter) => width + boldWidth(letter), 0);
}

const widestWord = (text: string): number => Math.max(...text.split(' ').map(wordWidth));

/** What a column holds, whatever size its letters are. */
interface ColumnLetters {
  readonly number: boolean;
  /** How many letters at most. */
  readonly cells: number;
  /** Digits of its longest number that is a name, which stands on one line: `060101000017`. */
  readonly digits: number;
  /** How wide the widest bold word is, above it or below before a sum, by its height. */
  readonly word: number;
  /** How wide it is when its title stands on two lines. */
  readonly title: number;
}

/** Each cell is looked at once: there are thousands, on the thread that answers banks as well. */
function lettersOf({ columns, groups, totals }: ReportSheetModel): ColumnLetters[] {
  const most = columns.map(() => 0);
  const digits = columns.map(() => 0);
  const look = (row: readonly string[]): void => {
    for (const [index, text] of row.entries()) {
      if (text.length > (most[index] ?? 0)) most[index] = text.length;
      if (text.length > (digits[index] ?? 0) && NAMING_NUMBER.test(text)) digits[index] = text.length;
    }
  };
  for (const { rows, sums } of groups) {
    for (const row of rows) look(row);
    if (sums) look(sums);
  }
  if (totals) look(totals);
  const labels = columns.map(() => 0);
  for (const row of [totals, ...groups.map(({ sums }) => sums)])
    for (const [index, text] of (row ?? []).entries())
      if (columns[index]?.number === false) labels[index] = Math.max(labels[index] ?? 0, widestWord(text));
  return columns.map(({ title, number }, index) => ({
    number,
    cells: most[index] ?? 0,
    digits: digits[index] ?? 0,
    word: Math.max(widestWord(title), labels[index] ?? 0) + HAIR,
    title: wordWidth(title) * HALF_A_TITLE,
  }));
}

function natural(columns: readonly ColumnLetters[], fontSize: number): { least: number; wanted: number }[] {
  return columns.map(({ number, cells, digits, word, title }) => {
    if (number) {
      const least = Math.max(cells * DIGIT, word) * fontSize;
      return { least, wanted: Math.max(least, title * fontSize) };
    }
    const least = Math.max(Math.min(cells, SHORTEST) * LETTER, digits * DIGIT, word) * fontSize;
    return { least, wanted: Math.max(least, Math.min(cells, LONGEST) * LETTER * fontSize) };
  });
}

const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5];

/**
 * Numbers stand on one line, names share what is left: the largest letters that allow it. Nothing is measured by the layout
 * itself, which would look at each of thousands of cells.
 */
export function reportWidths(model: ReportSheetModel): ReportWidths {
  const page = (model.landscape ? A4.landscape : A4.portrait) - 2 * SIDE;
  const room = page - model.columns.length * 2 * PADDING;
  const letters = lettersOf(model);
  const sizes = SIZES.map((fontSize) => ({ fontSize, columns: natural(letters, fontSize) }));
  const fits = sizes.find(({ columns }) => sum(columns, 'least') <= room) ?? sizes.at(-1);
  if (fits === undefined) return { fontSize: SIZES[0] ?? 8, widths: [] };
  const { fontSize, columns } = fits;
  const spare = Math.max(0, room - sum(columns, 'least'));
  const granted = shared(
    columns.map(({ least, wanted }) => wanted - least),
    spare,
  );
  const isText = (index: number) => model.columns[index]?.number === false;
  const wish = columns.reduce((all, { least, wanted }) => all + wanted - least, 0);
  const named = columns.reduce((all, { wanted }, index) => all + (isText(index) ? wanted : 0), 0);
  return {
    fontSize,
    widths: columns.map(({ least, wanted }, index) => {
      if (wish > spare) return least + (granted[index] ?? 0);
      // What nobody asked for goes to the names, to long ones more, or to all where there are none.
      const share = named === 0 ? 1 / columns.length : isText(index) ? wanted / named : 0;
      return wanted + (spare - wish) * share;
    }),
  };
}

/** What each gets of too little: who wants least has all of it, so that a month stands on one line beside a long address. */
function shared(wishes: readonly number[], spare: number): number[] {
  const granted = wishes.map(() => 0);
  let rest = spare;
  const modest = [...wishes.keys()].sort((one, other) => (wishes[one] ?? 0) - (wishes[other] ?? 0));
  for (const [served, index] of modest.entries()) {
    const share = Math.min(wishes[index] ?? 0, rest / (wishes.length - served));
    granted[index] = share;
    rest -= share;
  }
  return granted;
}

function sum(columns: readonly { least: number; wanted: number }[], key: 'least' | 'wanted'): number {
  return columns.reduce((all, column) => all + column[key], 0);
}
