import {
  TABLE_MAPPINGS,
  type SettlementDetection,
  type SettlementMapping,
  type SettlementQuestion,
} from '@tirtapay/domain';
import { ColumnEvidence, type SettlementAnswer } from './column-evidence';
import { csvRecords, type TableRecord } from './csv-records';
import { findDelimiter } from './delimiter';
import type { EncodingFound, OpenBytes } from './encoding';
import { fixedRecords } from './fixed-records';
import type { ReadInto } from './outcome';
import { sheetRecords } from '../table/sheet-records';
import { SheetRefusal } from '../table/sheet-refusal';
import { refusal } from './refusal';
import { TableReader } from './table-reader';
import { utf8Blocks } from './utf8-blocks';

export interface TableOptions {
  readonly mapping: SettlementMapping | null;
  readonly answers: readonly SettlementAnswer[];
  readonly vaPrefix: string | null;
  /** Of a workbook on disk; null: a text. */
  readonly sheet?: string | null;
}

export interface TableOutcome {
  readonly reader: TableReader;
  readonly detected: SettlementDetection;
  readonly questions: readonly SettlementQuestion[];
}

/** Reads a table to its end: once to let undecided columns decide, once to make lines. */
export async function readTable(
  open: OpenBytes,
  found: EncodingFound,
  options: TableOptions,
  into: ReadInto,
): Promise<TableOutcome> {
  const mapping = options.mapping;
  const fixed = mapping?.format === 'FIXED';
  const sheet = options.sheet ?? null;
  const delimiter =
    fixed || sheet !== null ? null : await findDelimiter(await firstBlock(open, found), mapping);
  const records = (): AsyncGenerator<readonly TableRecord[]> => {
    if (sheet !== null) return refusingSheet(sheetRecords(sheet));
    const blocks = utf8Blocks(open(), found.encoding);
    return delimiter === null
      ? fixedRecords(blocks, mapping ?? fixedMapping())
      : csvRecords(blocks, delimiter);
  };
  const settings = { mapping, vaPrefix: options.vaPrefix };
  const looked = new TableReader(settings);
  const evidence = await gather(records, looked, options.answers);
  const readings = evidence?.readings() ?? null;
  // Without a row there is nothing to read a second time.
  const reader = readings ? new TableReader(settings) : looked;
  if (readings) {
    for await (const batch of records()) {
      const lines = batch.flatMap((record) => reader.take(record, readings, into.tally, into.errors));
      if (lines.length > 0) await into.take(lines);
    }
    const rest = reader.rest();
    if (rest.length > 0) await into.take(rest);
  }
  const detected: SettlementDetection = {
    encoding: found.encoding,
    byte_order_mark: found.byte_order_mark,
    delimiter,
    quote: fixed || sheet !== null ? null : '"',
    header_line: reader.headerLine,
    columns: reader.columnsFound(readings),
  };
  return { reader, detected, questions: evidence?.questions() ?? [] };
}

/** A workbook that cannot be read is refused like any other file. @throws SettlementRefusal */
async function* refusingSheet(
  records: AsyncGenerator<readonly TableRecord[]>,
): AsyncGenerator<readonly TableRecord[]> {
  try {
    yield* records;
  } catch (error) {
    throw error instanceof SheetRefusal ? refusal(error.code, error.message) : error;
  }
}

export function fixedMapping(): SettlementMapping {
  const found = TABLE_MAPPINGS.find(({ format }) => format === 'FIXED');
  if (!found) throw new Error('no built-in mapping of fixed width');
  return found;
}

/** null: no header is known, or no row follows it. Stops as soon as every column has decided. */
async function gather(
  records: () => AsyncGenerator<readonly TableRecord[]>,
  reader: TableReader,
  answers: readonly SettlementAnswer[],
): Promise<ColumnEvidence | null> {
  let evidence: ColumnEvidence | null = null;
  for await (const batch of records()) {
    for (const record of batch) {
      reader.look(record, (layout) => (evidence ??= new ColumnEvidence(layout, answers)));
    }
    if ((evidence as ColumnEvidence | null)?.complete) break;
  }
  return evidence;
}

async function firstBlock(open: OpenBytes, found: EncodingFound): Promise<Buffer> {
  for await (const block of utf8Blocks(open(), found.encoding)) return block.subarray(0, 64 * 1024);
  return Buffer.alloc(0);
}
