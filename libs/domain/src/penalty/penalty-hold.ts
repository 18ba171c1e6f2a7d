import { addDays, daysBetween, type BusinessDate } from '../time';

/**
 * Days for which the penalty of a bill stands still: from the day somebody doubts the bill up to the day that is decided.
 * What is booked on the first of them stays, nothing is added on the others.
 * @param from the day the doubt was raised
 * @param to the day it was decided; never before `from`
 * @example heldDays('2026-01-10', '2026-01-25') → 15; of one and the same day → 0
 */
export function heldDays(from: BusinessDate, to: BusinessDate): number {
  return Math.max(0, daysBetween(from, to));
}

/**
 * The day a penalty is worked out on. The clock of lateness stood still while the bill was doubted, so that whoever asks
 * pays neither for the time the answer took nor less than before he asked: after 15 days held, 31 January bears what 16
 * January would have borne. Counted back from today rather than forward from the due date, because months are of unequal
 * length and a bill must not grow older while it waits.
 * @param days all days held so far
 */
export function penaltyDay(asOf: BusinessDate, days: number): BusinessDate {
  return days === 0 ? asOf : addDays(asOf, -days);
}
