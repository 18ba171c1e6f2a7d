import type { Database } from '../database';
import { countRows, type Counted } from './count-rows';
import { whereSql, type CompiledList } from './compile-list';
import type { ListDefinition } from './list-definition';
import { MOST_ROWS } from './page-limits';

/*
 * A word finds one row or all of them, and nobody knows before looking. Few are collected through the indexes and put in
 * order; of many, the order is walked and each row is looked at: the next one that matches is never far.
 */

/** More than a page may reach, with some room for what a source finds and the list leaves out. */
const LOOKED_AT = MOST_ROWS + 501;

type Countable = Parameters<typeof countRows>[1] & Pick<ListDefinition<never, unknown>, 'tieBreaker'>;

/** The list with what is searched for among its conditions. */
export interface Narrowed {
  readonly compiled: CompiledList;
  readonly counted: Counted;
  /** No more rows than a page may reach: they are collected and sorted, whatever the planner hopes to meet on the way. */
  readonly few: boolean;
  /** Where rows are looked at one after the other: the list without the search, and with all that is found collected. */
  readonly walk: Walk | null;
}

export interface Walk {
  readonly all: CompiledList;
  /** What is asked of a few thousand rows. */
  readonly near: CompiledList;
  /** What is asked of tens of thousands. Null where each row costs a comparison of words: all that is found is collected sooner than so many are compared. */
  readonly far: CompiledList | null;
  readonly whole: CompiledList;
}

/**
 * Everything the sources find.
 * @param how SET: as the planner likes, which may join all of it. KEYS: for no more than are looked at, their keys first and
 *   then each row by its key, whatever the planner expects
 */
export function collected(compiled: CompiledList, key: string, how: 'SET' | 'KEYS' = 'SET'): CompiledList {
  const { conditions, sources } = compiled;
  if (sources.length === 0) return compiled;
  const found = sources.map(({ find }) => find).join(' UNION ');
  const among = how === 'SET' ? `IN (${found})` : `= ANY (ARRAY (${found}))`;
  return { ...compiled, sources: [], conditions: [...conditions, `${key} ${among}`] };
}

/** Asked of each row: a handful of keys is there at once, and what is looked up, is so by scalar queries, which the planner never turns into the collection of all. */
function lookedAt(compiled: CompiledList, key: string, of: 'FEW' | 'MANY' = 'FEW'): CompiledList {
  const { conditions, sources } = compiled;
  const asked = sources.map(({ find, row, among }) =>
    row === null ? `${key} = ANY (ARRAY (${find}))` : `(${of === 'MANY' ? (among ?? row) : row})`,
  );
  return { ...compiled, sources: [], conditions: [...conditions, `coalesce(${asked.join(' OR ')}, false)`] };
}

/** The same, and whether a source had more than were looked at. */
async function countSome(
  database: Database,
  definition: Countable,
  { conditions, values, sources }: CompiledList,
): Promise<{ total: number; cut: boolean }> {
  const names = sources.map((_, index) => `s${String(index)}`);
  const parts = sources.map(
    ({ find }, index) => `${names[index] ?? ''} (id) AS MATERIALIZED (${find} LIMIT ${String(LOOKED_AT)})`,
  );
  const found = `${definition.tieBreaker} = ANY (ARRAY (${names.map((name) => `SELECT id FROM ${name}`).join(' UNION ')}))`;
  const cut = names.map((name) => `(SELECT count(*) FROM ${name}) = ${String(LOOKED_AT)}`).join(' OR ');
  const [row] = await database.list<{ total: number; cut: boolean }>(
    `WITH ${parts.join(', ')} SELECT count(*) AS total, ${cut} AS cut
     FROM (SELECT FROM ${definition.from} ${whereSql([...conditions, found])} LIMIT ${String(MOST_ROWS + 1)}) r`,
    values,
  );
  return row ?? { total: 0, cut: false };
}

/** Counts the rows of a filter and a search, and says how its pages are read. */
export async function narrow(
  database: Database,
  definition: Countable,
  compiled: CompiledList,
  counting: { readonly adding: boolean; readonly exactly: boolean },
): Promise<Narrowed> {
  const { tieBreaker: key } = definition;
  const whole = collected(compiled, key);
  const near = lookedAt(compiled, key);
  const joined = compiled.sources.some(({ among }) => among !== null);
  const walk = {
    all: { ...compiled, sources: [] },
    near,
    far: joined ? lookedAt(compiled, key, 'MANY') : null,
    whole,
  };
  const read = async (chosen: CompiledList): Promise<Narrowed> => {
    const counted = await countRows(database, definition, chosen, counting);
    return {
      compiled: chosen,
      counted,
      few: compiled.narrowed && counted.total_capped !== true && counted.total <= MOST_ROWS,
      walk: null,
    };
  };
  if (compiled.sources.length === 0) return read(compiled);
  const { total, cut } = await countSome(database, definition, compiled);
  if (total > MOST_ROWS) {
    const counted = counting.exactly
      ? await countRows(database, definition, whole, counting)
      : { total: MOST_ROWS, total_capped: true as const };
    return { compiled: near, counted, few: false, walk };
  }
  if (!cut) return read(collected(compiled, key, 'KEYS'));
  // A frequent word under a filter: of few rows each is looked at.
  const filtered = await countRows(
    database,
    definition,
    { ...compiled, sources: [] },
    { adding: false, exactly: false },
  );
  if (filtered.total_capped !== true) return read(near);
  const most = await read(whole);
  return most.few ? most : { ...most, compiled: near, walk };
}
