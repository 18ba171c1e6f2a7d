import type { ReportColumn, ReportDefinition } from './report';

export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
}

/** `:name` with the type it is wanted as, and neither a cast (`::date`) nor a time of day. */
const NAMED = /(?<![:\w]):([a-z_]+)\b(?:::(date|bigint)\b)?/g;

/**
 * The statement with `$1`, `$2` … in place of its names, each of one type. A text that is cast to a date is read anew for every
 * row, because how dates are written is a setting; a parameter that is a date is read once, and the planner knows the day.
 * @throws Error for a name nobody gave
 */
export function bound(sql: string, given: Readonly<Record<string, string | null>>): Statement {
  const places: string[] = [];
  const values: (string | null)[] = [];
  const text = sql.replace(NAMED, (_, name: string, type = 'text') => {
    if (!Object.hasOwn(given, name)) throw new Error(`a report asks for :${name}, which is no parameter`);
    const place = `${name}::${type}`;
    if (!places.includes(place)) {
      places.push(place);
      values.push(given[name] ?? null);
    }
    return `$${String(places.indexOf(place) + 1)}::${type}`;
  });
  return { sql: text, values };
}

const ADDED: ReadonlySet<string> = new Set(['COUNT', 'VOLUME', 'RUPIAH', 'DIFFERENCE']);

/** Whether a column has a sum below. */
export const isAdded = ({ cell }: Pick<ReportColumn, 'cell'>): boolean => ADDED.has(cell);

/** Names of what the statement adds to each row. */
export const ROWS = '#rows';
export const sumOf = (key: string): string => `#${key}`;

/** The rows in their order, at most `limit`; the first carries the sums of all of them, so that both are of one moment. */
export function withSums({ sql, columns }: ReportDefinition, limit: number): string {
  const sums = columns
    .filter(isAdded)
    .map(
      ({ key, whole }) =>
        `, ${whole === undefined ? `sum("${key}")` : `max("${whole}")`}::bigint AS "${sumOf(key)}"`,
    );
  return `WITH report AS MATERIALIZED (SELECT r.*, row_number() OVER () AS "#" FROM (${sql}) r),
    sums AS (SELECT count(*)::bigint AS "${ROWS}"${sums.join('')} FROM report)
    SELECT report.*, sums.* FROM report LEFT JOIN sums ON report."#" = 1 ORDER BY report."#" LIMIT ${String(limit)}`;
}
