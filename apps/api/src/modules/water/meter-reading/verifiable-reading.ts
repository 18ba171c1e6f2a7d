import {
  type AnomalyReason,
  type AnomalySeverity,
  type Assessment,
  type AssessmentResult,
  assessReading,
  type BusinessDate,
  type ConditionCode,
  exceedsEstimateLimit,
  type Period,
  type ReadingBasis,
  type ReadingMethod,
  type ReadingState,
} from '@tirtapay/domain';
import type { Database, Tx } from '../../../platform/database';
import { daysIn, loadBases, type CustomerBasis } from './reading-basis';
import { basisKey } from './reading-key';
import type { ReadingPrices } from './reading-prices';
import type { VerifyRefusal } from './refusals';
import type { TakenOverMonths } from './taken-over-months';

/** A stored reading with everything a decision about it needs. */
export interface StoredReading {
  readonly id: number;
  readonly customer_id: number;
  readonly meter_id: number;
  readonly replaced_meter_id: number | null;
  readonly period: Period;
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  readonly condition_code: ConditionCode;
  readonly method: ReadingMethod;
  readonly rollover: boolean;
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
  readonly status: ReadingState;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly read_at: number;
  readonly read_on: BusinessDate;
  readonly received_at: number | null;
}

export interface JudgedReading {
  readonly reading: StoredReading;
  readonly refusal: VerifyRefusal | null;
}

export function selectReadings(zoneParameter: number): string {
  return `SELECT id, customer_id, meter_id, replaced_meter_id, period, previous_stand, current_stand, usage_m3, condition_code, method, rollover, severity,
    reasons, status, version, floor(extract(epoch FROM read_at) * 1000)::float8 AS read_at,
    floor(extract(epoch FROM received_at) * 1000)::float8 AS received_at, (read_at AT TIME ZONE $${String(zoneParameter)})::date AS read_on FROM meter_reading`;
}

/** The stored reading worked out afresh from what it is counted from today. */
export function reassess(reading: StoredReading, basis: ReadingBasis, zone: string): AssessmentResult {
  return assessReading(
    basis,
    {
      currentStand: reading.method === 'ESTIMATED' ? null : reading.current_stand,
      condition: reading.condition_code,
      rollover: reading.rollover,
      readAt: reading.read_at,
      readOn: reading.read_on,
      receivedAt: reading.received_at,
    },
    daysIn(zone),
  );
}

/**
 * Says of each reading whether it may be verified, and why not. The reading is worked out again: what it was counted
 * from may have changed since (a meter exchanged, an earlier period decided).
 */
export async function judgeReadings(
  source: Tx | Database,
  readings: readonly StoredReading[],
  context: {
    readonly zone: string;
    readonly prices: ReadingPrices;
    readonly takenOver: TakenOverMonths;
    readonly hasNote: boolean;
  },
): Promise<JudgedReading[]> {
  const bases = await loadBases(source, readings, context.takenOver);
  const takenOver = await context.takenOver.among(source, readings);
  const judged = readings.map((reading) => {
    const basis = bases.get(basisKey(reading));
    if (basis === undefined) return { reading, refusal: 'NOT_FOUND' as const, basis: null, assessment: null };
    const result = reassess(reading, basis, context.zone);
    const refusal = refusalOf(reading, basis, result, {
      hasNote: context.hasNote,
      takenOver: takenOver.has(basisKey(reading)),
    });
    return { reading, refusal, basis, assessment: result.ok ? result.assessment : null };
  });
  const priced = judged.flatMap(({ basis, assessment, refusal }) =>
    basis === null || assessment === null || refusal !== null ? [] : [pricedReading(basis, assessment)],
  );
  const totals = await context.prices.totals(source, priced);
  let next = 0;
  return judged.map(({ reading, refusal }) => {
    if (refusal !== null) return { reading, refusal };
    const total = totals[next];
    next += 1;
    return { reading, refusal: total === null ? ('NOT_CALCULABLE' as const) : null };
  });
}

function pricedReading(basis: CustomerBasis, assessment: Assessment) {
  return {
    customerId: basis.customerId,
    period: basis.period,
    usage: assessment.usage,
    meterSizeMm: assessment.meterSizeMm,
  };
}

function refusalOf(
  reading: StoredReading,
  basis: CustomerBasis,
  result: AssessmentResult,
  { hasNote, takenOver }: { readonly hasNote: boolean; readonly takenOver: boolean },
): VerifyRefusal | null {
  if (reading.status === 'VERIFIED') return 'ALREADY_VERIFIED';
  if (reading.status === 'REREAD') return 'REREAD_PENDING';
  if (takenOver) return 'TAKEN_OVER';
  if (basis.laterVerified) return 'LATER_VERIFIED';
  if (basis.earlierUnverified) return 'EARLIER_UNVERIFIED';
  if (!result.ok) return result.reason === 'NEGATIVE_USAGE' ? 'NEGATIVE' : 'IMPOSSIBLE';
  if (exceedsEstimateLimit(basis, reading.method)) return 'ESTIMATE_LIMIT';
  const { assessment } = result;
  if (hasChanged(reading, assessment)) return 'STALE';
  return reading.severity === 'ERROR' && !hasNote ? 'NEEDS_NOTE' : null;
}

/** Other figures than those somebody looked at, or a reason to look twice that was not there. */
function hasChanged(reading: StoredReading, assessment: Assessment): boolean {
  return (
    assessment.meterId !== reading.meter_id ||
    assessment.previousStand !== reading.previous_stand ||
    assessment.usage !== reading.usage_m3 ||
    (assessment.severity === 'ERROR' && reading.severity !== 'ERROR')
  );
}
