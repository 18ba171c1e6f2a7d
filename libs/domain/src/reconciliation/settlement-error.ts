/**
 * Why a settlement file, or a line of it, is not taken. Codes are for programs and tests, the words shown to people are
 * the screen's. Any error keeps the whole file out: nothing is imported by half.
 */
export const SETTLEMENT_ERRORS = [
  // of a line
  'AMOUNT_UNREADABLE',
  'AMOUNT_IN_SCIENTIFIC_NOTATION',
  'AMOUNT_MISSING',
  'AMOUNT_ON_BOTH_SIDES',
  'AMOUNT_TOO_LARGE',
  'DATE_UNREADABLE',
  'DATE_OUTSIDE_PERIOD',
  'DIRECTION_UNREADABLE',
  'REFERENCE_IN_SCIENTIFIC_NOTATION',
  'ZEROS_LOST',
  'COLUMNS_MISSING',
  'QUOTE_NOT_CLOSED',
  'ENCODING_MIXED',
  'RECORD_TOO_LARGE',
  'ROW_AFTER_TRAILER',
  'ROW_DOES_NOT_ADD_UP',
  'TAG_UNREADABLE',
  // of the file
  'FILE_EMPTY',
  'HEADER_ONLY',
  'HEADER_UNKNOWN',
  'FORMAT_UNKNOWN',
  'WRONG_BANK',
  'WRONG_ACCOUNT',
  'TRAILER_MISSING',
  'TRAILER_COUNT',
  'TRAILER_TOTAL',
  'BALANCE_MISSING',
  'BALANCE_DIFFERS',
  'CURRENCY_NOT_RUPIAH',
  'XML_UNSAFE',
  'XML_BROKEN',
  'WORKBOOK_BROKEN',
  'WORKBOOK_TOO_LARGE',
] as const;
export type SettlementErrorCode = (typeof SETTLEMENT_ERRORS)[number];

export interface SettlementError {
  /** Physical line from 1; null when it is about the whole file. */
  readonly line: number | null;
  /** The file's own words, bounded like `SettlementLine.raw`; of a sum: `declared ≠ counted`. */
  readonly words: string;
  readonly code: SettlementErrorCode;
}
