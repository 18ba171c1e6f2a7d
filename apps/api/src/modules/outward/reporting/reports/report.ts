import type { Language, Permission } from '@tirtapay/domain';

type Words = Readonly<Record<Language, string>>;

/** How a value is written; money and counts are added up below, names and days are not. */
export const REPORT_CELLS = ['TEXT', 'IDENTIFIER', 'PERIOD', 'DATE', 'CHANNEL', 'COUNT', 'RUPIAH'] as const;
export type ReportCell = (typeof REPORT_CELLS)[number];

export interface ReportColumn {
  /** What the statement calls it. */
  readonly key: string;
  readonly title: Words;
  readonly cell: ReportCell;
}

export const REPORT_PARAMETERS = ['DATE', 'PERIOD'] as const;

export interface ReportParameter {
  readonly name: string;
  readonly title: Words;
  readonly kind: (typeof REPORT_PARAMETERS)[number];
}

/**
 * A report is data: who may read it, what it asks, one statement, and how its columns are written. One endpoint serves them
 * all as JSON and CSV, one page shows them all; a new report is a file in `definitions/` and a line in `reports.ts`.
 */
export interface ReportDefinition {
  readonly key: string;
  readonly title: Words;
  /** What is counted and what is not, in a sentence for whoever reads the numbers. */
  readonly about: Words;
  /** Beside `report.read`. */
  readonly permission: Permission;
  readonly parameters: readonly ReportParameter[];
  readonly columns: readonly ReportColumn[];
  /** `$1` is today, then the parameters in their order. At most a few thousand rows: it is a report, not a list. */
  readonly sql: string;
  readonly layout: (typeof REPORT_LAYOUTS)[number];
}

export const REPORT_LAYOUTS = ['PORTRAIT', 'LANDSCAPE'] as const;

export type ReportRow = Readonly<Record<string, string | number | null>>;
