import { monthName, type Language } from './month-names';
import { addMonths, period, type Period } from './period';

/** A calendar day of the utility's own zone, `YYYY-MM-DD`. Sorts as text. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' };

const DAY_MS = 86_400_000;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** @param month 1…12; 0 for any other */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Strict: `2026-02-29` is not a date. */
export function isBusinessDate(text: unknown): text is BusinessDate {
  if (typeof text !== 'string' || !/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** @throws RangeError unless the text is an existing calendar day `YYYY-MM-DD`. */
export function businessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not a calendar day (YYYY-MM-DD): ${text}`);
  return text;
}

function toDayNumber(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** @throws RangeError when `count` is not an integer or the result leaves the years 1900–2999. */
export function addDays(date: BusinessDate, count: number): BusinessDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of days: ${String(count)}`);
  return businessDate(new Date((toDayNumber(date) + count) * DAY_MS).toISOString().slice(0, 10));
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: BusinessDate, b: BusinessDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

export function periodOfDate(date: BusinessDate): Period {
  return period(date.slice(0, 7));
}

/** The day of the month, or its last day when the month is shorter. */
export function dayInPeriod(month: Period, day: number): BusinessDate {
  const lastDay = daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return businessDate(`${month}-${String(Math.min(day, lastDay)).padStart(2, '0')}`);
}

/** Same day `count` months later, or the last day of that month when it is shorter (31 January + 1 = 28 February). */
export function addMonthsToDate(date: BusinessDate, count: number): BusinessDate {
  return dayInPeriod(addMonths(periodOfDate(date), count), Number(date.slice(8, 10)));
}

/**
 * Last day to pay without penalty: `dueDay` of the month after the usage period, by default the 20th.
 * A due day the month does not have becomes its last day.
 * @throws RangeError unless `dueDay` is 1…31.
 */
export function dueDateOf(usagePeriod: Period, dueDay = 20): BusinessDate {
  if (!Number.isInteger(dueDay) || dueDay < 1 || dueDay > 31)
    throw new RangeError(`not a due day: ${String(dueDay)}`);
  return dayInPeriod(addMonths(usagePeriod, 1), dueDay);
}

/** `21 November 2026` in both languages. */
export function formatDateLong(date: BusinessDate, language: Language): string {
  return `${String(Number(date.slice(8, 10)))} ${monthName(Number(date.slice(5, 7)), language)} ${date.slice(0, 4)}`;
}
