import {
  judge,
  type AnomalyReason,
  type AnomalySeverity,
  type AssessmentResult,
  type EstimateBasis,
  type ReadingBasis,
} from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { loadBases } from './reading-basis';
import { basisKey } from './reading-key';
import type { TakenOverMonths } from './taken-over-months';
import { reassess, type StoredReading } from './verifiable-reading';

interface Figures {
  readonly id: number;
  readonly meterId: number;
  readonly replacedMeterId: number | null;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usage: number;
  readonly overestimated: number;
  readonly ceiling: number | null;
  readonly days: number;
  readonly estimateBasis: EstimateBasis | null;
  readonly rollover: boolean;
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
}

/**
 * Finds figures and reasons of locked, unverified readings again, because what they are counted from has changed. A
 * person's decision (the status) stays as it is.
 */
export async function recountReadings(
  tx: Tx,
  readings: readonly StoredReading[],
  { zone, takenOver }: { readonly zone: string; readonly takenOver: TakenOverMonths },
): Promise<void> {
  if (readings.length === 0) return;
  const bases = await loadBases(tx, readings, takenOver);
  const figures = readings.flatMap((reading) => {
    const basis = bases.get(basisKey(reading));
    return basis === undefined ? [] : [figuresOf(reading, basis, reassess(reading, basis, zone))];
  });
  await tx.query(
    `UPDATE meter_reading r SET previous_stand = f.previous_stand, current_stand = f.current_stand, usage_m3 = f.usage_m3,
       days = f.days, rollover = f.rollover, severity = f.severity, reasons = string_to_array(f.reasons, ','),
       meter_id = f.meter_id, replaced_meter_id = f.replaced_meter_id, estimate_basis = f.estimate_basis,
       overestimated_m3 = f.overestimated_m3, ceiling_m3 = f.ceiling_m3,
       version = version + 1
     FROM unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::boolean[], $7::text[], $8::text[],
       $9::bigint[], $10::bigint[], $11::text[], $12::int[], $13::int[])
       AS f (id, previous_stand, current_stand, usage_m3, days, rollover, severity, reasons, meter_id, replaced_meter_id,
         estimate_basis, overestimated_m3, ceiling_m3)
     WHERE r.id = f.id`,
    [
      figures.map((row) => row.id),
      figures.map((row) => row.previousStand),
      figures.map((row) => row.currentStand),
      figures.map((row) => row.usage),
      figures.map((row) => row.days),
      figures.map((row) => row.rollover),
      figures.map((row) => row.severity),
      figures.map((row) => row.reasons.join(',')),
      figures.map((row) => row.meterId),
      figures.map((row) => row.replacedMeterId),
      figures.map((row) => row.estimateBasis),
      figures.map((row) => row.overestimated),
      figures.map((row) => row.ceiling),
    ],
  );
}

function figuresOf(reading: StoredReading, basis: ReadingBasis, result: AssessmentResult): Figures {
  if (result.ok) return { id: reading.id, ...result.assessment };
  // What can no longer be counted is a question to the reader: it waits as negative until it is read again.
  const usage = Math.min(reading.current_stand - result.previousStand, -1);
  return {
    id: reading.id,
    meterId: reading.meter_id,
    replacedMeterId: reading.replaced_meter_id,
    previousStand: result.previousStand,
    currentStand: reading.current_stand,
    usage,
    overestimated: 0,
    ceiling: null,
    days: 1,
    estimateBasis: null,
    // What a person said of the meter stays said.
    rollover: reading.rollover,
    ...judge(basis, { usage, days: 1, method: reading.method }),
  };
}
