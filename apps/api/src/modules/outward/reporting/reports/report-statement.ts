import type { ReportColumn, ReportDefinition } from './report';

export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
}

/** `:name`, and neither a cast (`::date`) nor a time of day. */
const NAMED = /(?<![:\w]):([a-z_]+)\b/g;

/** The statement with `$1`, `$2` … in place of its names. @throws Error for a name nobody gave */
export function bound(sql: string, given: Readonly<Record<string, string | null>>): Statement {
  const names: string[] = [];
  const text = sql.replace(NAMED, (_, name: string) => {
    if (!Object.hasOwn(given, name)) throw new Error(`a report asks for :${name}, which is no parameter`);
    if (!names.includes(name)) names.push(name);
    return `$${String(names.indexOf(name) + 1)}::text`;
  });
  return { sql: text, values: names.map((name) => given[name] ?? null) };
}

const ADDED: ReadonlySet<string> = new Set(['COUNT', 'VOLUME', 'RUPIAH', 'DIFFERENCE']);

/** Whether a column has a sum below. */
export const isAdded = ({ cell }: Pick<ReportColumn, 'cell'>): boolean => ADDED.has(cell);

/** Names of what the statement adds to each row. */
export const ROWS = '#rows';
export const sumOf = (key: string): string => `#${key}`;

/** The rows in their order, at most `limit`; the first carries the sums of all of them, so that both are of one moment. */
export function withSums({ sql, columns }: ReportDefinition, limit: number): string {
  const sums = columns.filter(isAdded).map(({ key }) => `, sum("${key}")::bigint AS "${sumOf(key)}"`);
  return `WITH report AS MATERIALIZED (SELECT r.*, row_number() OVER () AS "#" FROM (${sql}) r),
    sums AS (SELECT count(*)::bigint AS "${ROWS}"${sums.join('')} FROM report)
    SELECT report.*, sums.* FROM report LEFT JOIN sums ON report."#" = 1 ORDER BY report."#" LIMIT ${String(limit)}`;
}
