import { isBusinessDate, isPeriod } from '@tirtapay/domain';
import { Problem, type FieldError } from '../problem';
import type { FixedCondition, ListDefinition, ListFilter, ListParameters } from './list-definition';

const PAGING = new Set(['page', 'page_size', 'sort', 'q']);
const MIN_TRIGRAM = 3;

function refuse(parameter: string, code: string, message: string): never {
  const error: FieldError = { pointer: `?${parameter}`, code, message };
  throw new Problem('request.invalid', { errors: [error] });
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
      if (!isBusinessDate(text)) refuse(name, 'not_a_date', `${name} must be a day that exists, YYYY-MM-DD`);
      return text;
    case 'period':
      if (!isPeriod(text)) refuse(name, 'not_a_period', `${name} must be a period, YYYY-MM`);
      return text;
    case 'text':
      if (text.length > 200 || text.includes('\0')) refuse(name, 'too_long', `${name} is not acceptable`);
      return text;
  }
}

/** What is looked for; blanks alone look for nothing. */
function searchText(search: unknown): string {
  if (search === undefined) return '';
  if (typeof search !== 'string' || search.length > 100 || search.includes('\0'))
    refuse('q', 'too_long', 'q must be at most 100 characters');
  return search.trim();
}

export interface CompiledList {
  readonly where: string;
  readonly values: unknown[];
  readonly orderBy: string;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
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
    // A number as wide as the widest column: what is too large for a narrow one matches nothing, and is no fault.
    const type = filter.type === 'integer' ? (filter.many === true ? '::bigint[]' : '::bigint') : '';
    conditions.push(filter.where.replaceAll('$$', () => `${parameter(value)}${type}`));
  }
  const search = searchText(parameters.q);
  // Only a search that looks for something may add parameters: one that no condition names is refused by PostgreSQL.
  if (search !== '' && definition.search !== undefined) {
    const text = search.toLowerCase();
    const prefix = `${escapeLike(text)}%`;
    const contains = `%${prefix}`;
    // An index of three-letter pieces knows nothing of two letters, but it does know how words begin.
    const indexed = text.length < MIN_TRIGRAM ? `% ${prefix}` : contains;
    const parts = definition.search.map((part) => {
      if ('condition' in part)
        return part.condition
          .replaceAll('$prefix', () => parameter(prefix))
          .replaceAll('$contains', () => parameter(indexed));
      if (part.match === 'exact') return `${part.expression} = ${parameter(search)}`;
      return `lower(${part.expression}) LIKE ${parameter(part.match === 'prefix' ? prefix : contains)}`;
    });
    if (parts.length > 0) conditions.push(`(${parts.join(' OR ')})`);
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
    const order = `${column} ${descending ? 'DESC' : 'ASC'}`;
    return definition.nullable?.includes(name) === true ? `${order} NULLS LAST` : order;
  });
  // An index read backwards gives ties backwards as well.
  const backwards = keys.at(-1)?.startsWith('-') === true;
  return `ORDER BY ${[...parts, `${definition.tieBreaker} ${backwards ? 'DESC' : 'ASC'}`].join(', ')}`;
}
