import { addDays, businessDateOf, daysBetween, endOfBusinessDay, type BusinessDate } from '../time';

/**
 * When a bank hands money over, as agreed with it. A payment at or after the cut-off belongs to the next day; on days of
 * rest nothing settles, and what was paid on them belongs to the day after. Some channels settle later (QRIS: a day).
 * Source: money-core, "Times"; the agreement with the bank.
 */
export interface SettlementTerms {
  /** `HH:MM` local time; null: midnight. */
  readonly cutoff: string | null;
  /** Days of the week without settlement, 0 Sunday … 6 Saturday. */
  readonly restDays: readonly number[];
  /** Business days later than the others, by channel. */
  readonly lagDays: Readonly<Record<string, number>>;
  /** Whole rupiah the bank keeps of each payment; null: not agreed, whatever it keeps is looked at. */
  readonly feePerPayment: number | null;
  /** Merchant discount of QRIS in millionths; null: not agreed. */
  readonly mdrPpm: number | null;
}

/** Terms as they stood on a day: a later agreement never moves what has been settled. */
export interface SettlementCalendar {
  readonly zone: string;
  readonly termsOn: (date: BusinessDate) => SettlementTerms;
  readonly holidays: ReadonlySet<string>;
}

/** From inclusive, to exclusive; epoch milliseconds. */
export interface SettlementWindow {
  readonly from: number;
  readonly to: number;
}

/** Longer than any row of holidays in Indonesia, and than any agreed lag. */
const LONGEST_REST = 20;

export function settlesOn(date: BusinessDate, calendar: SettlementCalendar): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = ((daysBetween('1970-01-01' as BusinessDate, date) % 7) + 11) % 7;
  return !calendar.holidays.has(date) && !calendar.termsOn(date).restDays.includes(weekday);
}

/** The instant at which a calendar day of the bank is over: its cut-off, or midnight. */
function closesAt(date: BusinessDate, calendar: SettlementCalendar): number {
  const { cutoff } = calendar.termsOn(date);
  if (cutoff === null) return endOfBusinessDay(date, calendar.zone);
  const [hours = 0, minutes = 0] = cutoff.split(':').map(Number);
  const dayBegins = endOfBusinessDay(addDays(date, -1), calendar.zone);
  return dayBegins + (hours * 60 + minutes) * 60_000;
}

function stepToBusinessDay(date: BusinessDate, step: 1 | -1, calendar: SettlementCalendar): BusinessDate {
  let day = date;
  for (let steps = 0; steps < LONGEST_REST; steps += 1) {
    day = addDays(day, step);
    if (settlesOn(day, calendar)) return day;
  }
  throw new RangeError(`the bank never settles around ${date}`);
}

export function nextSettlementDay(date: BusinessDate, calendar: SettlementCalendar): BusinessDate {
  return stepToBusinessDay(date, 1, calendar);
}

export function previousSettlementDay(date: BusinessDate, calendar: SettlementCalendar): BusinessDate {
  return stepToBusinessDay(date, -1, calendar);
}

/** The day of the bank in whose file a payment without lag stands. */
function baseDay(epochMs: number, calendar: SettlementCalendar): BusinessDate {
  let day = businessDateOf(epochMs, calendar.zone);
  if (epochMs >= closesAt(day, calendar)) day = addDays(day, 1);
  return settlesOn(day, calendar) ? day : nextSettlementDay(day, calendar);
}

function lagOf(base: BusinessDate, channel: string, calendar: SettlementCalendar): number {
  return calendar.termsOn(base).lagDays[channel] ?? 0;
}

function later(base: BusinessDate, days: number, calendar: SettlementCalendar): BusinessDate {
  let day = base;
  for (let count = 0; count < days; count += 1) day = nextSettlementDay(day, calendar);
  return day;
}

/**
 * The day on which the bank settles a payment.
 * @param epochMs when it was posted here, milliseconds since 1970
 * @throws RangeError when the bank rests for ever
 */
export function settlementDate(epochMs: number, channel: string, calendar: SettlementCalendar): BusinessDate {
  const base = baseDay(epochMs, calendar);
  return later(base, lagOf(base, channel, calendar), calendar);
}

/**
 * The instants whose payments of a channel settle on a day: `settlementDate(t) = date` exactly when t lies in one of
 * them. Empty on a day of rest.
 */
export function settlementWindows(
  date: BusinessDate,
  channel: string,
  calendar: SettlementCalendar,
): SettlementWindow[] {
  if (!settlesOn(date, calendar)) return [];
  const windows: SettlementWindow[] = [];
  let base = date;
  for (let steps = 0; steps < LONGEST_REST; steps += 1) {
    if (later(base, lagOf(base, channel, calendar), calendar) === date)
      windows.unshift({
        from: closesAt(previousSettlementDay(base, calendar), calendar),
        to: closesAt(base, calendar),
      });
    base = previousSettlementDay(base, calendar);
    if (daysBetween(base, date) > LONGEST_REST) break;
  }
  return windows;
}
