import { comparePeriods, type Period } from '../time';

/**
 * The version that prices a usage period: the latest that had begun by then. Chosen by the period of usage, not
 * by the day the billing run happens. Pass only versions that have been approved (active or archived).
 * @returns null when the category had no price yet.
 */
export function selectVersion<V extends { readonly validFrom: Period }>(
  versions: readonly V[],
  usagePeriod: Period,
): V | null {
  let selected: V | null = null;
  for (const version of versions) {
    if (comparePeriods(version.validFrom, usagePeriod) > 0) continue;
    if (selected === null || comparePeriods(version.validFrom, selected.validFrom) >= 0) selected = version;
  }
  return selected;
}
