import { isBusinessDate, isPeriod, type Language } from '@tirtapay/domain';
import { say } from '../context';
import { Problem, type FieldError } from '../problem';
import type { FixedCondition, ListDefinition, ListFilter, ListParameters } from './list-definition';
import { searchCondition } from './search-conditions';

/** What every list understands besides its own filters. */
const COMMON = new Set(['page', 'page_size', 'sort', 'q', 'ids', 'totals', 'format']);

/** As many rows as can be ticked one by one; whoever wants more takes the filter. */
export const MAX_IDS = 500;

function refuse(parameter: string, code: string, message: Record<Language, string>): never {
  const error: FieldError = { pointer: `?${parameter}`, code, message: say(message) };
  throw new Problem('request.invalid', { errors: [error] });
}

export function flagParameter(parameters: ListParameters, name: string): boolean {
  const value = parameters[name];
  if (value === undefined || value === '' || value === 'false') return false;
  if (value !== 'true')
    refuse(name, 'not_a_boolean', {
      id: `${name} harus true atau false`,
      en: `${name} must be true or false`,
    });
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
    refuse(name, 'not_an_integer', {
      id: `${name} harus bilangan bulat positif`,
      en: `${name} must be a positive whole number`,
    });
  const number = Number(value);
  if (number > max)
    refuse(name, 'too_large', {
      id: `${name} paling banyak ${String(max)}`,
      en: `${name} must be at most ${String(max)}`,
    });
  return number;
}

function filterValue(name: string, filter: ListFilter, text: string): unknown {
  if (filter.choices !== undefined && !filter.choices.includes(text))
    refuse(name, 'not_a_choice', {
      id: `${name} harus salah satu dari ${filter.choices.join(', ')}`,
      en: `${name} must be one of ${filter.choices.join(', ')}`,
    });
  switch (filter.type) {
    case 'integer':
      if (!/^[0-9]{1,15}$/.test(text))
        refuse(name, 'not_an_integer', {
          id: `${name} harus bilangan bulat`,
          en: `${name} must be a whole number`,
        });
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false')
        refuse(name, 'not_a_boolean', {
          id: `${name} harus true atau false`,
          en: `${name} must be true or false`,
        });
      return text === 'true';
    case 'date':
      if (!isBusinessDate(text))
        refuse(name, 'not_a_date', {
          id: `${name} harus tanggal yang ada, TTTT-BB-HH`,
          en: `${name} must be a day that exists, YYYY-MM-DD`,
        });
      return text;
    case 'period':
      if (!isPeriod(text))
        refuse(name, 'not_a_period', {
          id: `${name} harus bulan, TTTT-BB`,
          en: `${name} must be a period, YYYY-MM`,
        });
      return text;
    case 'text':
      if (text.length > 200 || text.includes('\0'))
        refuse(name, 'too_long', { id: `${name} tidak dapat diterima`, en: `${name} is not acceptable` });
      return text;
  }
}

function searchText(search: unknown): string {
  if (search === undefined) return '';
  if (typeof search !== 'string' || search.length > 100 || search.includes('\0'))
    refuse('q', 'too_long', { id: 'q paling panjang 100 karakter', en: 'q must be at most 100 characters' });
  return search;
}

/** The rows ticked on a screen, by the identifier that tells them apart. @returns null when none are named */
function tickedIds(ids: unknown): number[] | null {
  if (ids === undefined || ids === '') return null;
  const parts = typeof ids === 'string' ? ids.split(',') : [];
  if (parts.length === 0 || parts.length > MAX_IDS || !parts.every((part) => /^[1-9][0-9]{0,14}$/.test(part)))
    refuse('ids', 'not_a_list_of_ids', {
      id: `ids harus 1 sampai ${String(MAX_IDS)} nomor, dipisahkan koma`,
      en: `ids must be 1 to ${String(MAX_IDS)} identifiers, separated by commas`,
    });
  return parts.map(Number);
}

export interface CompiledList {
  readonly where: string;
  readonly values: unknown[];
  readonly orderBy: string;
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
    if (filter === undefined)
      refuse(name.slice(0, 50), 'unknown_parameter', {
        id: 'daftar ini tidak punya saringan itu',
        en: 'this list has no such filter',
      });
    if (raw === undefined || raw === '') continue;
    if (typeof raw !== 'string')
      refuse(name, 'repeated', { id: `${name} hanya boleh sekali`, en: `${name} may be given once` });
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
  const ids = tickedIds(parameters.ids);
  if (ids !== null) conditions.push(`${definition.tieBreaker} = ANY (${parameter(ids)}::bigint[])`);
  const search = searchCondition(definition.search ?? [], searchText(parameters.q), parameter);
  if (search !== null) conditions.push(search);
  return {
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values,
    orderBy: orderBy(definition, parameters.sort),
  };
}

function orderBy(definition: ListDefinition<never, unknown>, sort: unknown): string {
  if (sort !== undefined && typeof sort !== 'string')
    refuse('sort', 'repeated', { id: 'sort hanya boleh sekali', en: 'sort may be given once' });
  const keys = (sort === undefined || sort === '' ? definition.defaultSort : sort).split(',');
  if (keys.length > 5)
    refuse('sort', 'too_many', { id: 'sort paling banyak 5 kolom', en: 'sort takes at most 5 columns' });
  const parts = keys.map((key) => {
    const descending = key.startsWith('-');
    const name = descending ? key.slice(1) : key;
    const column = Object.hasOwn(definition.sortable, name) ? definition.sortable[name] : undefined;
    if (column === undefined)
      return refuse('sort', 'not_sortable', {
        id: `sort harus menyebut ${Object.keys(definition.sortable).join(', ')}`,
        en: `sort must name ${Object.keys(definition.sortable).join(', ')}`,
      });
    const order = `${column} ${descending ? 'DESC' : 'ASC'}`;
    return definition.nullable?.includes(name) === true ? `${order} NULLS LAST` : order;
  });
  // An index read backwards gives ties backwards as well.
  const backwards = keys.at(-1)?.startsWith('-') === true;
  return `ORDER BY ${[...parts, `${definition.tieBreaker} ${backwards ? 'DESC' : 'ASC'}`].join(', ')}`;
}
