import { CsvError, parse, type Parser } from 'csv-parse';
import { MAX_LINE_BYTES } from './encoding';
import { bounded, refusal } from './refusal';

/** One record of a table: what stands in its cells, where, and in the file's own words. */
export interface TableRecord {
  readonly cells: readonly string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly raw: string;
  /** Of a workbook: the cells that are numbers (from 0), so that nothing is to be found out about how they are grouped. */
  readonly numbers?: ReadonlySet<number>;
}

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Records in batches, one a block. Columns may differ in number (title and footer do), a quote inside a plain cell is a
 * character, a quoted cell may hold line ends.
 *
 * The parser is fed and emptied by hand: read as a stream it would drop the records before a mistake, and with them the
 * line on which the mistake is.
 * @throws SettlementRefusal QUOTE_NOT_CLOSED, RECORD_TOO_LARGE with the line on which the record begins
 */
export async function* csvRecords(
  blocks: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<readonly TableRecord[]> {
  const parser = parse({
    delimiter,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_LINE_BYTES,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const outcome: { failure?: Error; ended?: true } = {};
  parser.on('error', (error) => (outcome.failure = error));
  parser.on('end', () => (outcome.ended = true));
  let line = 1;
  let widthTold: boolean | undefined;
  const taken = (): TableRecord[] => {
    const batch: TableRecord[] = [];
    for (;;) {
      const next = parser.read() as ParsedRecord | null;
      if (next === null) return batch;
      if (widthTold === true) {
        widthTold = false;
        continue;
      }
      batch.push({ cells: next.record, line: line + leadingLines(next.raw), raw: bounded(next.raw) });
      line += lineEnds(next.raw);
    }
  };
  const check = (): void => {
    if (outcome.failure !== undefined) throw refused(outcome.failure, line);
  };
  try {
    for await (const block of blocks) {
      if (widthTold === undefined) {
        const told = usualRecord(block, delimiter);
        widthTold = told !== null;
        if (told !== null) parser.write(told);
      }
      parser.write(block);
      const batch = taken();
      if (batch.length > 0) yield batch;
      if (parser.writableNeedDrain) await roomOrEnd(parser);
      check();
    }
    parser.end();
    for (;;) {
      const batch = taken();
      if (batch.length > 0) yield batch;
      check();
      if (outcome.ended) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    parser.destroy();
  }
}

const LINES_LOOKED_AT = 200;

/**
 * An empty record as wide as most of the file; null for a file of one column. The parser takes its first record for the
 * usual width and makes an error, which nobody sees, of every record that has another: behind a short head record that is
 * the whole file, and more than a third of the time.
 */
function usualRecord(block: Buffer, delimiter: string): string | null {
  const widths = new Map<number, number>();
  for (const text of block.toString('utf8', 0, 65_536).split(/\r\n|\n|\r/, LINES_LOOKED_AT)) {
    const width = text.split(delimiter).length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const [usual] = [...widths].toSorted(([, a], [, b]) => b - a)[0] ?? [1];
  return usual < 2 ? null : `${delimiter.repeat(usual - 1)}\n`;
}

/** A parser that failed has no room and never will. */
function roomOrEnd(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.once('drain', resolve);
    parser.once('close', resolve);
  });
}

function refused(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  return refusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'RECORD_TOO_LARGE' : 'QUOTE_NOT_CLOSED', '', line);
}

function lineEnds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count += 1;
  // A file whose lines end with CR alone.
  if (count === 0 && raw.includes('\r')) return raw.split('\r').length - 1;
  return count;
}

/** Empty lines are skipped, but they are lines: the record begins behind them. */
function leadingLines(raw: string): number {
  const lead = /^[\r\n]+/.exec(raw)?.[0];
  return lead === undefined ? 0 : lineEnds(lead);
}
