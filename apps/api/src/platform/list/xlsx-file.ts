import { Worker } from 'node:worker_threads';
import type { Language } from '@tirtapay/domain';
import { Problem } from '../problem';
import type { FileColumn } from './csv-columns';

/** A workbook is built in memory; what is longer goes out as CSV, which has no end. */
const MAX_ROWS = 50_000;
const WORKER_MEGABYTES = 768;
const NARROWEST = 10;
const WIDEST = 60;

type XlsxCell = string | number | null;

/**
 * Half a second of computing for ten thousand rows: on a thread of its own, so that no bank waits for a spreadsheet.
 * Numbers become numbers, everything else text: a cell of type text is never a formula, and keeps each digit.
 */
const WRITER = `
const { workerData } = require('node:worker_threads');
const written = require(workerData.library);
const write = written.default ?? written;
const cell = (value) =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { type: Number, value, format: '#,##0' }
      : { type: String, value };
const header = workerData.header.map((value) => ({ type: String, value, fontWeight: 'bold' }));
write([header, ...workerData.rows.map((row) => row.map(cell))], {
  stickyRowsCount: 1,
  columns: workerData.widths.map((width) => ({ width })),
}).toFile(workerData.path);
`;

function cellOf<Item>(column: FileColumn<Item>, item: Item, language: Language): XlsxCell {
  const value = column.value(item, language);
  return column.identifier && value !== null ? String(value) : value;
}

function runWriter(workerData: object, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WRITER, {
      eval: true,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
    });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason as Error);
      else if (code === 0) resolve();
      else reject(new Error(`the spreadsheet was not written (${String(code)})`));
    });
  });
}

/** Writes a list as one sheet of an XLSX file. @throws Problem export.too_large */
export async function writeXlsx<Item>(
  path: string,
  columns: readonly FileColumn<Item>[],
  items: AsyncIterable<Item>,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const header = columns.map((column) => column.header[language]);
  const widths = header.map((title) => Math.max(NARROWEST, title.length + 2));
  const rows: XlsxCell[][] = [];
  for await (const item of items) {
    signal.throwIfAborted();
    if (rows.length === MAX_ROWS) throw new Problem('export.too_large');
    const row = columns.map((column) => cellOf(column, item, language));
    row.forEach((value, index) => {
      const length = String(value ?? '').length + 2;
      widths[index] = Math.min(WIDEST, Math.max(widths[index] ?? NARROWEST, length));
    });
    rows.push(row);
  }
  await runWriter({ library: require.resolve('write-excel-file/node'), header, widths, rows, path }, signal);
}
