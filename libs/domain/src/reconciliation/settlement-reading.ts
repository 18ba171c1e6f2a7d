import type { SettlementError } from './settlement-error';
import type { SettlementFile, SettlementLine } from './settlement-line';

/** How amounts of a column are grouped: `97,500.00` · `97.500,00` · `97500.00` · `97500,00`. */
export const AMOUNT_READINGS = ['POINT_DECIMAL', 'COMMA_DECIMAL'] as const;
export type AmountReading = (typeof AMOUNT_READINGS)[number];

export const DATE_ORDERS = ['DMY', 'MDY', 'YMD'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** What was found out about a file before anything is stored. */
export interface SettlementDetection {
  readonly encoding: TextEncoding;
  readonly byte_order_mark: boolean;
  /** null: the format has none. */
  readonly delimiter: string | null;
  readonly quote: string | null;
  /** 1-based line of the header; null: none. */
  readonly header_line: number | null;
  readonly columns: readonly SettlementColumnFound[];
}

export interface SettlementColumnFound {
  /** 1-based. */
  readonly position: number;
  readonly header: string;
  /** What the mapping takes it for; null: not read. */
  readonly field: string | null;
  readonly amounts: AmountReading | null;
  readonly dates: DateOrder | null;
  readonly example: string;
}

/** Both readings of the column are possible: a person says which, the program never guesses. */
export interface SettlementQuestion {
  readonly about: 'AMOUNTS' | 'DATES';
  /** 1-based. */
  readonly position: number;
  readonly header: string;
  readonly example: string;
  readonly choices: readonly { readonly value: AmountReading | DateOrder; readonly means: string }[];
}

/** A file read to its end. */
export interface SettlementReading {
  readonly file: SettlementFile;
  readonly detected: SettlementDetection;
  readonly questions: readonly SettlementQuestion[];
  /** The first `SETTLEMENT_ERRORS_SHOWN` in the order of the file. */
  readonly errors: readonly SettlementError[];
  readonly errors_total: number;
  /** Sum of lines read without error, per direction, in whole rupiah; sen apart. */
  readonly credits: { readonly count: number; readonly total: number; readonly sen: number };
  readonly debits: { readonly count: number; readonly total: number; readonly sen: number };
  /** The first lines, for the eye. */
  readonly sample: readonly SettlementLine[];
  /** No question, no error, every sum ties: only then it may be stored. */
  readonly storable: boolean;
}

export const SETTLEMENT_ERRORS_SHOWN = 200;
export const SETTLEMENT_LINES_SHOWN = 20;
