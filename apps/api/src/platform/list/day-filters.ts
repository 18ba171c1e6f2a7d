import type { ListFilter } from './list-definition';

/**
 * Days of the business zone, both inclusive, over a column of instants: a connection has a time zone of its own, by which a day
 * would begin in the middle of the morning. The zone comes from the configuration, never from a caller.
 */
export function dayFilters(column: string, zone: string): { from: ListFilter; to: ListFilter } {
  const midnight = (day: string) => `(${day})::timestamp AT TIME ZONE '${zone.replaceAll("'", "''")}'`;
  return {
    from: { type: 'date', where: `${column} >= ${midnight('$$::date')}` },
    to: { type: 'date', where: `${column} < ${midnight('$$::date + 1')}` },
  };
}
