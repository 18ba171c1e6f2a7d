/** Stands in whole m³ (the black wheels). `digits` is the number of black wheels of the meter now installed. */
export type MeterStands = {
  readonly previous: number;
  readonly current: number;
  readonly digits: number;
  /** A person confirmed that the meter passed its last number. */
  readonly rollover?: boolean;
  /**
   * Given when `previous` was estimated: the last stand somebody really saw. A true stand between the two is accepted;
   * nothing is used then, and what the estimates billed too much is told.
   */
  readonly estimatedFloor?: number;
  /** The meter was changed in this period. `removedDigits` when the old meter had another number of wheels. */
  readonly replacement?: {
    readonly removedStand: number;
    readonly installedStand: number;
    readonly removedDigits?: number;
  };
};

export type UsageRefusal =
  | 'NEGATIVE_USAGE'
  | 'ROLLOVER_NOT_LOWER'
  | 'ROLLOVER_NOT_NEAR_END'
  | 'ROLLOVER_WITH_REPLACEMENT'
  | 'REMOVED_BELOW_PREVIOUS'
  | 'STAND_TOO_LARGE'
  | 'STAND_INVALID';

export type UsageResult =
  | {
      readonly ok: true;
      /** m³ to bill, never negative. */
      readonly usage: number;
      /** m³ by which a true stand lies below an estimated one; `usage − overestimated` is the difference of stands. */
      readonly overestimated: number;
      readonly formula: string;
    }
  | { readonly ok: false; readonly reason: UsageRefusal };

const MAX_DIGITS = 9;
/** A counter that passes its last number was in the last twentieth of its dial before. */
const NEAR_END_PARTS = 20;

const refuse = (reason: UsageRefusal): UsageResult => ({ ok: false, reason });
const accept = (counted: number, terms: string): UsageResult => ({
  ok: true,
  usage: Math.max(0, counted),
  overestimated: Math.max(0, -counted),
  formula: `${terms} = ${counted < 0 ? '−' : ''}${String(Math.abs(counted))} m³`,
});

function standProblem(stand: number, digits: number): UsageRefusal | null {
  if (!Number.isInteger(stand) || stand < 0) return 'STAND_INVALID';
  return stand >= 10 ** digits ? 'STAND_TOO_LARGE' : null;
}

/**
 * Usage of a period in m³ from two stands, with the sum as it may be printed.
 *
 * A lower reading is refused as NEGATIVE_USAGE: it becomes a rollover, `(10^digits − previous) + current`, or a
 * meter replacement, `(removed − previous) + (current − installed)`, only when a person says so. A rollover that
 * is not lower than before, one that does not begin in the last 5 % of the dial, and one together with a replacement
 * contradict themselves and are refused. Below an estimated stand, see `estimatedFloor`.
 * @throws RangeError when a number of wheels is not 1…9.
 */
export function usageOf(stands: MeterStands): UsageResult {
  const { previous, current, digits, rollover = false, replacement } = stands;
  const oldDigits = replacement?.removedDigits ?? digits;
  for (const wheels of [digits, oldDigits]) {
    if (!Number.isInteger(wheels) || wheels < 1 || wheels > MAX_DIGITS) {
      throw new RangeError(`not a number of meter wheels: ${String(wheels)}`);
    }
  }
  const problem = standProblem(previous, oldDigits) ?? standProblem(current, digits);
  if (problem) return refuse(problem);
  if (replacement) return usageAcrossReplacement(stands, replacement, oldDigits);
  if (rollover) {
    if (current >= previous) return refuse('ROLLOVER_NOT_LOWER');
    const capacity = 10 ** digits;
    if (previous * NEAR_END_PARTS < capacity * (NEAR_END_PARTS - 1)) return refuse('ROLLOVER_NOT_NEAR_END');
    return accept(
      capacity - previous + current,
      `(${String(capacity)} − ${String(previous)}) + ${String(current)}`,
    );
  }
  if (current < (stands.estimatedFloor ?? previous)) return refuse('NEGATIVE_USAGE');
  return accept(current - previous, `${String(current)} − ${String(previous)}`);
}

function usageAcrossReplacement(
  { previous, current, digits, rollover, estimatedFloor }: MeterStands,
  { removedStand, installedStand }: NonNullable<MeterStands['replacement']>,
  oldDigits: number,
): UsageResult {
  if (rollover) return refuse('ROLLOVER_WITH_REPLACEMENT');
  const problem = standProblem(removedStand, oldDigits) ?? standProblem(installedStand, digits);
  if (problem) return refuse(problem);
  if (removedStand < (estimatedFloor ?? previous)) return refuse('REMOVED_BELOW_PREVIOUS');
  if (current < installedStand) return refuse('NEGATIVE_USAGE');
  return accept(
    removedStand - previous + (current - installedStand),
    `(${String(removedStand)} − ${String(previous)}) + (${String(current)} − ${String(installedStand)})`,
  );
}
