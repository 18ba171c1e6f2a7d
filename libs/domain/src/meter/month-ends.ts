import { addDays, addMonthsToDate, daysBetween, type BusinessDate } from '../time';

/**
 * When months nobody read ended, between two days that are known: each a calendar month after the one before, as a reader
 * would have come; where that passes the later day, in equal parts.
 * @example monthEnds('2026-01-28', '2026-04-28', 2) → ['2026-02-28', '2026-03-28']
 */
export function monthEnds(since: BusinessDate, until: BusinessDate, count: number): BusinessDate[] {
  const calendar = Array.from({ length: count }, (_, index) => addMonthsToDate(since, index + 1));
  const last = calendar.at(-1);
  if (last === undefined || last < until) return calendar;
  const days = Math.max(0, daysBetween(since, until));
  return calendar.map((_, index) => addDays(since, Math.floor((days * (index + 1)) / (count + 1))));
}
