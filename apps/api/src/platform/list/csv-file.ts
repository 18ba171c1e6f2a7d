import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '@tirtapay/domain';
import type { FileColumn } from './csv-columns';

// A cell a spreadsheet would take for a formula, also written full-width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * In front of an identifier. Excel and LibreOffice take a cell that begins with a tab for text, show nothing of the
 * tab and write it back when they save, so the digits survive any number of rounds; a formula (`="…"`) is saved as a
 * bare number and survives only one, and a no-break space counts as a blank before a number. Whatever reads such a
 * file trims.
 */
const TEXT_MARK = '\t';

/** Rows that become text together: one by one, each would pass through three streams of its own. */
const AT_A_TIME = 250;

function cell<Item>(column: FileColumn<Item>, item: Item, language: Language): string | number {
  const value = column.value(item, language);
  if (value === null || value === '') return '';
  if (typeof value === 'number' && !column.identifier) return value;
  const text = String(value);
  if (FORMULA.test(text)) return `'${text}`;
  return column.identifier ? TEXT_MARK + text : text;
}

/**
 * Writes a list as CSV that Excel in Indonesian opens as it is: `;`, UTF-8 with BOM, formulas made inert. Rows pass
 * through in small pieces, however many.
 */
export async function writeCsv<Item>(
  path: string,
  columns: readonly FileColumn<Item>[],
  items: AsyncIterable<Item>,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const lines = (rows: (string | number)[][], first: boolean): string =>
    stringify(rows, {
      delimiter: ';',
      bom: first,
      header: first,
      columns: columns.map((column) => column.header[language]),
      // LibreOffice offers the tab as a separator as well: outside quotes it would split the cell.
      quoted_match: /\t/,
    });
  await pipeline(
    Readable.from(
      (async function* pieces() {
        let rows: (string | number)[][] = [];
        let first = true;
        for await (const item of items) {
          rows.push(columns.map((column) => cell(column, item, language)));
          if (rows.length < AT_A_TIME) continue;
          yield lines(rows, first);
          rows = [];
          first = false;
        }
        if (first || rows.length > 0) yield lines(rows, first);
      })(),
      { objectMode: false },
    ),
    createWriteStream(path),
    { signal },
  );
}
