import type { BusinessDate } from '../time';
import { detectAnomalies, type AnomalyReason, type AnomalySeverity } from './anomalies';
import { usageCeiling, type UsageCeiling } from './ceiling';
import { CONDITIONS } from './condition';
import { estimateUsage, MAX_ESTIMATES_IN_A_ROW, type EstimateBasis } from './estimate';
import { meterAt, periodOutsideConnection, type MeterAtResult, type MeterLife } from './meter-life';
import { estimatedStand } from './estimated-stand';
import type { ReadingMethod } from './past-usage';
import type { ObservedStand, ReadingBasis } from './reading-basis';
import { clockRefusal, isReadLongAgo, type ClockRefusal } from './reading-clock';
import { countedFrom, type CountedFrom } from './counted-from';
import { servedDays } from './served-days';
import { usageOf, type MeterStands, type UsageRefusal } from './usage';

/** A reading worked out: what is stored of it. */
export type Assessment = {
  readonly meterId: number;
  readonly meterSizeMm: number;
  readonly previousStand: number;
  readonly currentStand: number;
  /** m³, billed. */
  readonly usage: number;
  /** m³ that estimates have billed beyond the true stand; 0 but for a stand below an estimated one. */
  readonly overestimated: number;
  readonly days: number;
  readonly method: ReadingMethod;
  readonly estimateBasis: EstimateBasis | null;
  readonly rollover: boolean;
  readonly replacedMeterId: number | null;
  /** m³ above which this reading is not believed without two people. */
  readonly ceiling: number;
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
};

export type AssessmentRefusal =
  | UsageRefusal
  | ClockRefusal
  | Extract<MeterAtResult, { ok: false }>['reason']
  | NonNullable<ReturnType<typeof periodOutsideConnection>>
  | 'REPLACEMENT_UNKNOWN'
  | 'ABOVE_REMOVED_STAND'
  | 'STAND_MISSING';

export type AssessmentResult =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly reason: AssessmentRefusal; readonly previousStand: number };

type Counted = {
  readonly meter: MeterLife;
  readonly reference: CountedFrom;
  readonly days: number;
  readonly stands: Omit<MeterStands, 'current'>;
};

/**
 * Works a reading out: the meter that was there at its instant, usage or an estimate, and the reasons to look at it.
 *
 * Refused, not flagged, is what cannot be: a period outside the life of the connection, an instant before the meter or
 * before the last verified reading, a stand a removed meter never showed, usage over two exchanges nobody can count.
 * @param zoneDay the business day of an instant, in the utility's zone
 */
export function assessReading(
  basis: ReadingBasis,
  observed: ObservedStand,
  zoneDay: (epochMs: number) => BusinessDate,
): AssessmentResult {
  const reference = countedFrom(basis, zoneDay);
  const refuse = (reason: AssessmentRefusal): AssessmentResult => ({
    ok: false,
    reason,
    previousStand: reference?.stand ?? 0,
  });
  const outside = periodOutsideConnection(basis.meters, basis.period);
  if (outside !== null) return refuse(outside);
  const there = meterAt(basis.meters, observed, observed.condition === 'GANTI_METER');
  if (!there.ok) return refuse(there.reason);
  const wrongClock = clockRefusal(basis, observed);
  if (wrongClock !== null) return refuse(wrongClock);
  if (reference === null) return refuse('NO_METER');
  const { meter } = there;
  // Usage on a meter that came and went between two readings is recorded nowhere; a person has to settle it.
  const between = basis.meters.indexOf(meter) - basis.meters.indexOf(reference.meter);
  if (between < 0 || between > 1 || (between === 1 && reference.meter.removedStand === null))
    return refuse('REPLACEMENT_UNKNOWN');
  const counted: Counted = {
    meter,
    reference,
    days: servedDays(reference.since, observed.readOn, basis.sealed ?? [], zoneDay),
    stands: standsOf(meter, reference),
  };
  const result = CONDITIONS[observed.condition].estimated
    ? assessEstimate(basis, observed, counted)
    : assessStand(basis, observed, counted);
  return typeof result === 'string' ? refuse(result) : { ok: true, assessment: result };
}

function standsOf(meter: MeterLife, reference: CountedFrom): Omit<MeterStands, 'current'> {
  const { meter: old } = reference;
  return {
    previous: reference.stand,
    digits: meter.digits,
    ...(reference.estimatedFloor === null ? {} : { estimatedFloor: reference.estimatedFloor }),
    ...(old.id === meter.id || old.removedStand === null
      ? {}
      : {
          replacement: {
            removedStand: old.removedStand,
            installedStand: meter.installedStand,
            removedDigits: old.digits,
          },
        }),
  };
}

function assessStand(
  basis: ReadingBasis,
  observed: ObservedStand,
  counted: Counted,
): Assessment | AssessmentRefusal {
  const { currentStand, rollover } = observed;
  const { meter, stands } = counted;
  if (currentStand === null) return 'STAND_MISSING';
  const result = usageOf({ ...stands, current: currentStand, rollover });
  if (!result.ok) return result.reason;
  if (meter.removedStand !== null && currentStand > meter.removedStand) return 'ABOVE_REMOVED_STAND';
  const { usage, overestimated } = result;
  return finish(basis, observed, counted, {
    currentStand,
    usage,
    overestimated,
    method: 'ACTUAL',
    estimateBasis: null,
    rollover,
  });
}

function assessEstimate(basis: ReadingBasis, observed: ObservedStand, counted: Counted): Assessment {
  const { usage: expected, basis: estimateBasis } = estimateUsage({
    period: basis.period,
    days: counted.days,
    history: basis.history,
    categoryDefault: basis.categoryDefault,
  });
  const { currentStand, usage, overestimated, rollover } = estimatedStand(
    counted.stands,
    expected,
    counted.meter.removedStand,
  );
  return finish(basis, observed, counted, {
    currentStand,
    usage,
    overestimated,
    method: 'ESTIMATED',
    estimateBasis,
    rollover,
  });
}

function finish(
  basis: ReadingBasis,
  observed: ObservedStand,
  { meter, reference, days, stands }: Counted,
  taken: Pick<
    Assessment,
    'currentStand' | 'usage' | 'overestimated' | 'method' | 'estimateBasis' | 'rollover'
  >,
): Assessment {
  const ceiling = usageCeiling({
    meterSizeMm: meter.sizeMm,
    days,
    onOneBill: basis.history.length === 0 || reference.meter.id !== meter.id || taken.rollover,
    category: basis.categoryUsage,
    categoryDefault: basis.categoryDefault,
    history: basis.history,
    highPercent: basis.thresholds.highPercent,
  });
  return {
    meterId: meter.id,
    meterSizeMm: meter.sizeMm,
    previousStand: stands.previous,
    ...taken,
    days,
    replacedMeterId: reference.meter.id === meter.id ? null : reference.meter.id,
    ceiling: Math.min(ceiling.meter, ceiling.category ?? ceiling.meter),
    ...judge(basis, { ...taken, days, ceiling, readLongAgo: isReadLongAgo(observed) }),
  };
}

/** The reasons to look at a usage; negative usage belongs to a reading that nobody has explained yet. */
export function judge(
  basis: ReadingBasis,
  reading: {
    readonly usage: number;
    readonly days: number;
    readonly method: ReadingMethod;
    readonly overestimated?: number;
    readonly ceiling?: UsageCeiling;
    readonly readLongAgo?: boolean;
  },
): { severity: AnomalySeverity; reasons: readonly AnomalyReason[] } {
  const { usage, days, method, overestimated = 0, readLongAgo = false, ceiling } = reading;
  return detectAnomalies({
    usage,
    days,
    method,
    history: basis.history,
    previousResolved: !basis.earlierUnverified,
    samePhoto: basis.samePhoto ?? false,
    belowEstimate: overestimated > 0,
    readLongAgo,
    ...(ceiling === undefined ? {} : { ceiling }),
    thresholds: basis.thresholds,
  });
}

/** More estimates in a row than somebody may be billed on without a look at the meter. */
export function exceedsEstimateLimit(basis: ReadingBasis, method: ReadingMethod): boolean {
  if (method !== 'ESTIMATED') return false;
  const firstActual = basis.history.findIndex((past) => past.method === 'ACTUAL');
  const before = firstActual === -1 ? basis.history.length : firstActual;
  return before >= MAX_ESTIMATES_IN_A_ROW;
}
