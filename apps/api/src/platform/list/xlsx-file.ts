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
 * Half a second of computing for ten thousand rows: on a thread of its own, so that no bank waits for a spreadsheet. Rows come a
 * few hundred at a time: copied all at once they would hold up the thread that hands them over.
 * Numbers become numbers, everything else text: a cell of type text is never a formula, and keeps each digit.
 */
const WRITER = `
const { parentPort, workerData } = require('node:worker_threads');
const { header, decimals, narrowest, widest } = workerData;
const written = require(workerData.library);
const write = written.default ?? written;
const widths = header.map((title) => Math.max(narrowest, title.length + 2));
const cell = (value, at) => {
  if (value === null || value === '') return null;
  widths[at] = Math.min(widest, Math.max(widths[at], String(value).length + 2));
  return typeof value === 'number'
    ? { type: Number, value, format: decimals[at] ? '#,##0.00' : '#,##0' }
    : { type: String, value };
};
const rows = [header.map((value) => ({ type: String, value, fontWeight: 'bold' }))];
parentPort.on('message', (some) => {
  if (some !== null) return rows.push(...some.map((row) => row.map(cell)));
  parentPort.close();
  write(rows, { stickyRowsCount: 1, columns: widths.map((width) => ({ width })) }).toFile(workerData.path);
});
`;

/** Rows that are handed over together. */
const AT_A_TIME = 250;

function cellOf<Item>(column: FileColumn<Item>, item: Item, language: Language): XlsxCell {
  const value = column.value(item, language);
  return column.identifier && value !== null ? String(value) : value;
}

/** The thread that writes the file, and its end. */
function openWriter(workerData: object, signal: AbortSignal): { worker: Worker; over: Promise<void> } {
  const worker = new Worker(WRITER, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
  });
  const over = new Promise<void>((resolve, reject) => {
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
  // Whoever hands rows over may fail first; that is told, and not how the thread took it.
  over.catch(() => undefined);
  return { worker, over };
}

/** Writes a list as one sheet of an XLSX file. @throws Problem export.too_large */
export async function writeXlsx<Item>(
  path: string,
  columns: readonly FileColumn<Item>[],
  items: AsyncIterable<Item>,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const { worker, over } = openWriter(
    {
      library: require.resolve('write-excel-file/node'),
      header: columns.map((column) => column.header[language]),
      decimals: columns.map((column) => column.decimals),
      narrowest: NARROWEST,
      widest: WIDEST,
      path,
    },
    signal,
  );
  try {
    let [count, some]: [number, XlsxCell[][]] = [0, []];
    const handOver = () => {
      if (some.length > 0) worker.postMessage(some);
      some = [];
    };
    for await (const item of items) {
      signal.throwIfAborted();
      if ((count += 1) > MAX_ROWS) throw new Problem('export.too_large');
      some.push(columns.map((column) => cellOf(column, item, language)));
      if (some.length === AT_A_TIME) handOver();
    }
    handOver();
    worker.postMessage(null);
    await over;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
