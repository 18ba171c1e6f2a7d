import { sqlState } from '../database';
import { orderSql, refuse, type CompiledList, type OrderKey } from './compile-list';
import type { ListParameters } from './list-definition';
import { LIST_SAYS } from './sentences';

/** Where to go on: the values of the columns of the order in one row. */
interface Place {
  readonly direction: 'after' | 'before';
  /** Null is the end of the list, before which its last page lies. */
  readonly values: readonly string[] | null;
}

/** `before=end` is the last page, however many there are in front of it. */
const END = 'end';

/** The columns of the order as text, beside what the list shows: `(p.posted_at)::text AS keyset_0`. */
export function keysetSelect(order: readonly OrderKey[]): string {
  return order.map(({ column }, index) => `, (${column})::text AS keyset_${String(index)}`).join('');
}

/** The row without its place, which is nothing a list shows: its cursor says it. */
export function withoutPlace<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('keyset_'))) as Row;
}

/** Row by row in one direction, nothing missing: only then "after this row" is one step down an index. */
export function goesOn(order: readonly OrderKey[]): boolean {
  return order.every(({ descending, nullable }) => !nullable && descending === order[0]?.descending);
}

export function cursorOf(order: readonly OrderKey[], row: Readonly<Record<string, unknown>>): string {
  const values = order.map((_, index) => row[`keyset_${String(index)}`]);
  return Buffer.from(JSON.stringify([orderSql(order), ...values])).toString('base64url');
}

function decoded(name: string, text: unknown, order: readonly OrderKey[]): string[] | null {
  if (name === 'before' && text === END && goesOn(order)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(text), 'base64url').toString());
    if (
      typeof text === 'string' &&
      goesOn(order) &&
      Array.isArray(parts) &&
      parts.length === order.length + 1 &&
      parts.every((part) => typeof part === 'string' && !part.includes('\0')) &&
      parts[0] === orderSql(order)
    )
      return parts.slice(1) as string[];
  } catch {
    // Said below.
  }
  return refuse(name, 'not_a_cursor', LIST_SAYS.notACursor(name));
}

/** Where the page begins when it does not begin at a number. @throws Problem request.invalid */
export function placeOf(parameters: ListParameters, order: readonly OrderKey[]): Place | null {
  const given = (['after', 'before'] as const).filter(
    (name) => parameters[name] !== undefined && parameters[name] !== '',
  );
  const [direction] = given;
  if (direction === undefined) return null;
  if (given.length > 1 || (parameters.page !== undefined && parameters.page !== ''))
    return refuse(direction, 'not_a_cursor', LIST_SAYS.notACursor(direction));
  return { direction, values: decoded(direction, parameters[direction], order) };
}

/** Data that is of no kind the columns have: only a place can hold it, every filter was looked at before. */
const OF_ANOTHER_KIND = '22';

/** Reads from a place; somebody may have written it by hand. @throws Problem request.invalid */
export async function readFrom<T>(place: Place | null, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (place === null || sqlState(error)?.startsWith(OF_ANOTHER_KIND) !== true) throw error;
    return refuse(place.direction, 'not_a_cursor', LIST_SAYS.notACursor(place.direction));
  }
}

const turned = (order: readonly OrderKey[]): OrderKey[] =>
  order.map((key) => ({ ...key, descending: !key.descending }));

/** The list from that place on; before it, the rows come in the opposite order. */
export function from(compiled: CompiledList, place: Place): CompiledList {
  const { order, values, conditions } = compiled;
  const wanted = place.direction === 'after' ? order : turned(order);
  if (place.values === null) return { ...compiled, order: wanted };
  const columns = order.map(({ column }) => column).join(', ');
  const places = place.values.map((_, index) => `$${String(values.length + index + 1)}`).join(', ');
  const further = `(${columns}) ${wanted[0]?.descending === true ? '<' : '>'} (${places})`;
  return {
    ...compiled,
    conditions: [...conditions, further],
    values: [...values, ...place.values],
    order: wanted,
  };
}
