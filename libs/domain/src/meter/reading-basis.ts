import type { BusinessDate, Period } from '../time';
import type { AnomalyThresholds } from './anomalies';
import type { CategoryUsage } from './ceiling';
import type { ConditionCode } from './condition';
import type { MeterLife } from './meter-life';
import type { PastUsage } from './past-usage';

/** A verified reading of an earlier period. */
export type SettledReading = PastUsage & {
  readonly currentStand: number;
  readonly meterId: number;
  /** Epoch milliseconds. */
  readonly readAt: number;
};

/** Epoch milliseconds; `to` is null while it lasts. */
export type SealedInterval = { readonly from: number; readonly to: number | null };

/** Everything a reading of one customer and period is judged by. */
export type ReadingBasis = {
  readonly period: Period;
  /** When the water was shut off, by a seal or because the connection was closed: each interval once; the last may still last. */
  readonly sealed?: readonly SealedInterval[];
  /** Every meter of the connection, oldest first; at most the last one is in place. */
  readonly meters: readonly MeterLife[];
  /** Verified ones before the period, newest first. */
  readonly history: readonly SettledReading[];
  /** A reading of an earlier period waits for a decision. */
  readonly earlierUnverified: boolean;
  /** The photo of this period's reading was sent before, for another reading. */
  readonly samePhoto?: boolean;
  readonly thresholds: AnomalyThresholds;
  /** m³ a month of a customer of the category about whom nothing is known. */
  readonly categoryDefault: number;
  readonly categoryUsage: CategoryUsage | null;
};

/** What the reader reports. */
export type ObservedStand = {
  /** Null when the meter could not be read. */
  readonly currentStand: number | null;
  readonly condition: ConditionCode;
  /** A person says that the meter passed its last number. */
  readonly rollover: boolean;
  /** The clock of the reader's device, epoch milliseconds. */
  readonly readAt: number;
  readonly readOn: BusinessDate;
  /** The clock of the server when it arrived; null for readings from before that was kept. */
  readonly receivedAt: number | null;
};
