import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MAX_LINE_BYTES } from './encoding';
import { bounded, refusal } from './refusal';

/** One record of a table: what stands in its cells, where, and in the file's own words. */
export interface TableRecord {
  readonly cells: readonly string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly raw: string;
}

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
}

const BATCH = 500;

/**
 * Records in batches as they come. Columns may differ in number (title and footer do), a quote inside a plain cell is a
 * character, a quoted cell may hold line ends.
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
  // Whoever stops reading here closes the file as well; what goes wrong arrives at the reader below.
  pipeline(Readable.from(blocks), parser, () => undefined);
  let line = 1;
  let batch: TableRecord[] = [];
  try {
    for await (const next of parser as AsyncIterable<ParsedRecord>) {
      batch.push({ cells: next.record, line: line + leadingLines(next.raw), raw: bounded(next.raw) });
      line += lineEnds(next.raw);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (batch.length > 0) yield batch;
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'RECORD_TOO_LARGE' : 'QUOTE_NOT_CLOSED';
    throw refusal(code, error.message, line);
  }
  if (batch.length > 0) yield batch;
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
