/**
 * A list screen described as data: where rows come from, which columns may sort, which filters exist, what the search
 * box looks at. Everything a client may name is in an allow-list; values only ever travel as parameters.
 */
export interface ListDefinition<Row, Item> {
  /** SQL after FROM: what is sorted, filtered, searched and counted. */
  readonly from: string;
  /** Joins only the select list needs: made for the rows of the page, never for those that are counted or skipped. */
  readonly details?: string;
  /** SQL select list. */
  readonly select: string;
  readonly sortable: Readonly<Record<string, string>>;
  /**
   * Sortable columns that may be null: the missing come last in both directions. All others compile to an order that
   * an index read forwards or backwards serves; `DESC NULLS LAST` is one that no index has.
   */
  readonly nullable?: readonly string[];
  readonly defaultSort: string;
  /**
   * Of a table that grows for ever: the sort keys an index serves. By any other key only as many rows are sorted as a
   * page may reach; and the search box wants two letters. Absent for tables of some dozens or hundreds of rows.
   */
  readonly indexed?: readonly string[];
  /** A unique column, so that pages never overlap; it runs in the direction of the last sort key. */
  readonly tieBreaker: string;
  readonly filters: Readonly<Record<string, ListFilter>>;
  /** What the totals row adds up over the whole filter, by the key of the column it stands under. */
  readonly sums?: Readonly<Record<string, ListSum>>;
  /** SQL after FROM for the totals alone, where adding up needs more than the list joins. */
  readonly sumsFrom?: string;
  /** SQL expressions matched by the search box; `%` and `_` typed by people are plain characters. */
  readonly search?: readonly ListSearch[];
  readonly map: (row: Row) => Item;
}

export interface ListSum {
  /** SQL of what one row counts for; nothing counts as 0. */
  readonly sql: string;
  /** Rupiah, or a plain count. */
  readonly kind: 'money' | 'number';
}

/** What a client has to know of a list; also what is documented of it. */
export type ListShape = Pick<
  ListDefinition<never, unknown>,
  'sortable' | 'indexed' | 'filters' | 'search' | 'sums'
> &
  Partial<Pick<ListDefinition<never, unknown>, 'defaultSort'>>;

export interface ListFilter {
  readonly type: 'text' | 'integer' | 'boolean' | 'date' | 'period';
  /** SQL condition with `$$` in place of the value, which is an array when `many`. */
  readonly where: string;
  /** Another condition for some values (`true`, a choice), where one condition for all is one no index serves. */
  readonly cases?: Readonly<Record<string, string>>;
  readonly choices?: readonly string[];
  /** Accepts `a,b,c`; the condition then uses `= ANY($$)`. */
  readonly many?: boolean;
  /**
   * The order by which its rows come when none is asked for, as `sort` names it: an index holds them together so, where the
   * order of the list would walk past all others.
   */
  readonly order?: string;
}

/**
 * One thing the search box looks at. Stored and asked are compared in one form (libs/domain/src/search): `contains`
 * words and sentences; `number` a column of digits, from its beginning, however it is grouped; `key` and `key prefix`
 * what people copy or type, in any case; `exact` what machines call each other.
 */
export type ListSearch =
  | {
      readonly expression: string;
      readonly match: 'exact' | 'number' | 'key' | 'key prefix' | 'contains';
    }
  | {
      /**
       * Of a big table: statements that each find identifiers of the list (`tieBreaker`) through an index of their own, with
       * `$contains`, `$number`, `$key` and `$phone` in place of LIKE patterns, `$whole` and `$typed` in place of a key as a
       * whole, in its one form and as it was typed. One or two letters are looked for at the beginning of words only, so
       * the text searched with `$contains` must begin with a space.
       */
      readonly sources: readonly SearchSource[];
    };

/**
 * A statement that finds identifiers: a handful at most, as by a whole key. What may find many says as `row` how one row of
 * the list is asked the same, by its own columns: for a word that stands almost everywhere the list is walked, and a row
 * looked up again for each source costs three times as much. `among` asks the same of many rows: by a set that is made once.
 */
export type SearchSource = string | { readonly find: string; readonly row: string; readonly among?: string };

export type ListParameters = Readonly<Record<string, unknown>>;

/** A condition the server adds whatever the client asked, e.g. "of this customer". */
export interface FixedCondition {
  readonly where: string;
  readonly value: unknown;
  /** It stands for a filter somebody asked for. */
  readonly asked?: boolean;
}
