import { CONDITIONS } from '@tirtapay/domain';
import type { ConditionCode } from '@tirtapay/domain';
import type { ReadingContextDto, ReadingDto, TakenMeterDto } from '@tirtapay/api-client';
import { ApiProblem } from '../../../../lib/api-problem';
import { numberIn } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import type { StandEntry } from '../api/readings-api';

/** What a stand is judged by before it is sent: the same of a customer that was asked for and of a stop taken along. */
export type StandBasis = Pick<ReadingContextDto, 'period' | 'previous' | 'replacement' | 'history'> & {
  readonly customer: Pick<ReadingContextDto['customer'], 'customer_number'>;
  readonly meter: TakenMeterDto | null;
};

export interface Typed {
  stand: TypedNumber;
  condition: ConditionCode;
  rollover: boolean;
}

export const isEstimated = (condition: ConditionCode): boolean => CONDITIONS[condition].estimated;

/** The stand before this one on the meter in place: its last reading, or the stand it was installed with. */
export function standBefore(context: StandBasis): number {
  return (
    context.replacement?.installed_stand ?? context.previous?.stand ?? context.meter?.installed_stand ?? 0
  );
}

/** Below this a stand needs a rollover; lower than the stand before only when that one was estimated. */
export function lowestStand(context: StandBasis): number {
  return context.replacement?.installed_stand ?? context.previous?.lowest_stand ?? standBefore(context);
}

/** A lower stand is either a slip of the finger or a rollover, and only a person can say which. */
export function isLower(context: StandBasis, { stand, condition }: Typed): boolean {
  const value = numberIn(stand);
  return (
    value !== null && !isEstimated(condition) && condition !== 'GANTI_METER' && value < lowestStand(context)
  );
}

/** What can be priced and saved; null while something is still missing. */
export function entryOf(context: StandBasis, typed: Typed): StandEntry | null {
  const base = {
    customer_number: context.customer.customer_number,
    period: context.period,
    condition_code: typed.condition,
    rollover: typed.rollover && isLower(context, typed),
  };
  if (isEstimated(typed.condition)) return base;
  const stand = numberIn(typed.stand);
  const digits = context.meter?.digits;
  // More than the dial can show is a slip of the finger, said at the field.
  if (stand === null || (digits !== undefined && stand >= 10 ** digits)) return null;
  if (isLower(context, typed) && !typed.rollover) return null;
  return { ...base, current_stand: stand };
}

/** Mean use of the last three periods that were really read. */
export function usualUse(context: StandBasis): number | null {
  const read = context.history.filter((point) => point.method === 'ACTUAL').slice(0, 3);
  if (read.length === 0) return null;
  return Math.round(read.reduce((sum, point) => sum + point.usage_m3, 0) / read.length);
}

const isDuplicate = (error: Error): boolean =>
  error instanceof ApiProblem && error.code === 'reading.duplicate';

interface Sent {
  /** The stand as the server stored it, while its photo is still to come. */
  readonly stored: ReadingDto | null;
  readonly pending: boolean;
  readonly error: Error | null;
}

/**
 * What stands before whoever reads. That the month is read already is news of somebody else only while nothing of this form
 * is on its way: the stand it has just stored must not take its photo off the screen. Nor is it once it was sent, unless the
 * server says that there is another: the answer to the first try may be what was lost.
 */
export function stageOf(
  { existing }: Pick<ReadingContextDto, 'existing'>,
  { stored, pending, error }: Sent,
): 'entry' | 'photoLeft' | 'readAlready' {
  if (stored !== null && error !== null) return 'photoLeft';
  const ofOthers = stored === null && !pending && (error === null || isDuplicate(error));
  return ofOthers && existing !== null && existing.status !== 'REREAD' ? 'readAlready' : 'entry';
}
