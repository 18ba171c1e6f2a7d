/** Every list answers in this shape; `total` is the real number of matching rows. */
export type PageMeta = {
  readonly page: number;
  readonly page_size: number;
  readonly total: number;
  /** Sums over all rows of the filter by column, when they were asked for. */
  readonly totals?: Readonly<Record<string, number>>;
};

export type Page<T> = { readonly data: readonly T[]; readonly meta: PageMeta };

export const DEFAULT_PAGE_SIZE = 20;

/** More than this is an export, not a page. */
export const MAX_PAGE_SIZE = 100;
