import type { CountedPieces, Rupiah, ShiftCash } from '@tirtapay/domain';

/** A line of the closing sheet: how many of something, and what they came to. */
export interface ClosingLine {
  readonly label: string;
  readonly count: number;
  readonly amount: Rupiah;
}

/** What a cashier and whoever receives the cash sign at the end of a shift. */
export interface ClosingSheetModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly drawer: { readonly code: string; readonly name: string };
  readonly shiftId: number;
  readonly cashier: string;
  readonly decidedBy: string | null;
  readonly businessDate: string;
  /** Epoch milliseconds; null while it is not closed. */
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly printedAt: number;
  readonly zone: string;
  readonly cash: ShiftCash;
  readonly expected: Rupiah;
  readonly counted: Rupiah | null;
  readonly difference: Rupiah | null;
  readonly reason: string | null;
  readonly pieces: readonly CountedPieces[];
  /** Water bills, and each service of others, for cash. */
  readonly sales: readonly ClosingLine[];
  /** Paid at the counter by other means; not in the drawer. */
  readonly nonCash: readonly ClosingLine[];
}
