import type { Database } from '../database';
import { compileList, flagParameter, integerParameter, type CompiledList } from './compile-list';
import type { FixedCondition, ListDefinition, ListParameters } from './list-definition';

export interface PageOf<T> {
  readonly data: T[];
  readonly meta: {
    readonly page: number;
    readonly page_size: number;
    readonly total: number;
    /** Over all rows of the filter, by the key of the column; only when asked for. */
    readonly totals?: Readonly<Record<string, number>>;
  };
}

const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 25;
const MAX_OFFSET = 10_000_000;

function pageSql(
  { select, from, pageKey }: Pick<ListDefinition<never, unknown>, 'select' | 'from' | 'pageKey'>,
  where: string,
  order: string,
  cut: string,
): string {
  if (pageKey === undefined) return `SELECT ${select} FROM ${from} ${where} ${order} ${cut}`;
  const keys = `SELECT ${pageKey} FROM ${from} ${where} ${order} ${cut}`;
  return `SELECT ${select} FROM ${from} WHERE ${pageKey} = ANY (ARRAY(${keys})) ${order}`;
}

/** Counts the rows of the filter, and adds up what the list adds up: one statement, so that both speak of the same rows. */
async function totalsOf(
  database: Database,
  definition: Pick<ListDefinition<never, unknown>, 'from' | 'sums' | 'sumsFrom'>,
  { where, values }: CompiledList,
  adding: boolean,
): Promise<{ total: number; totals?: Record<string, number> }> {
  const sums = adding ? Object.entries(definition.sums ?? {}) : [];
  const from = sums.length === 0 ? definition.from : (definition.sumsFrom ?? definition.from);
  const added = sums.map(([, { sql }], index) => `, coalesce(sum(${sql}), 0)::bigint AS s${String(index)}`);
  const [row] = await database.screen<Record<string, number>>(
    `SELECT count(*) AS total${added.join('')} FROM ${from} ${where}`,
    values,
  );
  const total = row?.total ?? 0;
  if (!adding) return { total };
  return {
    total,
    totals: Object.fromEntries(sums.map(([name], index) => [name, row?.[`s${String(index)}`] ?? 0])),
  };
}

/** One page of a list with the real total. @throws Problem request.invalid naming the wrong parameter */
export async function listPage<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): Promise<PageOf<Item>> {
  const page = integerParameter(parameters, 'page', 1, MAX_OFFSET);
  const pageSize = integerParameter(parameters, 'page_size', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const adding = flagParameter(parameters, 'totals');
  const compiled = compileList(definition, parameters, fixed);
  const { where, values, orderBy: order } = compiled;
  const [rows, totals] = await Promise.all([
    database.screen<Row>(
      pageSql(definition, where, order, `LIMIT ${String(pageSize)} OFFSET ${String((page - 1) * pageSize)}`),
      values,
    ),
    totalsOf(database, definition, compiled, adding),
  ]);
  return {
    data: rows.map((row) => definition.map(row)),
    meta: { page, page_size: pageSize, ...totals },
  };
}

/**
 * Every row of the filter, in order, a few thousand at a time: for exports of any size in bounded memory.
 * Whoever reads must read at once: a transaction is open until the last row.
 * @throws Problem request.invalid at once, before the first row, so that a bad filter is still answered 400
 */
export function listAll<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): AsyncGenerator<Item> {
  return streamRows(database, definition, compileList(definition as never, parameters, fixed));
}

async function* streamRows<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  { where, values, orderBy: order }: CompiledList,
): AsyncGenerator<Item> {
  const client = await database.connection('export');
  let broken: Error | undefined;
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(
      `DECLARE export CURSOR FOR SELECT ${definition.select} FROM ${definition.from} ${where} ${order}`,
      values,
    );
    for (;;) {
      const { rows } = await client.query<Row>('FETCH 2000 FROM export');
      if (rows.length === 0) break;
      for (const row of rows) yield definition.map(row);
    }
    await client.query('COMMIT');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    if (broken === undefined)
      await client.query('ROLLBACK').catch((error: unknown) => (broken = error as Error));
    client.release(broken);
  }
}
