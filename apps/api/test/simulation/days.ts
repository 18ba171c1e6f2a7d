/* Days and months in their own arithmetic, not the product's: what both have wrong alike would not be found. Days are
 * `YYYY-MM-DD` in WITA, months `YYYY-MM`. */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const dayOf = (epoch: number): string => new Date(epoch + 8 * HOUR).toISOString().slice(0, 10);
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
/** The first moment that is not of the day any more. */
export const endOf = (day: string): number => Date.parse(day) + DAY - 8 * HOUR;
export const at = (day: string, time: string): string => `${day}T${time}:00+08:00`;

const counted = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
export const addMonths = (month: string, count: number): string => {
  const months = counted(month) + count;
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
};
export const monthOf = (day: string): string => day.slice(0, 7);

const lastOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** How many months a bill is late that was due on a day: one from the day after, the next from the same day of the next month. */
export function monthsLate(due: string, day: string): number {
  if (day <= due) return 0;
  const whole = counted(monthOf(day)) - counted(monthOf(due));
  const sameDay = `${monthOf(day)}-${due.slice(8)}`;
  const last = lastOf(monthOf(day));
  return day > (sameDay < last ? sameDay : last) ? whole + 1 : whole;
}
