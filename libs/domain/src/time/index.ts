export type { Period } from './period';
export {
  period,
  isPeriod,
  parsePeriod,
  formatPeriodMonthYear,
  periodName,
  nextPeriod,
  previousPeriod,
  addMonths,
  comparePeriods,
  monthsBetween,
  periodCode,
  periodFromCode,
} from './period';
export type { BusinessDate } from './business-date';
export {
  businessDate,
  isBusinessDate,
  dueDateOf,
  addDays,
  addMonthsToDate,
  daysBetween,
  periodOfDate,
  formatDateLong,
} from './business-date';
export { businessDateOf, endOfBusinessDay, formatInstant, zoneLabel } from './zone';
export { relativeDay, relativeOfDay, relativeOfPeriod, relativePeriod } from './relative-time';
export { latestDue, nextDue, SCHEDULE_EVERY, type Schedule } from './schedule';
export type { Language } from './month-names';
