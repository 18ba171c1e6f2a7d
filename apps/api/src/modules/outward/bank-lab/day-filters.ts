import type { ListFilter } from '../../../platform/list';

/** Days of the business zone, both inclusive. The zone comes from the configuration, never from a caller. */
export function dayFilters(column: string, zone: string): { from: ListFilter; to: ListFilter } {
  const midnight = (day: string) => `(${day})::timestamp AT TIME ZONE '${zone.replaceAll("'", "''")}'`;
  return {
    from: { type: 'date', where: `${column} >= ${midnight('$$::date')}` },
    to: { type: 'date', where: `${column} < ${midnight('$$::date + 1')}` },
  };
}
