import type { StatementKind } from '@tirtapay/domain';

/** Whose statement it is. */
export interface StatementParty {
  readonly kind: StatementKind;
  /** What it is called in a sentence: `bank`, `pemasok`, `mitra`. */
  readonly word: string;
  readonly code: string;
  readonly name: string;
}

/** A day of a bank, supplier or partner on paper: what both sides say, what differed, what was done about it, who stands for it. */
export interface ReconciliationReportModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly party: StatementParty;
  readonly number: string;
  readonly settlementDate: string;
  readonly closed: boolean;
  /** Epoch milliseconds; null while it is open. */
  readonly closedAt: number | null;
  /** Null: by the system, or not yet. */
  readonly closedBy: string | null;
  readonly preparedBy: readonly string[];
  readonly printedAt: number;
  readonly zone: string;
  /** Whole rupiah, signed. */
  readonly totals: {
    readonly ourCount: number;
    readonly ourAmount: number;
    readonly bankCount: number;
    readonly bankAmount: number;
    readonly received: number;
    readonly charged: number;
    readonly cleared: number;
    readonly claimed: number;
    readonly claimSettled: number;
    /** Of our own account, booked before; 0 prints nothing. */
    readonly moved: number;
    readonly carried: number;
  };
  readonly sums: readonly {
    readonly type: string;
    readonly state: string;
    readonly count: number;
    readonly ourAmount: number;
    readonly bankAmount: number;
    /** What the bank kept: the difference is bank + fee − books. */
    readonly fee: number;
    readonly difference: number;
  }[];
  /** Everything that did not agree by itself. */
  readonly breaks: readonly {
    readonly id: number;
    readonly type: string;
    readonly reference: string;
    /** Whose money it is, where that is known. */
    readonly customerNumber: string | null;
    readonly ourAmount: number;
    readonly bankAmount: number;
    /** What the bank kept: the difference is bank + fee − books. */
    readonly fee: number;
    readonly difference: number;
    readonly action: string;
    readonly people: string;
  }[];
  /** Further ones that are not printed. */
  readonly moreBreaks: number;
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly lines: number;
    readonly superseded: boolean;
  }[];
  readonly seal: { readonly seq: number; readonly hash: string } | null;
}

/** What a bank or supplier is asked to pay. */
export interface ClaimLetterModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly party: StatementParty;
  readonly number: string;
  readonly settlementDate: string;
  readonly writtenOn: string;
  readonly amount: number;
  readonly reason: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly zone: string;
  readonly printedAt: number;
}
