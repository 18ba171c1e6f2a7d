import { isBusinessDate, isPeriod, searchForm } from '@tirtapay/domain';
import { Problem, type FieldError, type Sentence } from '../problem';
import type { FixedCondition, ListDefinition, ListFilter, ListParameters } from './list-definition';
import { LIST_SAYS } from './sentences';
import { MOST_ROWS } from './page-limits';
import { leastLetters, searchFor, type FoundBy } from './search-conditions';

/** What every list understands besides its own filters. */
const COMMON = new Set([
  'page',
  'page_size',
  'after',
  'before',
  'sort',
  'q',
  'ids',
  'count',
  'totals',
  'format',
]);

/** As many rows as can be ticked one by one; whoever wants more takes the filter. */
export const MAX_IDS = 500;
/** Up to as many as a page may reach, or all. */
export const COUNTS = ['capped', 'exact'];

/** @throws Problem request.invalid, always */
export function refuse(parameter: string, code: string, message: Sentence): never {
  const error: FieldError = { pointer: `?${parameter}`, code, message };
  throw new Problem('request.invalid', { errors: [error] });
}

export function flagParameter(parameters: ListParameters, name: string): boolean {
  const value = parameters[name];
  if (value === undefined || value === '' || value === 'false') return false;
  if (value !== 'true') refuse(name, 'not_a_boolean', LIST_SAYS.notBoolean(name));
  return true;
}

export function integerParameter(
  parameters: ListParameters,
  name: string,
  fallback: number,
  max: number,
): number {
  const value = parameters[name];
  if (value === undefined || value === '') return fallback;
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,8}$/.test(value))
    refuse(name, 'not_an_integer', LIST_SAYS.notPositive(name));
  const number = Number(value);
  if (number > max) refuse(name, 'too_large', LIST_SAYS.tooLarge(name, max));
  return number;
}

function filterValue(name: string, filter: ListFilter, text: string): unknown {
  if (filter.choices !== undefined && !filter.choices.includes(text))
    refuse(name, 'not_a_choice', LIST_SAYS.notAChoice(name, filter.choices));
  switch (filter.type) {
    case 'integer':
      if (!/^[0-9]{1,15}$/.test(text)) refuse(name, 'not_an_integer', LIST_SAYS.notWhole(name));
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false') refuse(name, 'not_a_boolean', LIST_SAYS.notBoolean(name));
      return text === 'true';
    case 'date':
      if (!isBusinessDate(text)) refuse(name, 'not_a_date', LIST_SAYS.notADate(name));
      return text;
    case 'period':
      if (!isPeriod(text)) refuse(name, 'not_a_period', LIST_SAYS.notAPeriod(name));
      return text;
    case 'text':
      if (text.length > 200 || text.includes('\0')) refuse(name, 'too_long', LIST_SAYS.notAcceptable(name));
      return text;
  }
}

function searchText(search: unknown, least: number): string {
  if (search === undefined) return '';
  if (typeof search !== 'string' || search.length > 100 || search.includes('\0'))
    refuse('q', 'too_long', LIST_SAYS.searchTooLong);
  const { length } = searchForm(search);
  if (length > 0 && length < least) refuse('q', 'too_short', LIST_SAYS.searchTooShort(least));
  return search;
}

/** Whether every row of the filter is counted, however many. @throws Problem request.invalid */
export function countsExactly({ count }: ListParameters): boolean {
  if (count === undefined || count === '' || count === 'capped') return false;
  if (count !== 'exact') refuse('count', 'not_a_choice', LIST_SAYS.notAChoice('count', COUNTS));
  return true;
}

/** The rows ticked on a screen, by the identifier that tells them apart. @returns null when none are named */
function tickedIds(ids: unknown): number[] | null {
  if (ids === undefined || ids === '') return null;
  const parts = typeof ids === 'string' ? ids.split(',') : [];
  if (parts.length === 0 || parts.length > MAX_IDS || !parts.every((part) => /^[1-9][0-9]{0,14}$/.test(part)))
    refuse('ids', 'not_a_list_of_ids', LIST_SAYS.notIds(MAX_IDS));
  return parts.map(Number);
}

export interface CompiledList {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  /** Statements of what is searched for: a row is one that any of them finds. None where nothing is. */
  readonly sources: readonly FoundBy[];
  /** Somebody asked for part of the list: by a filter, by ticked rows, by a search. */
  readonly narrowed: boolean;
  readonly order: readonly OrderKey[];
  /** No index serves this order: every row of the filter is read and sorted. */
  readonly sorts: boolean;
}

/** One column of the order, the last of which tells all rows apart. */
export interface OrderKey {
  readonly column: string;
  readonly descending: boolean;
  readonly nullable: boolean;
}

export function whereSql(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

export function orderSql(order: readonly OrderKey[]): string {
  const keys = order.map(
    ({ column, descending, nullable }) =>
      `${column} ${descending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}`,
  );
  return `ORDER BY ${keys.join(', ')}`;
}

/** The SQL of what a client asked for; every name it used must be in the definition. @throws Problem request.invalid */
export function compileList(
  definition: ListDefinition<never, unknown>,
  parameters: ListParameters,
  fixed: readonly FixedCondition[],
): CompiledList {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const parameter = (value: unknown): string => {
    values.push(value);
    return `$${String(values.length)}`;
  };
  for (const condition of fixed)
    conditions.push(condition.where.replaceAll('$$', () => parameter(condition.value)));
  for (const [name, raw] of Object.entries(parameters)) {
    if (COMMON.has(name)) continue;
    const filter = Object.hasOwn(definition.filters, name) ? definition.filters[name] : undefined;
    if (filter === undefined) refuse(name.slice(0, 50), 'unknown_parameter', LIST_SAYS.noSuchFilter);
    if (raw === undefined || raw === '') continue;
    if (typeof raw !== 'string') refuse(name, 'repeated', LIST_SAYS.repeated(name));
    const value =
      filter.many === true
        ? raw
            .split(',')
            .slice(0, 50)
            .map((part) => filterValue(name, filter, part))
        : filterValue(name, filter, raw);
    // A number as wide as the widest column: what is too large for a narrow one matches nothing, and is no fault.
    const type = filter.type === 'integer' ? (filter.many === true ? '::bigint[]' : '::bigint') : '';
    const where = filter.cases?.[raw] ?? filter.where;
    conditions.push(where.replaceAll('$$', () => `${parameter(value)}${type}`));
  }
  const ids = tickedIds(parameters.ids);
  if (ids !== null) conditions.push(`${definition.tieBreaker} = ANY (${parameter(ids)}::bigint[])`);
  const text = searchText(parameters.q, leastLetters(definition));
  const searched = searchFor(definition.search ?? [], text, parameter);
  if (searched?.condition != null) conditions.push(searched.condition);
  return {
    conditions,
    values,
    sources: searched?.sources ?? [],
    narrowed: conditions.length > fixed.filter(({ asked }) => asked !== true).length || searched !== null,
    ...orderOf(definition, parameters),
  };
}

function orderOf(
  definition: ListDefinition<never, unknown>,
  { sort, ...parameters }: ListParameters,
): Pick<CompiledList, 'order' | 'sorts'> {
  if (sort !== undefined && typeof sort !== 'string') refuse('sort', 'repeated', LIST_SAYS.repeated('sort'));
  const served = Object.entries(definition.filters).find(
    ([name, { order }]) => order !== undefined && parameters[name] !== undefined && parameters[name] !== '',
  )?.[1].order;
  const keys = (sort === undefined || sort === '' ? (served ?? definition.defaultSort) : sort).split(',');
  if (keys.length > 5) refuse('sort', 'too_many', LIST_SAYS.tooManySorts);
  const names = keys.map((key) => key.replace(/^-/, ''));
  const order = keys.map((key, index): OrderKey => {
    const name = names[index] ?? '';
    const column = Object.hasOwn(definition.sortable, name) ? definition.sortable[name] : undefined;
    if (column === undefined)
      return refuse('sort', 'not_sortable', LIST_SAYS.notSortable(Object.keys(definition.sortable)));
    return {
      column,
      descending: key.startsWith('-'),
      nullable: definition.nullable?.includes(name) === true,
    };
  });
  // An index read backwards gives ties backwards as well.
  const descending = keys.at(-1)?.startsWith('-') === true;
  const [first = ''] = names;
  return {
    order: [...order, { column: definition.tieBreaker, descending, nullable: false }],
    sorts:
      definition.indexed !== undefined &&
      (names.length > 1 || (!definition.indexed.includes(first) && first !== served?.replace(/^-/, ''))),
  };
}

/** @throws Problem request.invalid for an order that would have to sort more than a page may reach */
export function assertSortable(compiled: CompiledList, capped: boolean): void {
  if (compiled.sorts && capped) refuse('sort', 'too_many_rows', LIST_SAYS.tooManyToSort(MOST_ROWS));
}
