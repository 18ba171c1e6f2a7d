import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

/** LibreOffice offers the tab as a separator as well: outside quotes it would split the cell. */
const QUOTED = /[;"\n\r\t]/;
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows that become text together: one by one, each would pass through the streams, and be written, by itself. */
const AT_A_TIME = 500;

/** `93,67` in Indonesian, `93.67` in English, ungrouped: a spreadsheet of that language reads it as a number. */
function decimal(value: number, language: Language): string {
  const text = value.toFixed(2);
  return language === 'id' ? text.replace('.', ',') : text;
}

function cell<Item>(column: FileColumn<Item>, item: Item, language: Language): string | number {
  const value = column.value(item, language);
  if (value === null || value === '') return '';
  if (typeof value === 'number' && !column.identifier)
    return column.decimals ? decimal(value, language) : value;
  const text = String(value);
  if (FORMULA.test(text)) return `'${text}`;
  return column.identifier ? TEXT_MARK + text : text;
}

function lineOf(cells: readonly (string | number)[]): string {
  const written = cells.map((value) =>
    typeof value === 'string' && QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
  );
  return `${written.join(';')}\n`;
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
  await pipeline(
    Readable.from(
      (async function* pieces() {
        let lines = [BYTE_ORDER_MARK + lineOf(columns.map((column) => column.header[language]))];
        for await (const item of items) {
          lines.push(lineOf(columns.map((column) => cell(column, item, language))));
          if (lines.length < AT_A_TIME) continue;
          yield lines.join('');
          lines = [];
        }
        if (lines.length > 0) yield lines.join('');
      })(),
      { objectMode: false },
    ),
    createWriteStream(path),
    { signal },
  );
}
