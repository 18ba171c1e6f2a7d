import { lastActual, type PastUsage } from './past-usage';

/**
 * Largest flow (Qmax, m³ per hour) a water meter of a nominal diameter stands for a short time, ISO 4064-1:1993: twice
 * its permanent flow. Sizes in between count as the next larger one.
 */
const MAXIMUM_FLOW: readonly (readonly [sizeMm: number, perHour: number])[] = [
  [15, 3],
  [20, 5],
  [25, 7],
  [32, 12],
  [40, 20],
  [50, 30],
  [65, 50],
  [80, 80],
  [100, 120],
  [125, 200],
  [150, 300],
  [200, 500],
  [250, 800],
  [300, 1_200],
  [400, 2_000],
  [500, 3_000],
];

const HOURS_A_DAY = 24;
/** Bills are monthly: a meter written down today was not necessarily installed today. */
const SHORTEST_PERIOD_DAYS = 30;
/** The days one bill may stand for, however long nobody came. */
const LONGEST_MONTH_DAYS = 31;
/** No household lets its meter run at the limit more than half the time. */
const SHARE_OF_TIME = 0.5;
const TIMES_THE_MEAN = 20;
const TIMES_THE_TOP = 10;
/** With fewer readings the 99.9th percentile is nothing but the largest of them. */
const READINGS_FOR_A_PERCENTILE = 200;
/** Enough actual periods to know what a customer really uses. */
const KNOWN_CUSTOMER_PERIODS = 3;

/** What the customers of a tariff category use, measured on verified, actual readings; all m³ per 30 days. */
export type CategoryUsage = {
  readonly readings: number;
  readonly mean: number;
  /** The 99.9th percentile. */
  readonly top: number;
};

export type CeilingInput = {
  readonly meterSizeMm: number;
  /** Days since the previous reading, at least 1. */
  readonly days: number;
  /**
   * All of it is billed in one month: of a first reading, over an exchange of meters, past the end of the dial nobody knows
   * a stand in between, and nothing can be spread over the months before (settle-gap.ts).
   */
  readonly onOneBill: boolean;
  /** Null: never measured. */
  readonly category: CategoryUsage | null;
  /** m³ a month charged to a customer of the category about whom nothing is known. */
  readonly categoryDefault: number;
  /** The customer's own periods, newest first. */
  readonly history: readonly PastUsage[];
  /** Percent of the customer's usual that is not called high yet. */
  readonly highPercent: number;
};

/** Whole m³ above which a usage is not believed. `category` is null when nothing is known about the category. */
export type UsageCeiling = { readonly meter: number; readonly category: number | null };

/**
 * The most a customer can have used, first reading or not. `meter`: Qmax × 24 h × days × 0.5. `category`: 20 × the
 * mean of the category (or its default usage, if that is more), and at most 10 × its 99.9th percentile once there are
 * 200 readings; never below what three actual periods have shown to be normal for this very customer. What comes on one
 * bill has the ceiling of one month: a meter that hung for three years is no reason to believe a bill of three years.
 * @throws RangeError when `days` is not a positive whole number.
 */
export function usageCeiling(input: CeilingInput): UsageCeiling {
  if (!Number.isInteger(input.days) || input.days < 1)
    throw new RangeError(`not a number of days: ${String(input.days)}`);
  const longest = input.onOneBill ? LONGEST_MONTH_DAYS : Infinity;
  const days = Math.max(Math.min(input.days, longest), SHORTEST_PERIOD_DAYS);
  const meter = Math.floor(maximumFlow(input.meterSizeMm) * HOURS_A_DAY * days * SHARE_OF_TIME);
  const monthly = categoryCeiling(input);
  if (monthly === 0) return { meter, category: null };
  const category = Math.floor((monthly * days) / SHORTEST_PERIOD_DAYS);
  return {
    meter,
    category: Math.max(category, knownToUse(input, days)),
  };
}

function maximumFlow(sizeMm: number): number {
  const largest = MAXIMUM_FLOW.at(-1)?.[1] ?? 0;
  return MAXIMUM_FLOW.find(([size]) => size >= sizeMm)?.[1] ?? largest;
}

/** m³ per 30 days; 0 when nothing is known. */
function categoryCeiling({ category, categoryDefault }: CeilingInput): number {
  const ofMean = TIMES_THE_MEAN * Math.max(categoryDefault, category?.mean ?? 0);
  if (category === null || category.readings < READINGS_FOR_A_PERCENTILE || category.top <= 0) return ofMean;
  return Math.min(ofMean, TIMES_THE_TOP * category.top);
}

function knownToUse({ history, highPercent }: CeilingInput, days: number): number {
  const actual = lastActual(history);
  if (actual.length < KNOWN_CUSTOMER_PERIODS) return 0;
  const usage = actual.reduce((sum, past) => sum + past.usage, 0);
  const usageDays = actual.reduce((sum, past) => sum + past.days, 0);
  return Math.floor((usage * days * highPercent) / (usageDays * 100));
}
