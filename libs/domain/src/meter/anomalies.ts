import type { PastUsage, ReadingMethod } from './past-usage';

export type AnomalyReason =
  | 'HIGH'
  | 'LOW'
  | 'ZERO_TWICE'
  | 'NEGATIVE'
  | 'ESTIMATED_STREAK'
  | 'JUMP_FROM_ZERO'
  | 'PREVIOUS_UNRESOLVED'
  | 'SAME_PHOTO';

/** OK and WARNING may be verified in a batch; ERROR one by one, with a note. */
export type AnomalySeverity = 'OK' | 'WARNING' | 'ERROR';

/** Percent of the usual daily consumption; set per tariff category. */
export type AnomalyThresholds = { readonly highPercent: number; readonly lowPercent: number };

export const DEFAULT_ANOMALY_THRESHOLDS: AnomalyThresholds = { highPercent: 200, lowPercent: 50 };

export type AnomalyInput = {
  /** m³; negative when the reading is lower and nobody has explained it yet. */
  readonly usage: number;
  /** Days since the previous reading, at least 1. */
  readonly days: number;
  /** Newest first, without the period being judged. */
  readonly history: readonly PastUsage[];
  readonly method: ReadingMethod;
  /** Whether the reading before this one has been verified. */
  readonly previousResolved: boolean;
  /** Whether the photo has the hash of an earlier photo. */
  readonly samePhoto: boolean;
  readonly thresholds: AnomalyThresholds;
};

export type AnomalyResult = {
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
};

export declare function detectAnomalies(input: AnomalyInput): AnomalyResult;
