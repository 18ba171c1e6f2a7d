import type { Content, TableCell } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { ReportSheetModel } from './report-sheet-model';
import { PADDING, type ReportWidths } from './report-widths';

export const MUTED = '#5b6b7b';
export const TINT = '#eef4f8';
/** Letters of a line across the page, as a multiple of their height. */
export const WIDE = 60;
/** Rows above a sum that stay with it: a sum on a page of its own says of nothing what it adds up. */
const KEPT = 2;
/** Above and below every row, as the layout of a report has it. */
const AIR = 1.6;

export type Side = 'left' | 'right';
type Row = (string | object)[];

export interface BodyLook extends ReportWidths {
  readonly sides: readonly Side[];
  /** Totals and signatures; nothing where there are none. */
  readonly conclusion: readonly Content[];
}

/** Everything below the head. A heading stays with its first row, sums and what concludes the sheet with the rows before. */
export function* bodyOf({ groups }: ReportSheetModel, look: BodyLook): Generator<Row> {
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) yield* together([nothing(look)], look, look.conclusion);
  for (const [index, group] of filled.entries())
    yield* groupOf(group, look, index === filled.length - 1 ? look.conclusion : []);
}

function* groupOf(
  { heading, rows, sums }: ReportSheetModel['groups'][number],
  look: BodyLook,
  conclusion: readonly Content[],
): Generator<Row> {
  const { length } = rows;
  const begun = heading === null ? 0 : 1;
  const ends = sums === null && conclusion.length === 0 ? length : Math.max(0, length - KEPT);
  const lines = (from: number, to: number) => rows.slice(from, to).map((row) => lineOf(row, look));
  const head = heading === null ? [] : [across(look, { text: printed(heading, WIDE), bold: true })];
  const foot = sums === null ? [] : [sumsOf(sums, look)];
  if (ends <= begun) {
    yield* together([...head, ...lines(0, length), ...foot], look, conclusion);
    return;
  }
  if (begun > 0) yield* together([...head, ...lines(0, begun)], look);
  for (let at = begun; at < ends; at += 1) yield lineOf(rows[at] ?? [], look);
  if (ends < length) yield* together([...lines(ends, length), ...foot], look, conclusion);
}

/** Rows no page break divides: one cell across the table that looks like the rows in it. */
function* together(
  rows: readonly Row[],
  look: BodyLook,
  conclusion: readonly Content[] = [],
): Generator<Row> {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined && conclusion.length === 0) {
    yield only;
    return;
  }
  const cell = (text: string | object, index: number): TableCell =>
    typeof text === 'string' ? { text, alignment: look.sides[index] ?? 'left' } : (text as TableCell);
  const body = rows.map((row) => row.map(cell));
  const inner = { table: { widths: [...look.widths], body }, layout: 'report' };
  yield across(look, { stack: [inner, ...conclusion], margin: [-PADDING, -AIR, -PADDING, -AIR] });
}

function across({ sides }: BodyLook, cell: object): Row {
  return [
    { ...cell, colSpan: sides.length },
    ...Array.from({ length: Math.max(0, sides.length - 1) }, () => ({})),
  ];
}

const nothing = (look: BodyLook) => across(look, { text: 'Tidak ada data.', color: MUTED });

const shown = (text: string, index: number, { sides, widths, fontSize }: BodyLook) =>
  sides[index] === 'right' ? text : printed(text, (widths[index] ?? 40) / fontSize);

/** Almost all cells are nothing but text. */
function lineOf(row: readonly string[], look: BodyLook): Row {
  return row.map((text, index) => {
    const printable = shown(text, index, look);
    return typeof printable === 'string' ? printable : { text: printable, alignment: look.sides[index] };
  });
}

function sumsOf(sums: readonly string[], look: BodyLook): Row {
  return sums.map((text, index) => ({
    text: shown(text, index, look),
    alignment: look.sides[index] ?? 'left',
    bold: true,
    fillColor: TINT,
  }));
}
