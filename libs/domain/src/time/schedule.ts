import { addDays, dayInPeriod, periodOfDate, type BusinessDate } from './business-date';
import { nextPeriod, previousPeriod } from './period';

export const SCHEDULE_EVERY = ['DAY', 'MONTH'] as const;

/** Every day, or every month on a day of it, from an hour of the utility's own clock on. */
export type Schedule =
  | { readonly every: 'DAY'; readonly hour: number }
  /** A day the month does not have is its last. */
  | { readonly every: 'MONTH'; readonly day: number; readonly hour: number };

/**
 * The newest day on which the schedule has come due, at `hour` of the day `date`: whoever was away makes up for it once, and
 * not for each time that passed.
 */
export function latestDue(schedule: Schedule, date: BusinessDate, hour: number): BusinessDate {
  const today = hour >= schedule.hour;
  if (schedule.every === 'DAY') return today ? date : addDays(date, -1);
  const month = periodOfDate(date);
  const due = dayInPeriod(month, schedule.day);
  return due < date || (due === date && today) ? due : dayInPeriod(previousPeriod(month), schedule.day);
}

/** The first day after `due` on which it comes due again. */
export function nextDue(schedule: Schedule, due: BusinessDate): BusinessDate {
  if (schedule.every === 'DAY') return addDays(due, 1);
  const month = periodOfDate(due);
  const within = dayInPeriod(month, schedule.day);
  return within > due ? within : dayInPeriod(nextPeriod(month), schedule.day);
}
