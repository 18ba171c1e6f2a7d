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
export type { Language } from './month-names';
