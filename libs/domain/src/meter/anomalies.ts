import type { UsageCeiling } from './ceiling';
import { MAX_ESTIMATES_IN_A_ROW } from './estimate';
import { lastActual, type PastUsage, type ReadingMethod } from './past-usage';

export const ANOMALY_REASONS = [
  'HIGH',
  'LOW',
  'ZERO_TWICE',
  'NEGATIVE',
  'ESTIMATED_STREAK',
  'JUMP_FROM_ZERO',
  'PREVIOUS_UNRESOLVED',
  'SAME_PHOTO',
  'ABOVE_METER_LIMIT',
  'ABOVE_CATEGORY_LIMIT',
  'READ_LONG_AGO',
  'BELOW_ESTIMATE',
] as const;
export type AnomalyReason = (typeof ANOMALY_REASONS)[number];

/** OK and WARNING may be verified in a batch; ERROR one by one, with a note. */
export const ANOMALY_SEVERITIES = ['OK', 'WARNING', 'ERROR'] as const;
export type AnomalySeverity = (typeof ANOMALY_SEVERITIES)[number];

export const BATCH_SEVERITIES = ['OK', 'WARNING'] as const satisfies readonly AnomalySeverity[];
export type BatchSeverity = (typeof BATCH_SEVERITIES)[number];

/** Percent of the usual daily consumption; set per tariff category. */
export type AnomalyThresholds = { readonly highPercent: number; readonly lowPercent: number };

/** What a category may be set to: above the usual and below it, so that ordinary use is neither. Percent. */
export const THRESHOLD_LIMITS = {
  highPercent: { min: 110, max: 1_000 },
  lowPercent: { min: 0, max: 90 },
} as const;

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
  /** Usage above it is not believed. */
  readonly ceiling?: UsageCeiling;
  /** The device says that the meter was read long before the reading arrived. */
  readonly readLongAgo?: boolean;
  /** The true stand is below the estimated one before it. */
  readonly belowEstimate?: boolean;
  readonly thresholds: AnomalyThresholds;
};

export type AnomalyResult = {
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
};

/** What batch verification must not sweep through: somebody looks at each of these. */
const ERRORS: ReadonlySet<AnomalyReason> = new Set<AnomalyReason>([
  'NEGATIVE',
  'ESTIMATED_STREAK',
  'PREVIOUS_UNRESOLVED',
  'SAME_PHOTO',
  'ABOVE_METER_LIMIT',
  'ABOVE_CATEGORY_LIMIT',
  'READ_LONG_AGO',
]);

/** Usage nobody can have had: two people look before it becomes a bill. */
const BEYOND_BELIEF: ReadonlySet<AnomalyReason> = new Set<AnomalyReason>([
  'ABOVE_METER_LIMIT',
  'ABOVE_CATEGORY_LIMIT',
]);

/** Whether one person's word and note are not enough to verify a reading with these reasons. */
export function needsSecondLook(reasons: readonly AnomalyReason[]): boolean {
  return reasons.some((reason) => BEYOND_BELIEF.has(reason));
}

/**
 * Why a reading deserves a look: reasons, not a boolean, in a fixed order.
 *
 * HIGH and LOW compare usage per day with the mean of the last three actual periods (fewer when there are fewer);
 * compared by cross-multiplication, so that no rounding decides. JUMP_FROM_ZERO is usage after a period of none.
 * @throws RangeError when `days` is not a positive whole number.
 */
export function detectAnomalies(input: AnomalyInput): AnomalyResult {
  if (!Number.isInteger(input.days) || input.days < 1) {
    throw new RangeError(`not a number of days: ${String(input.days)}`);
  }
  const reasons: AnomalyReason[] = [];
  if (input.usage < 0) reasons.push('NEGATIVE');
  else reasons.push(...consumptionReasons(input));
  if (estimatesInARow(input) >= MAX_ESTIMATES_IN_A_ROW) reasons.push('ESTIMATED_STREAK');
  if (!input.previousResolved) reasons.push('PREVIOUS_UNRESOLVED');
  if (input.samePhoto) reasons.push('SAME_PHOTO');
  if (input.ceiling !== undefined) reasons.push(...ceilingReasons(input.usage, input.ceiling));
  if (input.readLongAgo === true) reasons.push('READ_LONG_AGO');
  if (input.belowEstimate === true) reasons.push('BELOW_ESTIMATE');
  return { severity: severityOf(reasons), reasons };
}

function consumptionReasons({ usage, days, history, thresholds }: AnomalyInput): AnomalyReason[] {
  const reasons: AnomalyReason[] = [];
  const compared = lastActual(history);
  const usual = compared.reduce((sum, past) => sum + past.usage, 0);
  const usualDays = compared.reduce((sum, past) => sum + past.days, 0);
  if (usual > 0) {
    const now = usage * usualDays * 100;
    if (now > usual * days * thresholds.highPercent) reasons.push('HIGH');
    if (now < usual * days * thresholds.lowPercent) reasons.push('LOW');
  }
  const before = history[0];
  if (before?.usage === 0) reasons.push(usage === 0 ? 'ZERO_TWICE' : 'JUMP_FROM_ZERO');
  return reasons;
}

function ceilingReasons(usage: number, { meter, category }: UsageCeiling): AnomalyReason[] {
  const reasons: AnomalyReason[] = [];
  if (usage > meter) reasons.push('ABOVE_METER_LIMIT');
  if (category !== null && usage > category) reasons.push('ABOVE_CATEGORY_LIMIT');
  return reasons;
}

function estimatesInARow({ method, history }: AnomalyInput): number {
  if (method !== 'ESTIMATED') return 0;
  const firstActual = history.findIndex((past) => past.method === 'ACTUAL');
  return 1 + (firstActual === -1 ? history.length : firstActual);
}

function severityOf(reasons: readonly AnomalyReason[]): AnomalySeverity {
  if (reasons.some((reason) => ERRORS.has(reason))) return 'ERROR';
  return reasons.length > 0 ? 'WARNING' : 'OK';
}
