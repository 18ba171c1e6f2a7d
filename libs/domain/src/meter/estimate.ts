import type { Period } from '../time';
import type { PastUsage } from './past-usage';

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

export declare function estimateUsage(input: EstimateInput): {
  readonly usage: number;
  readonly basis: EstimateBasis;
};
