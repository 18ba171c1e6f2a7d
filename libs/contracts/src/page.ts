/** Every list answers in this shape; `total` is the number of matching rows, as far as they are counted. */
export type PageMeta = {
  readonly page: number;
  readonly page_size: number;
  readonly total: number;
  /** There are more rows than `total`. */
  readonly total_capped?: true;
  /** Sums over all rows of the filter by column, when they were asked for. */
  readonly totals?: Readonly<Record<string, number>>;
  /** What to ask with as `after` and `before`. */
  readonly next?: string;
  readonly previous?: string;
};

export type Page<T> = { readonly data: readonly T[]; readonly meta: PageMeta };

export const DEFAULT_PAGE_SIZE = 20;

/** More than this is an export, not a page. */
export const MAX_PAGE_SIZE = 100;

/** A report of more rows is no paper any more that anybody signs; the spreadsheet has all of it. */
export const ROWS_ON_PAPER = 5_000;
