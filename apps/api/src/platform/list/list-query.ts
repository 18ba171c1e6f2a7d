import type { Database } from '../database';
import { compileList, integerParameter, type CompiledList } from './compile-list';
import type { FixedCondition, ListDefinition, ListParameters } from './list-definition';

export interface PageOf<T> {
  readonly data: T[];
  readonly meta: { readonly page: number; readonly page_size: number; readonly total: number };
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

/** One page of a list with the real total. @throws Problem request.invalid naming the wrong parameter */
export async function listPage<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): Promise<PageOf<Item>> {
  const page = integerParameter(parameters, 'page', 1, MAX_OFFSET);
  const pageSize = integerParameter(parameters, 'page_size', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const { where, values, orderBy: order } = compileList(definition, parameters, fixed);
  const [rows, totals] = await Promise.all([
    database.screen<Row>(
      pageSql(definition, where, order, `LIMIT ${String(pageSize)} OFFSET ${String((page - 1) * pageSize)}`),
      values,
    ),
    database.screen<{ total: number }>(`SELECT count(*) AS total FROM ${definition.from} ${where}`, values),
  ]);
  return {
    data: rows.map((row) => definition.map(row)),
    meta: { page, page_size: pageSize, total: totals[0]?.total ?? 0 },
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
