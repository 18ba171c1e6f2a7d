/**
 * What a bank's settlement file says, whatever its format: the one shape the matching law reads. Everything is a plain
 * value, so that a line goes to the database and over HTTP as it is.
 *
 * Amounts are whole rupiah and never negative; whether money came or went says `direction`. Dates and times are the
 * bank's wall clock, as printed in its file: no zone is guessed.
 */

/** CREDIT: money for the utility came in. DEBIT: money went out of the utility's account. */
export const SETTLEMENT_DIRECTIONS = ['CREDIT', 'DEBIT'] as const;
export type SettlementDirection = (typeof SETTLEMENT_DIRECTIONS)[number];

/**
 * PAYMENT one payer's money · FEE what the bank keeps · SETTLEMENT_BATCH many payments in one credit, usually net of a
 * fee (QRIS) · REVERSAL a movement the bank took back · OTHER nothing of these (interest, tax, own transfer).
 */
export const SETTLEMENT_KINDS = ['PAYMENT', 'FEE', 'SETTLEMENT_BATCH', 'REVERSAL', 'OTHER'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

export interface SettlementLine {
  /** Physical line of the file on which the record begins, from 1: what an editor shows. XLSX: the sheet's row. */
  readonly line: number;
  /** The file's own words, at most `SETTLEMENT_RAW_LENGTH` characters of them. */
  readonly raw: string;
  /** `YYYY-MM-DD`; null: the bank has not settled it yet (BCA `PEND`). Such a line matches nothing for good. */
  readonly booked_on: string | null;
  /** `HH:MM:SS`; null where the file has no time. */
  readonly booked_at: string | null;
  readonly direction: SettlementDirection;
  /** Whole rupiah, not negative. */
  readonly amount: number;
  /** 0…99. Anything but 0 is a break: sen are never rounded away. */
  readonly sen: number;
  readonly kind: SettlementKind;
  /** The reference both sides know (`bank_reference` of our call), when the file has one of its own for it. */
  readonly reference: string | null;
  /** The bank's own number of the booking (journal number, MT940 `//…`). */
  readonly bank_reference: string | null;
  /** SNAP `paymentRequestId`. */
  readonly request_id: string | null;
  /** Virtual account, digits only, as payers type it. */
  readonly va_number: string | null;
  /** Our 12-digit customer number, only with a right check digit. */
  readonly customer_number: string | null;
  /** A channel of ours (`TELLER`, `VA`, …) where the file tells it, else the file's own code. */
  readonly channel: string | null;
  /** Whole rupiah the bank says it kept; null where the line says nothing of a fee. */
  readonly fee: number | null;
  /** Whole rupiah before the fee; null where the line says nothing of it. */
  readonly gross: number | null;
  /** The narrative, spaces joined. */
  readonly text: string;
}

export const SETTLEMENT_RAW_LENGTH = 500;

export const SETTLEMENT_FORMATS = ['CSV', 'XLSX', 'FIXED', 'MT940', 'CAMT053', 'SNAP_REPORT'] as const;
export type SettlementFormat = (typeof SETTLEMENT_FORMATS)[number];

/** What the file says about itself; each of its sums was recomputed from the lines and ties, or the file is refused. */
export interface SettlementFile {
  readonly format: SettlementFormat;
  /** By which mapping it was read. Version counts the bank's changes of it; the built-in ones begin at 1. */
  readonly mapping: { readonly name: string; readonly version: number };
  /** The utility's account at the bank, as text: leading zeros are part of it. */
  readonly account: string | null;
  /** First and last day, `YYYY-MM-DD`, as the file declares it, else of its dated lines. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Balances in whole rupiah and sen; null where the file has none. */
  readonly opening: SettlementAmount | null;
  readonly closing: SettlementAmount | null;
  /** Declared by the file; null where it has none. `total` in whole rupiah. */
  readonly trailer: { readonly count: number; readonly total: number } | null;
  /** Lower-case hex of the bytes as they came. */
  readonly sha256: string;
  /** Records that are movements, with those refused; title, footer and page header are none. */
  readonly rows_read: number;
}

/** An amount with its sen; both carry the sign, so that −0.50 is `{ rupiah: 0, sen: -50 }`. */
export interface SettlementAmount {
  readonly rupiah: number;
  readonly sen: number;
}
