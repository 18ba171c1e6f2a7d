import {
  addDays,
  businessDate,
  dayInPeriod,
  daysBetween,
  periodOfDate,
  type BusinessDate,
} from './business-date';
import { addMonths, monthsBetween, period, type Period } from './period';

/*
 * Days and months that are counted from the day somebody asks, so that a question kept in October asks for November in
 * December: `month-1` is last month, `day-0` today, `month-1.first` and `month-1.last` the first and last day of last month.
 */

const MONTH = /^month-(\d{1,2})$/;
const DAY = /^day-(\d{1,3})$/;
const DAY_OF_MONTH = /^month-(\d{1,2})\.(first|last)$/;
const LAST_DAY = 31;

/** What a kept question says instead of a month: `month-1`. Null when it says none. */
export function relativePeriod(text: string, today: BusinessDate): Period | null {
  const [, back] = MONTH.exec(text) ?? [];
  return back === undefined ? null : addMonths(periodOfDate(today), -Number(back));
}

/** What a kept question says instead of a day: `day-1`, `month-0.first`. Null when it says none. */
export function relativeDay(text: string, today: BusinessDate): BusinessDate | null {
  const [, days] = DAY.exec(text) ?? [];
  if (days !== undefined) return addDays(today, -Number(days));
  const [, months, end] = DAY_OF_MONTH.exec(text) ?? [];
  if (months === undefined) return null;
  return dayInPeriod(addMonths(periodOfDate(today), -Number(months)), end === 'first' ? 1 : LAST_DAY);
}

const FARTHEST_MONTH = 24;
const FARTHEST_DAY = 1;

/** The word that means this month today, when there is one. @throws RangeError for what is no period */
export function relativeOfPeriod(value: string, today: BusinessDate): string | null {
  const back = monthsBetween(period(value), periodOfDate(today));
  return back < 0 || back > FARTHEST_MONTH ? null : `month-${String(back)}`;
}

/**
 * The word that means this day today, when there is one; the ends of months before counts of days, because whoever asks on
 * the second of a month for the first means the first. @throws RangeError for what is no day
 */
export function relativeOfDay(value: string, today: BusinessDate): string | null {
  const day = businessDate(value);
  const back = daysBetween(day, today);
  if (back === 0) return 'day-0';
  const month = periodOfDate(day);
  const months = monthsBetween(month, periodOfDate(today));
  if (months >= 0 && months <= FARTHEST_MONTH) {
    if (day === dayInPeriod(month, 1)) return `month-${String(months)}.first`;
    if (day === dayInPeriod(month, LAST_DAY)) return `month-${String(months)}.last`;
  }
  return back > 0 && back <= FARTHEST_DAY ? `day-${String(back)}` : null;
}
