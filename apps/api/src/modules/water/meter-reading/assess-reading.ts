import {
  CONDITIONS,
  MAX_ESTIMATES_IN_A_ROW,
  daysBetween,
  businessDateOf,
  detectAnomalies,
  estimateUsage,
  usageOf,
  type AnomalyReason,
  type AnomalySeverity,
  type BusinessDate,
  type ConditionCode,
  type EstimateBasis,
  type MeterStands,
  type ReadingMethod,
  type UsageRefusal,
} from '@tirtapay/domain';
import { pastUsage, type MeterInPlace, type ReadingBasis } from './reading-basis';

/** What the reader reports. */
export interface ObservedStand {
  /** Null when the meter could not be read. */
  readonly currentStand: number | null;
  readonly condition: ConditionCode;
  readonly rollover: boolean;
  readonly readOn: BusinessDate;
}

/** A reading worked out: the columns of its row. */
export interface Assessment {
  readonly meterId: number;
  readonly meterSizeMm: number;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usage: number;
  readonly days: number;
  readonly method: ReadingMethod;
  readonly estimateBasis: EstimateBasis | null;
  readonly rollover: boolean;
  readonly replacedMeterId: number | null;
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
}

export type AssessmentRefusal = UsageRefusal | 'NO_METER' | 'REPLACEMENT_UNKNOWN' | 'STAND_MISSING';

export type AssessmentResult =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly reason: AssessmentRefusal; readonly previousStand: number };

/** Where the last settled consumption ended: the last verified reading, or the stand the first meter came with. */
interface Reference {
  readonly meter: MeterInPlace;
  readonly stand: number;
  readonly since: BusinessDate;
}

function referenceOf(basis: ReadingBasis, zone: string): Reference | null {
  const last = basis.history[0];
  const meter =
    last === undefined ? basis.meters[0] : basis.meters.find((candidate) => candidate.id === last.meter_id);
  if (meter === undefined) return null;
  return last === undefined
    ? { meter, stand: meter.installed_stand, since: meter.installed_on }
    : { meter, stand: last.current_stand, since: businessDateOf(last.read_at, zone) };
}

/** The stand usage is counted from; shown to the reader before anything is typed. */
export function previousStandOf(basis: ReadingBasis, zone: string): number | null {
  return referenceOf(basis, zone)?.stand ?? null;
}

/** The exchange of meters between the previous reading and this one, or null. */
export function replacementOf(
  basis: ReadingBasis,
  zone: string,
): { replaced_on: string; removed_stand: number; installed_stand: number } | null {
  const meter = activeMeter(basis);
  const removed = referenceOf(basis, zone)?.meter;
  if (meter === null || removed === undefined || removed.id === meter.id || removed.removed_stand === null)
    return null;
  return {
    replaced_on: meter.installed_on,
    removed_stand: removed.removed_stand,
    installed_stand: meter.installed_stand,
  };
}

export function activeMeter(basis: ReadingBasis): MeterInPlace | null {
  return basis.meters.find((meter) => meter.active) ?? null;
}

/** Works a reading out with the laws of libs/domain/meter: usage or estimate, then the reasons to look at it. */
export function assessReading(basis: ReadingBasis, observed: ObservedStand, zone: string): AssessmentResult {
  const meter = activeMeter(basis);
  const reference = referenceOf(basis, zone);
  if (meter === null || reference === null) return { ok: false, reason: 'NO_METER', previousStand: 0 };
  const refuse = (reason: AssessmentRefusal): AssessmentResult => ({
    ok: false,
    reason,
    previousStand: reference.stand,
  });
  const replaced = reference.meter.id === meter.id ? null : reference.meter;
  // Usage on a meter that came and went between two readings is recorded nowhere; a person has to settle it.
  const between = basis.meters.indexOf(meter) - basis.meters.indexOf(reference.meter);
  if (replaced !== null && (replaced.removed_stand === null || between !== 1))
    return refuse('REPLACEMENT_UNKNOWN');
  const days = Math.max(1, daysBetween(reference.since, observed.readOn));
  const stands: Omit<MeterStands, 'current'> = {
    previous: reference.stand,
    digits: meter.digits,
    ...(replaced?.removed_stand == null
      ? {}
      : {
          replacement: {
            removedStand: replaced.removed_stand,
            installedStand: meter.installed_stand,
            removedDigits: replaced.digits,
          },
        }),
  };
  const taken = CONDITIONS[observed.condition].estimated
    ? estimatedStand(basis, stands, days)
    : { current: observed.currentStand, rollover: observed.rollover, estimateBasis: null };
  if (taken.current === null) return refuse('STAND_MISSING');
  const result = usageOf({ ...stands, current: taken.current, rollover: taken.rollover });
  if (!result.ok) return refuse(result.reason);
  const method: ReadingMethod = taken.estimateBasis === null ? 'ACTUAL' : 'ESTIMATED';
  return {
    ok: true,
    assessment: {
      meterId: meter.id,
      meterSizeMm: meter.size_mm,
      previousStand: reference.stand,
      currentStand: taken.current,
      usage: result.usage,
      days,
      method,
      estimateBasis: taken.estimateBasis,
      rollover: taken.rollover,
      replacedMeterId: replaced?.id ?? null,
      ...judge(basis, { usage: result.usage, days, method }),
    },
  };
}

/** The reasons to look at a usage; negative usage belongs to a reading that nobody has explained yet. */
export function judge(
  basis: ReadingBasis,
  { usage, days, method }: { readonly usage: number; readonly days: number; readonly method: ReadingMethod },
): { severity: AnomalySeverity; reasons: readonly AnomalyReason[] } {
  return detectAnomalies({
    usage,
    days,
    method,
    history: pastUsage(basis),
    previousResolved: !basis.earlier_unverified,
    samePhoto: false,
    thresholds: { highPercent: basis.high_percent, lowPercent: basis.low_percent },
  });
}

/** More estimates in a row than somebody may be billed on without a look at the meter. */
export function exceedsEstimateLimit(basis: ReadingBasis, method: ReadingMethod): boolean {
  if (method !== 'ESTIMATED') return false;
  const firstActual = basis.history.findIndex((past) => past.method === 'ACTUAL');
  const before = firstActual === -1 ? basis.history.length : firstActual;
  return before >= MAX_ESTIMATES_IN_A_ROW;
}

/**
 * An estimate is written as the stand the meter would show, so that the chain of stands is never broken and the next
 * true reading settles the difference.
 */
function estimatedStand(
  basis: ReadingBasis,
  stands: Omit<MeterStands, 'current'>,
  days: number,
): { current: number; rollover: boolean; estimateBasis: EstimateBasis } {
  const { usage, basis: estimateBasis } = estimateUsage({
    period: basis.period,
    days,
    history: pastUsage(basis),
    categoryDefault: basis.default_usage_m3,
  });
  const { previous, digits, replacement } = stands;
  if (replacement !== undefined) {
    const onNewMeter = Math.max(0, usage - (replacement.removedStand - previous));
    return { current: replacement.installedStand + onNewMeter, rollover: false, estimateBasis };
  }
  const capacity = 10 ** digits;
  const shown = previous + usage;
  return { current: shown % capacity, rollover: shown >= capacity, estimateBasis };
}
