import type { Database } from '../database';
import { whereSql, type CompiledList } from './compile-list';
import type { ListDefinition } from './list-definition';
import { MOST_ROWS } from './page-limits';
import { reportDeskOf } from './report-desk';

export interface Counted {
  readonly total: number;
  /** There are more; they were not counted, and nothing was added up. */
  readonly total_capped?: true;
  readonly totals?: Readonly<Record<string, number>>;
}

type Countable = Pick<ListDefinition<never, unknown>, 'from' | 'sums' | 'sumsFrom'>;

/**
 * Counts the rows of the filter, and adds up what the list adds up: one statement, so that both speak of the same rows. It
 * stops behind the last row a page may reach, unless all are asked for; half a sum is none.
 * @throws Problem report.busy for whoever has more counted than one thing after the other
 */
export async function countRows(
  database: Database,
  definition: Countable,
  { conditions, values }: CompiledList,
  { adding, exactly }: { readonly adding: boolean; readonly exactly: boolean },
): Promise<Counted> {
  const sums = adding ? Object.entries(definition.sums ?? {}) : [];
  const from = sums.length === 0 ? definition.from : (definition.sumsFrom ?? definition.from);
  const parts = sums.map(([, { sql }], index) => `${sql} AS s${String(index)}`);
  const added = sums.map(
    (_, index) => `, coalesce(sum(r.s${String(index)}), 0)::bigint AS s${String(index)}`,
  );
  const sql = `SELECT count(*) AS total${added.join('')} FROM (SELECT ${parts.join(', ')} FROM ${from} ${whereSql(conditions)}${
    exactly ? '' : ` LIMIT ${String(MOST_ROWS + 1)}`
  }) r`;
  const [row] = await (exactly
    ? reportDeskOf(database).serve(() => database.report<Record<string, number>>(sql, values))
    : database.list<Record<string, number>>(sql, values));
  const total = row?.total ?? 0;
  if (!exactly && total > MOST_ROWS) return { total: MOST_ROWS, total_capped: true };
  if (!adding) return { total };
  return {
    total,
    totals: Object.fromEntries(sums.map(([name], index) => [name, row?.[`s${String(index)}`] ?? 0])),
  };
}
