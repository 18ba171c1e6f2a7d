import { defaults, types } from 'pg';

/** int8 arrives as text; beyond 2^53 a JavaScript number would silently lose rupiah. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a safe integer`);
  return value;
}

/** How values of PostgreSQL are read: told to the driver once in each thread that has one. */
export function readValuesAsOurs(): void {
  // Lists (`int8[]`) as well, which the driver answers as texts otherwise: an id found in one must equal the id it is compared with.
  defaults.parseInt8 = true;
  types.setTypeParser(types.builtins.INT8, parseInt8);
  // A business date is a word of the calendar, not an instant.
  types.setTypeParser(types.builtins.DATE, (text: string) => text);
}
