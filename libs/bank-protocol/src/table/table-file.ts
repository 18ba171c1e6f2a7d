import type { Delimiter, SettlementErrorCode, TextEncoding } from '@tirtapay/domain';
import { csvRecords, type TableRecord } from '../settlement/csv-records';
import { findDelimiter } from '../settlement/delimiter';
import { findEncoding, type OpenBytes } from '../settlement/encoding';
import { SettlementRefusal } from '../settlement/refusal';
import { utf8Blocks } from '../settlement/utf8-blocks';
import { isZip } from './zip-entries';
import { sheetRecords } from './sheet-records';
import { SheetRefusal } from './sheet-refusal';

export const TABLE_FORMATS = ['CSV', 'XLSX'] as const;

/** What a table turned out to be, as it is shown to whoever brought it. */
export interface TableDetection {
  readonly format: (typeof TABLE_FORMATS)[number];
  readonly encoding: TextEncoding;
  readonly byte_order_mark: boolean;
  /** null: a workbook has none. */
  readonly delimiter: Delimiter | null;
}

/** A table of any program: its records from the first on, read as often as one asks. */
export interface TableFile {
  readonly detected: TableDetection;
  /** @throws TableRefusal where it cannot be read any further */
  readonly records: () => AsyncGenerator<readonly TableRecord[]>;
}

export type TableRefusalCode = SettlementErrorCode;

export class TableRefusal extends Error {
  constructor(
    readonly code: TableRefusalCode,
    readonly line: number | null,
    readonly words: string,
  ) {
    super(code);
  }
}

/** A workbook of before 2007, a PDF, pictures, archives: what people pick by mistake. */
const OTHER_FILES: readonly Buffer[] = [
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  Buffer.from('%PDF'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x1f, 0x8b]),
  Buffer.from('Rar!'),
  Buffer.from('7z'),
];

/**
 * Opens a CSV (any delimiter and encoding that spreadsheets write) or a workbook (its first sheet). Nothing of the file is
 * held, and no line, cell or sheet can be larger than what a table of people needs.
 * @param path of the file on disk: a workbook is read from its end
 * @throws TableRefusal
 */
export async function openTable(open: OpenBytes, path: string): Promise<TableFile> {
  try {
    const head = await headOf(open);
    if (head.length === 0) throw new TableRefusal('FILE_EMPTY', null, '');
    if (isZip(head)) {
      const detected = {
        format: 'XLSX',
        encoding: 'utf-8',
        byte_order_mark: false,
        delimiter: null,
      } as const;
      return { detected, records: () => plainly(sheetRecords(path)) };
    }
    if (OTHER_FILES.some((mark) => head.subarray(0, mark.length).equals(mark)))
      throw new TableRefusal('FORMAT_UNKNOWN', null, '');
    const found = await findEncoding(open);
    // A table of dBase, a picture, a program: text has no zeros, except where each character has two bytes.
    if (!found.encoding.startsWith('utf-16') && head.includes(0))
      throw new TableRefusal('FORMAT_UNKNOWN', null, '');
    const delimiter = await findDelimiter(await firstBlock(utf8Blocks(open(), found.encoding)), null);
    const detected = { format: 'CSV', ...found, delimiter } as const;
    return { detected, records: () => plainly(csvRecords(utf8Blocks(open(), found.encoding), delimiter)) };
  } catch (error) {
    throw plain(error);
  }
}

async function* plainly(
  records: AsyncGenerator<readonly TableRecord[]>,
): AsyncGenerator<readonly TableRecord[]> {
  try {
    yield* records;
  } catch (error) {
    throw plain(error);
  }
}

function plain(error: unknown): unknown {
  if (error instanceof SettlementRefusal)
    return new TableRefusal(error.found.code, error.found.line, error.found.words);
  if (error instanceof SheetRefusal) return new TableRefusal(error.code, null, error.message);
  return error;
}

async function headOf(open: OpenBytes): Promise<Buffer> {
  for await (const chunk of open()) return Buffer.from(chunk).subarray(0, 4096);
  return Buffer.alloc(0);
}

async function firstBlock(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const block of blocks) return block;
  return Buffer.alloc(0);
}
