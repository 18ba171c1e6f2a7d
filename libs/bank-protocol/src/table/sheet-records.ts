import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import type { TableRecord } from '../settlement/csv-records';
import { MAX_LINE_BYTES } from '../settlement/encoding';
import { DayStyles, from1904, WorkbookYear } from './sheet-dates';
import { elementsOf, type Elements } from './sheet-elements';
import { SheetRefusal } from './sheet-refusal';
import { zipBytes, ZipBroken, zipEntries, ZipTooLarge, type OpenZip, type ZipEntry } from './zip-entries';

/** Unpacked: a hundred thousand rows of twenty columns are about 100 MB. */
const MOST_SHEET = 400 << 20;
const MOST_STRINGS = 64 << 20;
const MOST_CELL = 32_767;
const MOST_COLUMNS = 256;
/** ECMA-376, 18.3.1.73 */
const MOST_ROWS = 1_048_576;
const BATCH = 500;
const RAW = 500;

/**
 * The rows of the first sheet of a workbook (ECMA-376), as texts. Of a formula its last value is read; a number without
 * decimals is written in full, whatever the sheet shows; with decimals it is written with a comma. Which cells are numbers is
 * told, for whoever would doubt how they are grouped. Days are counted from 1900, also of a workbook that counts from 1904.
 * @throws SheetRefusal
 */
export async function* sheetRecords(path: string): AsyncGenerator<readonly TableRecord[]> {
  const file = await open(path, 'r');
  try {
    const entries = await zipEntries(file);
    const sheet = firstSheet(entries);
    const strings = await sharedStrings({ file, path }, entries);
    const rows = new SheetRows(strings, await daysOf1904({ file, path }, entries));
    const parser = elementsOf(rows);
    const decoder = new StringDecoder('utf8');
    for await (const chunk of zipBytes({ file, path }, sheet, MOST_SHEET)) {
      parser.write(decoder.write(chunk));
      if (rows.made.length >= BATCH) yield rows.made.splice(0);
    }
    parser.close();
    if (rows.made.length > 0) yield rows.made.splice(0);
  } catch (error) {
    if (error instanceof ZipBroken) throw new SheetRefusal('WORKBOOK_BROKEN', error.message);
    if (error instanceof ZipTooLarge) throw new SheetRefusal('WORKBOOK_TOO_LARGE', error.message);
    throw error;
  } finally {
    await file.close();
  }
}

/** By the number in its name: the first sheet a program wrote. */
function firstSheet(entries: readonly ZipEntry[]): ZipEntry {
  const numberOf = ({ name }: ZipEntry): number =>
    Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  const [first] = entries.filter((entry) => numberOf(entry) > 0).sort((a, b) => numberOf(a) - numberOf(b));
  if (!first) throw new SheetRefusal('WORKBOOK_BROKEN', 'xl/worksheets');
  return first;
}

async function sharedStrings(zip: OpenZip, entries: readonly ZipEntry[]): Promise<readonly string[]> {
  return (await readPart({ zip, entries }, 'xl/sharedStrings.xml', new SharedStrings())).all;
}

/** Which styles show a day that is counted from 1904; null: the workbook counts from 1900, like all others. */
async function daysOf1904(zip: OpenZip, entries: readonly ZipEntry[]): Promise<DayStyles | null> {
  const { is1904 } = await readPart({ zip, entries }, 'xl/workbook.xml', new WorkbookYear());
  return is1904 ? readPart({ zip, entries }, 'xl/styles.xml', new DayStyles()) : null;
}

/** A part that is not there leaves `elements` as they are. */
async function readPart<T extends Elements>(
  { zip, entries }: { readonly zip: OpenZip; readonly entries: readonly ZipEntry[] },
  part: string,
  elements: T,
): Promise<T> {
  const entry = entries.find(({ name }) => name === part);
  if (!entry) return elements;
  const parser = elementsOf(elements);
  const decoder = new StringDecoder('utf8');
  for await (const chunk of zipBytes(zip, entry, MOST_STRINGS)) parser.write(decoder.write(chunk));
  parser.close();
  return elements;
}

/** Texts of cells, each once; parts of one text in several fonts belong together, readings aloud (`rPh`) do not. */
class SharedStrings implements Elements {
  readonly all: string[] = [];
  private held = '';
  private inText = false;
  private aloud = false;

  opened(name: string): void {
    if (name === 'si') this.held = '';
    if (name === 't') this.inText = !this.aloud;
    if (name === 'rPh') this.aloud = true;
  }

  text(piece: string): void {
    if (this.inText) this.held = bounded(this.held + piece);
  }

  closed(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'rPh') this.aloud = false;
    if (name === 'si') this.all.push(this.held);
  }
}

class SheetRows implements Elements {
  readonly made: TableRecord[] = [];
  private cells: string[] = [];
  private row = 0;
  private column = 0;
  /** Of all cells of the row: one shared text can stand in each of them. */
  private length = 0;
  private type = 'n';
  private value = '';
  private inValue = false;

  private numbers = new Set<number>();
  private isDay = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly daysOf1904: DayStyles | null,
  ) {}

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = rowNumber(attributes.r, this.row);
      this.cells = [];
      this.numbers = new Set();
      this.column = 0;
      this.length = 0;
    } else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnNumber(attributes.r);
      this.type = attributes.t ?? 'n';
      this.isDay = this.daysOf1904?.has(attributes.s) ?? false;
      this.value = '';
    } else if (name === 'v' || name === 't') this.inValue = true;
  }

  text(piece: string): void {
    if (this.inValue) this.value = bounded(this.value + piece);
  }

  closed(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.take();
    else if (name === 'row' && this.cells.some((cell) => cell !== ''))
      this.made.push({
        cells: this.cells,
        line: this.row,
        raw: rawOf(this.cells),
        numbers: this.numbers,
      });
  }

  private take(): void {
    if (this.column > MOST_COLUMNS) throw new SheetRefusal('WORKBOOK_TOO_LARGE', String(this.column));
    while (this.cells.length < this.column) this.cells.push('');
    const written = this.written();
    this.length += written.length;
    // As of a line of text: whoever reads on looks at each character of it.
    if (this.length > MAX_LINE_BYTES) throw new SheetRefusal('WORKBOOK_TOO_LARGE', `row ${String(this.row)}`);
    this.cells[this.column - 1] = written;
  }

  private written(): string {
    if (this.type === 's') return this.strings[Number(this.value)] ?? '';
    if (this.type !== 'n' || this.value === '') return this.value;
    this.numbers.add(this.column - 1);
    const value = this.isDay ? from1904(this.value) : this.value;
    const number = Number(value);
    if (Number.isSafeInteger(number)) return String(number);
    return value.replace('.', ',');
  }
}

/** The row in one line, as much as is kept; cut from a longer text it would hold all of that. */
function rawOf(cells: readonly string[]): string {
  let raw = '';
  for (const cell of cells) {
    if (raw.length >= RAW) break;
    raw += `${cell.slice(0, RAW)};`;
  }
  return raw.slice(0, Math.min(RAW, raw.length - 1));
}

/** Rows stand in their order, each once; one without a number follows the one before. */
function rowNumber(written: string | undefined, before: number): number {
  const row = Number(written ?? before + 1);
  if (!Number.isInteger(row) || row <= before || row > MOST_ROWS)
    throw new SheetRefusal('WORKBOOK_BROKEN', `row ${(written ?? '').slice(0, 80)}`);
  return row;
}

/** `AB12` → 28 */
function columnNumber(reference: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')
    number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function bounded(text: string): string {
  if (text.length > MOST_CELL) throw new SheetRefusal('WORKBOOK_TOO_LARGE', text.slice(0, 80));
  return text;
}
