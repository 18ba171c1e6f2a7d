import { isTimedOut, type Database } from '../database';
import { Problem } from '../problem';
import {
  assertSortable,
  compileList,
  countsExactly,
  flagParameter,
  integerParameter,
  orderSql,
  refuse,
  whereSql,
  type CompiledList,
} from './compile-list';
import type { Counted } from './count-rows';
import { exportPieces } from './export-pieces';
import { collected, narrow, type Narrowed } from './found-rows';
import { cursorOf, from, goesOn, keysetSelect, placeOf, readFrom, withoutPlace } from './keyset';
import type { FixedCondition, ListDefinition, ListParameters } from './list-definition';
import { MOST_ROWS } from './page-limits';
import { LIST_SAYS } from './sentences';

export interface PageOf<T> {
  readonly data: T[];
  readonly meta: Counted & {
    readonly page: number;
    readonly page_size: number;
    /** What to give as `after` for the rows behind these, as `before` for those in front of them. */
    readonly next?: string;
    readonly previous?: string;
  };
}

const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE = 10_000_000;

type Selected = Pick<ListDefinition<never, unknown>, 'select' | 'from' | 'details' | 'tieBreaker'>;

/** The keys of a page in their order, cut from those of the whole filter. */
function keysSql(
  { from: source, tieBreaker: key }: Selected,
  { conditions, order }: CompiledList,
  few: boolean,
  cut: string,
): string {
  if (!few) return `SELECT ${key} FROM ${source} ${whereSql(conditions)} ${orderSql(order)} ${cut}`;
  const columns = order.map(({ column }, index) => `${column} AS o${String(index)}`).join(', ');
  const sorted = orderSql(order.map((one, index) => ({ ...one, column: `k.o${String(index)}` })));
  // Behind OFFSET 0 the planner cannot walk the order in the hope of meeting soon what is hardly there.
  return `SELECT k.id FROM (SELECT ${key} AS id, ${columns} FROM ${source} ${whereSql(conditions)} OFFSET 0) k ${sorted} ${cut}`;
}

/** Keys first, then the rows of those keys: what is skipped or cut off costs no more than its key. */
function pageSql(definition: Selected, compiled: CompiledList, few: boolean, cut: string): string {
  const { select, from: source, details = '', tieBreaker: key } = definition;
  const { order } = compiled;
  return `SELECT ${select}${keysetSelect(order)} FROM ${source} ${details} WHERE ${key} = ANY (ARRAY(${keysSql(definition, compiled, few, cut)})) ${orderSql(order)}`;
}

/**
 * Rows a walk looks at, first and when they did not fill the page: what one in a hundred has is among the nearest, what the newest
 * street has none of is not far. What was written long ago and lies together, like the meters of one delivery, is collected instead.
 */
const NEAR = 4_000;
const FAR = 40_000;

/** Keeps a walk among the nearest rows of the order: all up to the value its first column has there. */
function nearest({ from: source }: Selected, all: CompiledList, walked: number): string | null {
  const [first] = all.order;
  if (first === undefined || first.nullable) return null;
  const { column, descending } = first;
  return `${column} ${descending ? '>=' : '<='} (SELECT ${column} FROM ${source} ${whereSql(all.conditions)} ${orderSql(all.order)} OFFSET ${String(walked)} LIMIT 1)`;
}

interface Cut {
  readonly page: number;
  readonly pageSize: number;
}

function cutOf(parameters: ListParameters): Cut {
  const page = integerParameter(parameters, 'page', 1, MAX_PAGE);
  const pageSize = integerParameter(parameters, 'page_size', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  if (page * pageSize > Math.max(MOST_ROWS, pageSize))
    refuse('page', 'too_deep', LIST_SAYS.tooDeep(MOST_ROWS));
  return { page, pageSize };
}

/** The rows of a page that begins at a place or behind so many; one more than is shown tells whether there are more. */
async function cutRows<Row extends object>(
  database: Database,
  definition: ListDefinition<Row, unknown>,
  { compiled, few, walk }: Narrowed,
  place: ReturnType<typeof placeOf>,
  { page, pageSize }: Cut,
): Promise<Row[]> {
  const skipped = place === null ? (page - 1) * pageSize : 0;
  const cut = `LIMIT ${String(pageSize + 1)} OFFSET ${String(skipped)}`;
  const placed = (list: CompiledList) => (place === null ? list : from(list, place));
  const read = (list: CompiledList, collect: boolean) =>
    database.list<Row>(pageSql(definition, list, collect, cut), list.values);
  const asked = placed(compiled);
  if (walk === null) return read(asked, few);
  for (const [list, walked] of [
    [walk.near, NEAR],
    [walk.far, FAR],
  ] as const) {
    if (list === null) continue;
    const bound = nearest(definition, placed(walk.all), walked);
    if (bound === null) return read(asked, few);
    const among = placed(list);
    const found = await read({ ...among, conditions: [...among.conditions, bound] }, false);
    if (found.length > pageSize) return found;
  }
  return read(placed(walk.whole), true);
}

/** The rows of the page, and where those behind and in front of it begin. */
async function rowsOf<Row extends object>(
  database: Database,
  definition: ListDefinition<Row, unknown>,
  parameters: ListParameters,
  narrowed: Narrowed,
  cut: Cut,
): Promise<{ rows: Row[]; ways: { next?: string; previous?: string } }> {
  const { compiled, counted, few } = narrowed;
  const { page, pageSize } = cut;
  const place = placeOf(parameters, compiled.order);
  if (few && counted.total === 0) return { rows: [], ways: {} };
  const found = await readFrom(place, () => cutRows(database, definition, narrowed, place, cut));
  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  const backwards = place?.direction === 'before';
  if (backwards) rows.reverse();
  if (!goesOn(compiled.order)) return { rows, ways: {} };
  const cursor = (row: Row | undefined) =>
    row === undefined ? undefined : cursorOf(compiled.order, row as Readonly<Record<string, unknown>>);
  const behind = backwards ? place.values !== null : more;
  const next = behind ? cursor(rows.at(-1)) : undefined;
  const previous = (backwards ? more : place !== null || page > 1) ? cursor(rows[0]) : undefined;
  return {
    rows,
    ways: { ...(next !== undefined && { next }), ...(previous !== undefined && { previous }) },
  };
}

/**
 * One page of a list with how many rows there are, or that there are more than a page may reach.
 * @throws Problem request.invalid naming the wrong parameter
 * @throws Problem list.too_broad when the filter takes longer than anybody waits for a page
 */
export async function listPage<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): Promise<PageOf<Item>> {
  const cut = cutOf(parameters);
  const counting = { adding: flagParameter(parameters, 'totals'), exactly: countsExactly(parameters) };
  const compiled = compileList(definition, parameters, fixed);
  try {
    const narrowed = await narrow(database, definition, compiled, counting);
    const { total, total_capped: capped = false } = narrowed.counted;
    assertSortable(compiled, capped || total > MOST_ROWS);
    const { rows, ways } = await rowsOf(database, definition, parameters, narrowed, cut);
    return {
      data: rows.map((row) => definition.map(withoutPlace(row))),
      meta: { page: cut.page, page_size: cut.pageSize, ...narrowed.counted, ...ways },
    };
  } catch (error) {
    throw isTimedOut(error) ? new Problem('list.too_broad') : error;
  }
}

/**
 * Every row of the filter, in order: for files of any size.
 * @throws Problem request.invalid at once, before the first row, so that a bad filter is still answered 400
 */
export function listAll<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): AsyncGenerator<Item> {
  const compiled = compileList(definition, parameters, fixed);
  return streamRows(database, definition, collected(compiled, definition.tieBreaker));
}

async function* streamRows<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  { conditions, values, order }: CompiledList,
): AsyncGenerator<Item> {
  const { select, from: source, details = '' } = definition;
  const sql = `SELECT ${select} FROM ${source} ${details} ${whereSql(conditions)} ${orderSql(order)}`;
  for await (const rows of exportPieces<Row>(database, sql, values))
    for (const row of rows) yield definition.map(row);
}
