import type { AmountReading, DateOrder, TextEncoding } from './settlement-reading';

/**
 * How one bank's file is read, as data: a version of it is kept with every file read by it, so that a file read last
 * year can be read again to the same lines.
 */
export const MAPPING_FORMATS = ['CSV', 'FIXED', 'MT940', 'CAMT053'] as const;
export type MappingFormat = (typeof MAPPING_FORMATS)[number];

export const DELIMITERS = [',', ';', '|', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * What a column holds. Money is in `amount` (with a mark in the cell, in `mark`, or signed) or in `credit` and `debit`;
 * `balance` is the balance after the row, `opening` before it. `status` says whether the row is money at all.
 */
export const SETTLEMENT_FIELDS = [
  'booked_on',
  'booked_at',
  'amount',
  'credit',
  'debit',
  'mark',
  'opening',
  'balance',
  'reference',
  'bank_reference',
  'request_id',
  'va_number',
  'customer_number',
  'channel',
  'status',
  'fee',
  'gross',
  'text',
  'account',
] as const;
export type SettlementField = (typeof SETTLEMENT_FIELDS)[number];

export interface SettlementColumn {
  readonly field: SettlementField;
  /** CSV with a header: its words, compared without case, accents of spaces and dots. */
  readonly header?: string;
  /** The how-manieth of columns with the same header, from 1. */
  readonly nth?: number;
  /** CSV without a header: 1-based. Fixed width: 1-based first character. */
  readonly position?: number;
  /** Fixed width only: number of characters. */
  readonly length?: number;
}

/** Where the last record says how many rows there are and what they add up to. */
export interface SettlementTrailer {
  /** CSV: 1-based columns. Fixed width: first character and length. */
  readonly count: { readonly position: number; readonly length?: number };
  readonly total: { readonly position: number; readonly length?: number };
  /** What is added up: the amounts, or the amounts with their fees. */
  readonly adds: 'AMOUNT' | 'AMOUNT_AND_FEE';
}

export interface SettlementMapping {
  /** `[A-Za-z0-9 ._-]{1,40}`. */
  readonly name: string;
  readonly version: number;
  readonly format: MappingFormat;
  /** null: found out by the bytes. */
  readonly encoding: TextEncoding | null;
  /** null: found out by the header. */
  readonly delimiter: Delimiter | null;
  /** CSV: whether a header row names the columns. */
  readonly header: boolean;
  readonly columns: readonly SettlementColumn[];
  /** null: found out by column, asked when both are possible. */
  readonly amounts: AmountReading | null;
  readonly dates: DateOrder | null;
  /** Words of the mark, upper case. */
  readonly credit_marks: readonly string[];
  readonly debit_marks: readonly string[];
  /** First cell (or first character) of head and trailer records; null: there are none. */
  readonly head_mark: string | null;
  readonly detail_mark: string | null;
  readonly trailer_mark: string | null;
  readonly trailer: SettlementTrailer | null;
  /** Whether the balances of all rows must link up, in whatever order the rows come. */
  readonly balances_link: boolean;
  /** A debit that shares day, sequence and text with a credit is the fee of it (BRI). */
  readonly fee_by_sequence: boolean;
  /** The values of `status` that mean money; empty: every row is. */
  readonly success: readonly string[];
}

export type MappingProblem = { readonly path: string; readonly problem: MappingProblemCode };
export const MAPPING_PROBLEMS = [
  'NAME',
  'FORMAT',
  'DELIMITER',
  'FIELD',
  'FIELD_TWICE',
  'COLUMN_UNPLACED',
  'COLUMN_LENGTH',
  'NO_DATE',
  'NO_AMOUNT',
  'AMOUNT_TWO_WAYS',
  'NO_IDENTITY',
  'MARKS_OVERLAP',
  'TRAILER_PLACE',
] as const;
export type MappingProblemCode = (typeof MAPPING_PROBLEMS)[number];

const NAME = /^[A-Za-z0-9 ._-]{1,40}$/;
const MAX_POSITION = 2_000;

function placed(column: SettlementColumn, format: MappingFormat, header: boolean): MappingProblemCode | null {
  const at = column.position;
  const inRange = at !== undefined && Number.isInteger(at) && at >= 1 && at <= MAX_POSITION;
  if (format === 'FIXED') {
    if (!inRange) return 'COLUMN_UNPLACED';
    const { length } = column;
    const sized = length !== undefined && Number.isInteger(length) && length >= 1 && length <= MAX_POSITION;
    return sized ? null : 'COLUMN_LENGTH';
  }
  if (header) return (column.header ?? '').trim() === '' && !inRange ? 'COLUMN_UNPLACED' : null;
  return inRange ? null : 'COLUMN_UNPLACED';
}

/**
 * What is wrong with a mapping; empty: nothing. A mapping needs a date, money in exactly one way, and at least one
 * thing by which a payment can be found again.
 */
export function mappingProblems(mapping: SettlementMapping): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const say = (path: string, problem: MappingProblemCode): void => void problems.push({ path, problem });
  if (!NAME.test(mapping.name)) say('name', 'NAME');
  if (!MAPPING_FORMATS.includes(mapping.format)) say('format', 'FORMAT');
  // These two carry their own columns.
  if (mapping.format === 'MT940' || mapping.format === 'CAMT053') return problems;
  if (mapping.delimiter !== null && !DELIMITERS.includes(mapping.delimiter)) say('delimiter', 'DELIMITER');
  const fields = new Set<SettlementField>();
  mapping.columns.forEach((column, index) => {
    const path = `columns/${String(index)}`;
    if (!SETTLEMENT_FIELDS.includes(column.field)) say(path, 'FIELD');
    // A narrative may lie in several columns; they are joined.
    if (fields.has(column.field) && column.field !== 'text') say(path, 'FIELD_TWICE');
    fields.add(column.field);
    const place = placed(column, mapping.format, mapping.header);
    if (place) say(path, place);
  });
  if (!fields.has('booked_on')) say('columns', 'NO_DATE');
  const twoSided = fields.has('credit') || fields.has('debit');
  if (!twoSided && !fields.has('amount')) say('columns', 'NO_AMOUNT');
  if (twoSided && fields.has('amount')) say('columns', 'AMOUNT_TWO_WAYS');
  const identities: readonly SettlementField[] = [
    'reference',
    'bank_reference',
    'request_id',
    'va_number',
    'customer_number',
    'text',
  ];
  if (!identities.some((field) => fields.has(field))) say('columns', 'NO_IDENTITY');
  if (mapping.credit_marks.some((mark) => mapping.debit_marks.includes(mark)))
    say('credit_marks', 'MARKS_OVERLAP');
  if (mapping.trailer !== null && mapping.trailer_mark === null) say('trailer', 'TRAILER_PLACE');
  return problems;
}

/** A mapping to begin a new one with: everything is found out, nothing is placed. */
export const EMPTY_MAPPING: SettlementMapping = {
  name: '',
  version: 1,
  format: 'CSV',
  encoding: null,
  delimiter: null,
  header: true,
  columns: [],
  amounts: null,
  dates: null,
  credit_marks: ['CR', 'C', 'K', 'KR', 'KREDIT', 'CREDIT'],
  debit_marks: ['DB', 'D', 'DR', 'DEBET', 'DEBIT'],
  head_mark: null,
  detail_mark: null,
  trailer_mark: null,
  trailer: null,
  balances_link: false,
  fee_by_sequence: false,
  success: [],
};
