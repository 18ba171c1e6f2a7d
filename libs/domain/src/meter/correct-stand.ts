import type { Period } from '../time';
import { spreadStands } from './spread-stands';
import { usageOf, type MeterStands } from './usage';

/** A verified reading as a correction sees it; a whole chain is oldest first, each beginning where the last one ended. */
export type CorrectableReading = {
  readonly id: number;
  readonly period: Period;
  readonly method: 'ACTUAL' | 'ESTIMATED' | 'DERIVED';
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usage: number;
  readonly days: number;
  readonly rollover: boolean;
  readonly digits: number;
  /** What its meter showed when it was taken away; null while it hangs. */
  readonly removedStand?: number | null;
  readonly replacement?: NonNullable<MeterStands['replacement']>;
};

export type CorrectedReading = CorrectableReading & { readonly overestimated: number };

/** `period`: the reading that contradicts the new stand. */
export type StandCorrection =
  | { readonly ok: true; readonly changed: readonly CorrectedReading[] }
  | {
      readonly ok: false;
      readonly reason: 'NOT_FOUND' | 'SAME_STAND' | 'ABOVE_REMOVED_STAND' | 'CONTRADICTS' | 'STAND_TOO_LARGE';
      readonly period: Period | null;
    };

const refuse = (
  reason: Extract<StandCorrection, { ok: false }>['reason'],
  period: Period | null = null,
): StandCorrection => ({ ok: false, reason, period });

/**
 * What else changes when a verified stand is found to be wrong. The month itself and the next true reading share the
 * difference: what the one used less, the other used more. Months derived from a stand are spread anew; estimates that
 * follow keep their usage and move with the stand they were counted from.
 *
 * Σ usage up to the next true reading stays the same, so a correction never makes or loses water.
 * @param chain all settled readings of the customer that have stands, oldest first
 */
export function correctStand(
  chain: readonly CorrectableReading[],
  correction: { readonly id: number; readonly currentStand: number },
): StandCorrection {
  const index = chain.findIndex(({ id }) => id === correction.id);
  const target = chain[index];
  if (target === undefined) return refuse('NOT_FOUND');
  const stand = correction.currentStand;
  if (stand >= 10 ** target.digits) return refuse('STAND_TOO_LARGE', target.period);
  if (stand === target.currentStand && target.method === 'ACTUAL') return refuse('SAME_STAND', target.period);
  const next = chain.slice(index + 1);
  const most = target.removedStand ?? next[0]?.replacement?.removedStand ?? null;
  if (most !== null && stand > most) return refuse('ABOVE_REMOVED_STAND', target.period);
  const firstBefore = chain.slice(0, index).findLastIndex(({ method }) => method !== 'DERIVED') + 1;
  const before = [...chain.slice(firstBefore, index), { ...target, method: 'ACTUAL' as const }];
  const left = spreadGroup(before, stand, before[0]?.previousStand ?? 0);
  if (!left.ok) return left;
  const right = follow(next, stand, target.currentStand);
  if (!right.ok) return right;
  return { ok: true, changed: [...left.changed, ...right.changed] };
}

/** Derived months and the true reading that ends them, from where the chain stood before. */
function spreadGroup(group: readonly CorrectableReading[], stand: number, from: number): StandCorrection {
  const last = group.at(-1);
  if (last === undefined) return { ok: true, changed: [] };
  if (group.length === 1) return recount(last, from, stand);
  if (stand < from) return refuse('CONTRADICTS', last.period);
  const stands = spreadStands({ from, to: stand, months: group });
  return {
    ok: true,
    changed: group.map((reading, index) => {
      const [previousStand, currentStand] = [stands[index - 1] ?? from, stands[index] ?? stand];
      return {
        ...reading,
        previousStand,
        currentStand,
        usage: currentStand - previousStand,
        overestimated: 0,
        rollover: false,
      };
    }),
  };
}

/** Readings after the corrected one, until a true stand ends the difference. */
function follow(next: readonly CorrectableReading[], stand: number, stoodBefore: number): StandCorrection {
  const changed: CorrectedReading[] = [];
  let [from, shift] = [stand, stand - stoodBefore];
  for (let at = 0; at < next.length && shift !== 0; at += 1) {
    const reading = next[at];
    if (reading === undefined) break;
    if (reading.method === 'ESTIMATED') {
      const moved = reading.currentStand + shift;
      const floor = reading.replacement?.installedStand ?? 0;
      if (moved < floor || moved >= 10 ** reading.digits) return refuse('CONTRADICTS', reading.period);
      changed.push({ ...reading, previousStand: from, currentStand: moved, overestimated: 0 });
      from = moved;
      continue;
    }
    const end = next.findIndex((one, index) => index >= at && one.method === 'ACTUAL');
    const group = next.slice(at, end === -1 ? undefined : end + 1);
    const result = spreadGroup(group, group.at(-1)?.currentStand ?? from, from);
    if (!result.ok) return result;
    changed.push(...result.changed);
    shift = 0;
  }
  return { ok: true, changed };
}

function recount(reading: CorrectableReading, previous: number, current: number): StandCorrection {
  const { digits, replacement, period } = reading;
  const rollover = reading.rollover && current < previous;
  const result = usageOf({
    previous,
    current,
    digits,
    rollover,
    ...(replacement === undefined ? {} : { replacement }),
  });
  if (!result.ok) return refuse('CONTRADICTS', period);
  const { usage, overestimated } = result;
  if (overestimated > 0) return refuse('CONTRADICTS', period);
  return {
    ok: true,
    changed: [{ ...reading, previousStand: previous, currentStand: current, usage, overestimated, rollover }],
  };
}
