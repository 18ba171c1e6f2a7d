import type { Permission } from '../roles';

/**
 * Whoever sells over a counter and neither supervises counters nor reads their reports counts blind: until the count is
 * given, nothing shows what their own open shift took, neither added up nor amount by amount. A difference is found by a
 * count only when the count does not know what it should come to.
 * @returns whether what an own open shift took is kept from this person
 */
export function countsBlind(permissions: ReadonlySet<Permission>): boolean {
  return (
    permissions.has('counter.sell') &&
    !permissions.has('counter.supervise') &&
    !permissions.has('report.read')
  );
}
