import { addMonths, type Period } from '../time';
import { lastActual, type PastUsage } from './past-usage';

export type EstimateBasis = 'MEAN_OF_LAST_ACTUAL' | 'SAME_PERIOD_LAST_YEAR' | 'CATEGORY_DEFAULT';

export type EstimateInput = {
  /** The period to be estimated. */
  readonly period: Period;
  /** Days it covers, at least 1. */
  readonly days: number;
  /** Newest first. */
  readonly history: readonly PastUsage[];
  /** m³ per month charged to a customer of this category about whom nothing is known. */
  readonly categoryDefault: number;
};

/** The third estimate in a row is the last one; after it somebody has to see the meter. */
export const MAX_ESTIMATES_IN_A_ROW = 3;

/** Enough actual readings to call their mean "usual". */
const NEEDED_ACTUAL = 3;

/**
 * Usage to bill when the meter could not be read, in whole m³: the mean of the last three actual periods per day
 * × days; else the same period last year (if it was really read) per day × days; else the category default.
 * Settled later by the true reading.
 * @throws RangeError when `days` is not a positive whole number or the default is not a whole number ≥ 0.
 */
export function estimateUsage({ period, days, history, categoryDefault }: EstimateInput): {
  readonly usage: number;
  readonly basis: EstimateBasis;
} {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${String(days)}`);
  if (!Number.isInteger(categoryDefault) || categoryDefault < 0) {
    throw new RangeError(`not a default usage: ${String(categoryDefault)}`);
  }
  const recent = lastActual(history);
  if (recent.length >= NEEDED_ACTUAL) return { usage: perDay(recent, days), basis: 'MEAN_OF_LAST_ACTUAL' };
  const lastYear = lastActual(history.filter((past) => past.period === addMonths(period, -12)));
  if (lastYear.length > 0) return { usage: perDay(lastYear, days), basis: 'SAME_PERIOD_LAST_YEAR' };
  return { usage: categoryDefault, basis: 'CATEGORY_DEFAULT' };
}

/** Halves up, on integers: floor((2·a·d + b) / 2·b). */
function perDay(periods: readonly PastUsage[], days: number): number {
  const usage = periods.reduce((sum, past) => sum + past.usage, 0);
  const usageDays = periods.reduce((sum, past) => sum + past.days, 0);
  return Math.floor((2 * usage * days + usageDays) / (2 * usageDays));
}
