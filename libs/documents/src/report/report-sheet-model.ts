/** A report as paper shows it: every value is text by now. Indonesian, like every document that is signed. */
export interface ReportSheetModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  /** Further lines of the letterhead, under the name. */
  readonly headLines: readonly string[];
  readonly title: string;
  /** What was asked for: `Periode`, `Oktober 2026`. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly landscape: boolean;
  readonly columns: readonly ReportSheetColumn[];
  /** Rows that stand together under a heading, each with its sums; one group without a heading is a plain list. */
  readonly groups: readonly {
    readonly heading: string | null;
    readonly rows: readonly (readonly string[])[];
    /** As many as there are columns; null where nothing is added up. */
    readonly sums: readonly string[] | null;
  }[];
  readonly totals: readonly string[] | null;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly zone: string;
  /** Where and when it is signed: `Kendari, 29 November 2026`. */
  readonly signedAt: string;
  /** At most four, from left to right. */
  readonly signers: readonly ReportSigner[];
}

export interface ReportSheetColumn {
  readonly title: string;
  readonly number: boolean;
}

export interface ReportSigner {
  /** `Mengetahui`, `Dibuat oleh`. */
  readonly heading: string;
  readonly name: string;
  readonly title: string;
  /** Number of the employee; empty for none. */
  readonly nik: string;
}
