import { createHash } from 'node:crypto';
import {
  CAMT053_MAPPING,
  MT940_MAPPING,
  SETTLEMENT_LINES_SHOWN,
  type SettlementAmount,
  type SettlementLine,
  type SettlementMapping,
  type SettlementReading,
} from '@tirtapay/domain';
import { readCamt053 } from './camt053';
import type { SettlementAnswer } from './column-evidence';
import { findEncoding, type EncodingFound, type OpenBytes } from './encoding';
import { readMt940 } from './mt940';
import type { FormatOutcome, ReadInto } from './outcome';
import { fixedMapping, readTable } from './read-table';
import { ErrorList, refusal, SettlementRefusal } from './refusal';
import { sniffFormat } from './sniff';
import { tableFile } from './table-file';
import { Tally } from './tally';
import { utf8Blocks } from './utf8-blocks';

export interface ReadSettlementOptions {
  /** null: the format and the bank's columns are recognised by the file itself. */
  readonly mapping?: SettlementMapping | null;
  readonly answers?: readonly SettlementAnswer[];
  /** Of the bank's virtual accounts; without it no account is taken out of a narrative. */
  readonly vaPrefix?: string | null;
  /** Where the file lies: a workbook is read from its end. Without it none is read. */
  readonly path?: string | null;
  /** The utility's account at this bank; a file of another account is refused. */
  readonly account?: string | null;
  /** Codes of the other banks: a file whose head record names one of them is refused. */
  readonly otherBanks?: readonly string[];
}

export type TakeLines = (lines: readonly SettlementLine[]) => void | Promise<void>;

/**
 * Reads a bank's settlement file to its end, in batches, holding none of it. Never throws for what a file says: the
 * report has every mistake with its line and the file's own words.
 *
 * `take` gets lines as they come, before it is known whether the file ties: whoever stores them does so in a
 * transaction, and keeps it only when the reading is `storable`.
 *
 * @param open the bytes from their beginning; called several times
 */
export async function readSettlement(
  open: OpenBytes,
  options: ReadSettlementOptions = {},
  take: TakeLines = () => undefined,
): Promise<SettlementReading> {
  const tally = new Tally();
  const errors = new ErrorList();
  const sample: SettlementLine[] = [];
  const into: ReadInto = {
    tally,
    errors,
    take: async (lines) => {
      for (const line of lines) tally.add(line);
      if (sample.length < SETTLEMENT_LINES_SHOWN)
        sample.push(...lines.slice(0, SETTLEMENT_LINES_SHOWN - sample.length));
      await take(lines);
    },
  };
  const { sha256, size } = await digestOf(open);
  let outcome: FormatOutcome = nothingFound(options.mapping ?? null);
  try {
    if (size === 0) throw refusal('FILE_EMPTY', '');
    outcome = await readFormat(open, options, into);
  } catch (error) {
    if (!(error instanceof SettlementRefusal)) throw error;
    errors.add(error.found);
  }
  checkAccount(outcome.file.account, options.account ?? null, errors);
  const period =
    outcome.file.period ??
    (tally.from !== null && tally.to !== null ? { from: tally.from, to: tally.to } : null);
  const side = ({
    count,
    amount,
  }: {
    count: number;
    amount: () => SettlementAmount;
  }): SettlementReading['credits'] => ({
    count,
    total: amount().rupiah,
    sen: amount().sen,
  });
  return {
    file: { ...outcome.file, period, sha256, rows_read: tally.rows },
    detected: outcome.detected,
    questions: outcome.questions,
    errors: errors.shown,
    errors_total: errors.total,
    credits: side({ count: tally.credits.count, amount: () => tally.credits.amount() }),
    debits: side({ count: tally.debits.count, amount: () => tally.debits.amount() }),
    sample,
    storable: errors.total === 0 && outcome.questions.length === 0,
  };
}

async function readFormat(
  open: OpenBytes,
  options: ReadSettlementOptions,
  into: ReadInto,
): Promise<FormatOutcome> {
  const head = await headText(open);
  const sniffed = sniffFormat(head);
  if (sniffed === 'SPREADSHEET') throw refusal('FORMAT_UNKNOWN', 'XLS');
  if (sniffed === 'XLSX') return readWorkbook(open, options, into);
  const found = await findEncoding(open);
  const format = options.mapping?.format ?? sniffFormat(await decodedHead(open, found)) ?? 'CSV';
  const vaPrefix = options.vaPrefix ?? null;
  if (format === 'MT940')
    return readMt940(open, found, { mapping: options.mapping ?? MT940_MAPPING, vaPrefix }, into);
  if (format === 'CAMT053') {
    return readCamt053(open, found, { mapping: options.mapping ?? CAMT053_MAPPING, vaPrefix }, into);
  }
  const mapping = options.mapping ?? (format === 'FIXED' ? fixedMapping() : null);
  const table = await readTable(open, found, { mapping, answers: options.answers ?? [], vaPrefix }, into);
  return tableFile(table, { head: firstLine(head), otherBanks: options.otherBanks ?? [] }, into);
}

/** The first sheet of a workbook, by the columns of a table. */
async function readWorkbook(
  open: OpenBytes,
  options: ReadSettlementOptions,
  into: ReadInto,
): Promise<FormatOutcome> {
  const { path, answers = [], vaPrefix = null, otherBanks = [] } = options;
  const mapping = options.mapping ?? null;
  if (typeof path !== 'string' || (mapping !== null && mapping.format !== 'CSV'))
    throw refusal('FORMAT_UNKNOWN', 'XLSX');
  const text = { encoding: 'utf-8', byte_order_mark: false } as const;
  const table = await readTable(open, text, { mapping, answers, vaPrefix, sheet: path }, into);
  const outcome = tableFile(table, { head: 'XLSX', otherBanks }, into);
  return { ...outcome, file: { ...outcome.file, format: 'XLSX' } };
}

async function digestOf(open: OpenBytes): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of open()) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}

async function headText(open: OpenBytes): Promise<string> {
  for await (const chunk of open()) return Buffer.from(chunk).toString('latin1', 0, 2048);
  return '';
}

async function decodedHead(open: OpenBytes, { encoding }: EncodingFound): Promise<string> {
  for await (const block of utf8Blocks(open(), encoding)) return block.toString('utf8', 0, 2048);
  return '';
}

function firstLine(text: string): string {
  return text.split(/\r|\n/, 1)[0] ?? '';
}

/** Zeros in front are part of an account; dashes and dots of its print are not. */
function checkAccount(found: string | null, wanted: string | null, errors: ErrorList): void {
  if (found === null || wanted === null) return;
  const bare = (text: string): string => text.replace(/[ .-]/g, '');
  if (bare(found) === bare(wanted)) return;
  const zeros = bare(found).replace(/^0+/, '') === bare(wanted).replace(/^0+/, '');
  errors.say(zeros ? 'ZEROS_LOST' : 'WRONG_ACCOUNT', `${found} ≠ ${wanted}`, null);
}

function nothingFound(mapping: SettlementMapping | null): FormatOutcome {
  return {
    file: {
      format: mapping?.format ?? 'CSV',
      mapping: { name: mapping?.name ?? '', version: mapping?.version ?? 0 },
      account: null,
      period: null,
      opening: null,
      closing: null,
      trailer: null,
    },
    detected: {
      encoding: 'utf-8',
      byte_order_mark: false,
      delimiter: null,
      quote: null,
      header_line: null,
      columns: [],
    },
    questions: [],
  };
}
