import { daysBetween, type BusinessDate } from '../time';
import type { SealedInterval } from './reading-basis';

/**
 * Days with water between two days, at least 1: those a seal took away are days nobody could use anything, and an
 * estimate or a ceiling per day must not count them. A day on which the seal was put on or taken off had water.
 * @param zoneDay the business day of an instant, in the utility's zone
 */
export function servedDays(
  since: BusinessDate,
  until: BusinessDate,
  sealed: readonly SealedInterval[],
  zoneDay: (epochMs: number) => BusinessDate,
): number {
  const shut = sealed.reduce((sum, { from, to }) => {
    const first = latest(zoneDay(from), since);
    const last = to === null ? until : earliest(zoneDay(to), until);
    return sum + Math.max(0, daysBetween(first, last) - 1);
  }, 0);
  return Math.max(1, daysBetween(since, until) - shut);
}

function latest(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b;
}

function earliest(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a < b ? a : b;
}
