/** Stands in whole m³ (the black wheels). `digits` is the number of black wheels of the meter now installed. */
export type MeterStands = {
  readonly previous: number;
  readonly current: number;
  readonly digits: number;
  /** A person confirmed that the meter passed its last number. */
  readonly rollover?: boolean;
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
  | 'ROLLOVER_WITH_REPLACEMENT'
  | 'REMOVED_BELOW_PREVIOUS'
  | 'STAND_TOO_LARGE'
  | 'STAND_INVALID';

export type UsageResult =
  | { readonly ok: true; readonly usage: number; readonly formula: string }
  | { readonly ok: false; readonly reason: UsageRefusal };

const MAX_DIGITS = 9;

const refuse = (reason: UsageRefusal): UsageResult => ({ ok: false, reason });
const accept = (usage: number, terms: string): UsageResult => ({
  ok: true,
  usage,
  formula: `${terms} = ${String(usage)} m³`,
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
 * is not lower than before, and a rollover together with a replacement, contradict themselves and are refused.
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
    return accept(
      capacity - previous + current,
      `(${String(capacity)} − ${String(previous)}) + ${String(current)}`,
    );
  }
  if (current < previous) return refuse('NEGATIVE_USAGE');
  return accept(current - previous, `${String(current)} − ${String(previous)}`);
}

function usageAcrossReplacement(
  { previous, current, digits, rollover }: MeterStands,
  { removedStand, installedStand }: NonNullable<MeterStands['replacement']>,
  oldDigits: number,
): UsageResult {
  if (rollover) return refuse('ROLLOVER_WITH_REPLACEMENT');
  const problem = standProblem(removedStand, oldDigits) ?? standProblem(installedStand, digits);
  if (problem) return refuse(problem);
  if (removedStand < previous) return refuse('REMOVED_BELOW_PREVIOUS');
  if (current < installedStand) return refuse('NEGATIVE_USAGE');
  return accept(
    removedStand - previous + (current - installedStand),
    `(${String(removedStand)} − ${String(previous)}) + (${String(current)} − ${String(installedStand)})`,
  );
}
