import type { Language, Permission } from '@tirtapay/domain';

export type Words = Readonly<Record<Language, string>>;

/**
 * How a value is written. COUNT, VOLUME, RUPIAH and DIFFERENCE are added up below; names and days are not, nor is a BALANCE,
 * which is a state. PERCENT and AVERAGE are worked out of two columns of their row, below of the two sums.
 */
export const REPORT_CELLS = [
  'TEXT',
  'IDENTIFIER',
  'WORD',
  'PERIOD',
  'DATE',
  'MOMENT',
  'CHANNEL',
  'COUNT',
  'VOLUME',
  'RUPIAH',
  'DIFFERENCE',
  'BALANCE',
  'PERCENT',
  'AVERAGE',
] as const;
export type ReportCell = (typeof REPORT_CELLS)[number];

export interface ReportColumn {
  /** What the statement calls it. */
  readonly key: string;
  readonly title: Words;
  readonly cell: ReportCell;
  /** PERCENT and AVERAGE: the column that is divided and the one it is divided by. */
  readonly ratio?: { readonly of: string; readonly per: string };
  /**
   * The hidden column that has the total of all rows, where one thing may stand in several of them and their sum would count
   * it more than once.
   */
  readonly whole?: string;
  /** WORD: what people read for a code. */
  readonly words?: Readonly<Record<string, Words>>;
  /**
   * The list behind a figure, as `figureLink` fills it in: each `{name}` is a value of the row, also one no column shows, or a
   * parameter.
   */
  readonly link?: string;
}

export const REPORT_PARAMETERS = ['DATE', 'PERIOD', 'CHOICE', 'CUSTOMER'] as const;
/** Lists that are read from the database when the form is shown. */
export type ReportSource = 'REGION' | 'TARIFF' | 'COLLECTOR' | 'STATEMENT' | 'PERSON' | 'POLICY';

export interface ReportParameter {
  readonly name: string;
  readonly title: Words;
  readonly kind: (typeof REPORT_PARAMETERS)[number];
  /** CHOICE: what there is to choose from, written here or read from a table. */
  readonly choices?: Readonly<Record<string, Words>> | ReportSource;
  /** Without it the report is of everything. */
  readonly optional?: boolean;
  /** CHOICE: what is meant by whoever does not say. */
  readonly usual?: string;
}

export const REPORT_GROUPS = ['BILLING', 'RECEIPTS', 'ARREARS', 'BOOKS', 'BANKS', 'COUNTER', 'WORK'] as const;
export const REPORT_LAYOUTS = ['PORTRAIT', 'LANDSCAPE'] as const;

/**
 * A report is data: who may read it, what it asks, one statement, and how its columns are written. One page, one sheet of
 * paper and two kinds of file serve them all; a new report is a file in `definitions/` and a line in `reports.ts`.
 */
export interface ReportDefinition {
  readonly key: string;
  readonly title: Words;
  /** What is counted and what is not, in a sentence for whoever reads the numbers. */
  readonly about: Words;
  readonly group: (typeof REPORT_GROUPS)[number];
  /** Beside `report.read`. */
  readonly permission: Permission;
  readonly parameters: readonly ReportParameter[];
  readonly columns: readonly ReportColumn[];
  /**
   * One statement, its order included. `:name` is a parameter (null where an optional one is missing), `:today` the business
   * date, `:zone` the time zone of the business.
   */
  readonly sql: string;
  /** The list behind every figure of a row that has none of its own. */
  readonly opens?: string;
  /** Columns of the statement that links need and nobody reads. */
  readonly hidden?: readonly string[];
  /** Rows with the same value here stand together with a sum of their own; the first column of the order. */
  readonly groupBy?: string;
  /** The hidden column that tells rows apart whose groups have the same name. */
  readonly groupKey?: string;
  /** A list of single things has its rows numbered. */
  readonly numbered?: boolean;
  /** For what grows with the utility: the longest range of `from` and `to`. */
  readonly longest?: { readonly days: number } | { readonly periods: number };
  /** Where figures come from two sides: the statement of each, for whoever wants to ask again. */
  readonly sides?: readonly { readonly title: Words; readonly sql: string }[];
  /** The columns as columns of a picture, over the values of another: one or two, of which the last is the accented one. */
  readonly chart?: { readonly by: string; readonly of: readonly string[] };
  readonly layout: (typeof REPORT_LAYOUTS)[number];
}

export type ReportValue = string | number | null;
export type ReportRow = Readonly<Record<string, ReportValue>>;
