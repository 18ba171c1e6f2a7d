import type { Database } from '../database';
import { Problem, type FieldError } from '../problem';

/**
 * A list screen described as data: where rows come from, which columns may sort, which filters exist, what the search
 * box looks at. Everything a client may name is in an allow-list; values only ever travel as parameters.
 */
export interface ListDefinition<Row, Item> {
  /** SQL after FROM, joins included. */
  readonly from: string;
  /** SQL select list. */
  readonly select: string;
  readonly sortable: Readonly<Record<string, string>>;
  /** Sortable columns that are never null: an index on them serves both directions. */
  readonly neverNull?: readonly string[];
  /** Default order, ending in a unique column so that pages never overlap. */
  readonly defaultSort: string;
  readonly tieBreaker: string;
  readonly filters: Readonly<Record<string, ListFilter>>;
  /** SQL expressions matched by the search box; `%` and `_` typed by people are plain characters. */
  readonly search?: readonly ListSearch[];
  readonly map: (row: Row) => Item;
}

export interface ListFilter {
  readonly type: 'text' | 'integer' | 'boolean' | 'date' | 'period';
  /** SQL condition with `$$` in place of the value, which is an array when `many`. */
  readonly where: string;
  readonly choices?: readonly string[];
  /** Accepts `a,b,c`; the condition then uses `= ANY($$)`. */
  readonly many?: boolean;
}

export type ListSearch =
  | {
      readonly expression: string;
      /** `prefix` uses an index on lower(expression); `contains` scans. */
      readonly match: 'exact' | 'prefix' | 'contains';
    }
  | {
      /**
       * A whole condition with `$contains` and `$prefix` in place of the LIKE patterns of the lower-cased text: for
       * big tables, where several indexes answer together (`p.id IN (SELECT … UNION SELECT …)`).
       */
      readonly condition: string;
    };

export type ListParameters = Readonly<Record<string, unknown>>;

export interface PageOf<T> {
  readonly data: T[];
  readonly meta: { readonly page: number; readonly page_size: number; readonly total: number };
}

const PAGING = new Set(['page', 'page_size', 'sort', 'q']);
const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 25;
const MAX_OFFSET = 10_000_000;

function refuse(parameter: string, code: string, message: string): never {
  const error: FieldError = { pointer: `?${parameter}`, code, message };
  throw new Problem('request.invalid', { errors: [error] });
}

function integerParameter(parameters: ListParameters, name: string, fallback: number, max: number): number {
  const value = parameters[name];
  if (value === undefined || value === '') return fallback;
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,8}$/.test(value))
    refuse(name, 'not_an_integer', `${name} must be a positive whole number`);
  const number = Number(value);
  if (number > max) refuse(name, 'too_large', `${name} must be at most ${String(max)}`);
  return number;
}

function filterValue(name: string, filter: ListFilter, text: string): unknown {
  if (filter.choices !== undefined && !filter.choices.includes(text))
    refuse(name, 'not_a_choice', `${name} must be one of ${filter.choices.join(', ')}`);
  switch (filter.type) {
    case 'integer':
      if (!/^[0-9]{1,15}$/.test(text)) refuse(name, 'not_an_integer', `${name} must be a whole number`);
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false') refuse(name, 'not_a_boolean', `${name} must be true or false`);
      return text === 'true';
    case 'date':
      if (!/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(text) || Number.isNaN(Date.parse(text)))
        refuse(name, 'not_a_date', `${name} must be a date, YYYY-MM-DD`);
      return text;
    case 'period':
      if (!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text))
        refuse(name, 'not_a_period', `${name} must be a period, YYYY-MM`);
      return text;
    case 'text':
      if (text.length > 200 || text.includes('\0')) refuse(name, 'too_long', `${name} is not acceptable`);
      return text;
  }
}

interface Compiled {
  readonly where: string;
  readonly values: unknown[];
  readonly orderBy: string;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

function compile(
  definition: ListDefinition<never, unknown>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[],
): Compiled {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const parameter = (value: unknown): string => {
    values.push(value);
    return `$${String(values.length)}`;
  };
  for (const condition of fixed)
    conditions.push(condition.where.replaceAll('$$', () => parameter(condition.value)));
  for (const [name, raw] of Object.entries(parameters)) {
    if (PAGING.has(name)) continue;
    const filter = Object.hasOwn(definition.filters, name) ? definition.filters[name] : undefined;
    if (filter === undefined) refuse(name.slice(0, 50), 'unknown_parameter', 'this list has no such filter');
    if (raw === undefined || raw === '') continue;
    if (typeof raw !== 'string') refuse(name, 'repeated', `${name} may be given once`);
    const value =
      filter.many === true
        ? raw
            .split(',')
            .slice(0, 50)
            .map((part) => filterValue(name, filter, part))
        : filterValue(name, filter, raw);
    conditions.push(filter.where.replaceAll('$$', () => parameter(value)));
  }
  const search = parameters.q;
  if (search !== undefined && search !== '') {
    if (typeof search !== 'string' || search.length > 100 || search.includes('\0'))
      refuse('q', 'too_long', 'q must be at most 100 characters');
    const text = search.trim().toLowerCase();
    const prefix = `${escapeLike(text)}%`;
    const contains = `%${prefix}`;
    const parts = (definition.search ?? []).map((part) => {
      if ('condition' in part)
        return part.condition
          .replaceAll('$prefix', () => parameter(prefix))
          .replaceAll('$contains', () => parameter(contains));
      if (part.match === 'exact') return `${part.expression} = ${parameter(search.trim())}`;
      return `lower(${part.expression}) LIKE ${parameter(part.match === 'prefix' ? prefix : contains)}`;
    });
    if (parts.length > 0 && text !== '') conditions.push(`(${parts.join(' OR ')})`);
  }
  return {
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values,
    orderBy: orderBy(definition, parameters.sort),
  };
}

function orderBy(definition: ListDefinition<never, unknown>, sort: unknown): string {
  if (sort !== undefined && typeof sort !== 'string') refuse('sort', 'repeated', 'sort may be given once');
  const keys = (sort === undefined || sort === '' ? definition.defaultSort : sort).split(',');
  if (keys.length > 5) refuse('sort', 'too_many', 'sort takes at most 5 columns');
  const parts = keys.map((key) => {
    const descending = key.startsWith('-');
    const name = descending ? key.slice(1) : key;
    const column = Object.hasOwn(definition.sortable, name) ? definition.sortable[name] : undefined;
    if (column === undefined)
      return refuse('sort', 'not_sortable', `sort must name ${Object.keys(definition.sortable).join(', ')}`);
    if (definition.neverNull?.includes(name) === true) return `${column} ${descending ? 'DESC' : 'ASC'}`;
    return `${column} ${descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}`;
  });
  return `ORDER BY ${[...parts, definition.tieBreaker].join(', ')}`;
}

/** A condition the server adds whatever the client asked, e.g. "of this customer". */
export interface FixedCondition {
  readonly where: string;
  readonly value: unknown;
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
  const { where, values, orderBy: order } = compile(definition as never, parameters, fixed);
  const [rows, totals] = await Promise.all([
    database.screen<Row>(
      `SELECT ${definition.select} FROM ${definition.from} ${where} ${order} LIMIT ${String(pageSize)} OFFSET ${String((page - 1) * pageSize)}`,
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
 * @throws Problem request.invalid at once, before the first row, so that a bad filter is still answered 400
 */
export function listAll<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[] = [],
): AsyncGenerator<Item> {
  return streamRows(database, definition, compile(definition as never, parameters, fixed));
}

async function* streamRows<Row extends object, Item>(
  database: Database,
  definition: ListDefinition<Row, Item>,
  { where, values, orderBy: order }: Compiled,
): AsyncGenerator<Item> {
  const client = await database.connection('screen');
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
