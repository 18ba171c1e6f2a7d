import type { Database } from '../../../platform/database';
import type { FixedCondition, ListParameters } from '../../../platform/list';

/*
 * Where a month of a customer lies. A bill and a reading belong to the region and the route the customer had in their usage
 * period, not to today's: a move must not change a report that was printed. Who never moved has no row in `riwayat_letak`.
 */

type MonthRow = 'b' | 'r';

const thenOf = (row: MonthRow) =>
  `l.customer_id = ${row}.customer_id AND l.from_period <= ${row}.period AND ${row}.period < l.until_period`;

/** Joins where the month of a bill `b` or a reading `r` lay; its customer is joined as `c`. */
export const joinPlace = (row: MonthRow): string => `LEFT JOIN riwayat_letak l ON ${thenOf(row)}`;

/** Region of the month, after `joinPlace`. */
export const REGION_THEN = 'coalesce(l.region_id, c.region_id)';
/** Route of the month, after `joinPlace`. */
export const ROUTE_THEN = 'coalesce(l.route_id, c.route_id)';

/** That a bill `b` or a reading `r` lay in the region (on the route) `value`; its customer is joined as `c`. */
export const wasInRegion = (row: MonthRow, value: string): string =>
  `coalesce((SELECT l.region_id FROM riwayat_letak l WHERE ${thenOf(row)}), c.region_id) = ${value}`;
export const wasOnRoute = (row: MonthRow, value: string): string =>
  `coalesce((SELECT l.route_id FROM riwayat_letak l WHERE ${thenOf(row)}), c.route_id) = ${value}`;

/** The region in which the month `period` of a customer `c` lies. */
export const regionIn = (period: string): string =>
  `coalesce((SELECT l.region_id FROM riwayat_letak l WHERE l.customer_id = c.id AND l.from_period <= ${period}
     AND ${period} < l.until_period), c.region_id)`;

const MOVED = {
  region_id: `SELECT EXISTS (SELECT FROM riwayat_letak h WHERE h.region_id = $1)
    OR EXISTS (SELECT FROM riwayat_letak h JOIN pelanggan p ON p.id = h.customer_id WHERE p.region_id = $1) AS moved`,
  route_id: `SELECT EXISTS (SELECT FROM riwayat_letak h WHERE h.route_id = $1)
    OR EXISTS (SELECT FROM riwayat_letak h JOIN pelanggan p ON p.id = h.customer_id WHERE p.route_id = $1) AS moved`,
} as const;

/**
 * The filter of a list of bills or readings, with region and route as the customers have them now where nobody who is or was
 * there ever moved: that is the same, and each has its index.
 */
export async function placesAsked(
  database: Database,
  parameters: ListParameters,
): Promise<{ readonly rest: ListParameters; readonly places: readonly FixedCondition[] }> {
  const places: FixedCondition[] = [];
  const answered = new Set<string>();
  for (const [name, sql] of Object.entries(MOVED)) {
    const value = parameters[name];
    // Whatever is no number is refused where all filters are.
    if (typeof value !== 'string' || !/^[0-9]{1,15}$/.test(value)) continue;
    const [found] = await database.list<{ moved: boolean }>(sql, [value]);
    if (found?.moved !== false) continue;
    answered.add(name);
    places.push({ where: `c.${name} = $$::bigint`, value, asked: true });
  }
  const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => !answered.has(name)));
  return { rest, places };
}
