import type { CorrectableReading, CorrectedReading } from './correct-stand';
import { usageOf } from './usage';

/** The two stands of an exchange as they really were. */
export interface ExchangeStands {
  readonly removedStand: number;
  readonly installedStand: number;
}

export type ExchangeCorrection =
  | { readonly ok: true; readonly changed: readonly CorrectedReading[] }
  | {
      readonly ok: false;
      readonly reason:
        | 'NOT_FOUND'
        | 'NOT_EXCHANGED'
        | 'SAME_STANDS'
        | 'NOT_READ'
        | 'REMOVED_BELOW_PREVIOUS'
        | 'INSTALLED_ABOVE_CURRENT'
        | 'STAND_TOO_LARGE';
    };

const refuse = (reason: Extract<ExchangeCorrection, { ok: false }>['reason']): ExchangeCorrection => ({
  ok: false,
  reason,
});

/**
 * What else changes when a stand of an exchange is found to be wrong after a reading was counted over it. That reading alone: its own
 * two stands were seen on the meters and stay, only what lies between them is another.
 * @param chain all settled readings of the customer that have stands, oldest first
 */
export function correctExchange(
  chain: readonly CorrectableReading[],
  correction: ExchangeStands & { readonly id: number },
): ExchangeCorrection {
  const index = chain.findIndex(({ id }) => id === correction.id);
  const target = chain[index];
  if (target === undefined) return refuse('NOT_FOUND');
  const was = target.replacement;
  if (was === undefined) return refuse('NOT_EXCHANGED');
  const { removedStand, installedStand } = correction;
  if (removedStand === was.removedStand && installedStand === was.installedStand)
    return refuse('SAME_STANDS');
  // An estimate was put on the dial from the stands that were wrong: its month is given the stand that was seen first.
  if (target.method !== 'ACTUAL') return refuse('NOT_READ');
  if (installedStand > target.currentStand) return refuse('INSTALLED_ABOVE_CURRENT');
  // Below the month before, which may have been estimated, lies what that month has billed: it is corrected first.
  if (Math.min(removedStand, was.removedStand) < target.previousStand)
    return refuse('REMOVED_BELOW_PREVIOUS');
  const result = usageOf({
    previous: target.previousStand,
    current: target.currentStand,
    digits: target.digits,
    replacement: { ...was, removedStand, installedStand },
  });
  if (!result.ok) return refuse('STAND_TOO_LARGE');
  return {
    ok: true,
    changed: [
      {
        ...target,
        usage: result.usage,
        overestimated: 0,
        replacement: { ...was, removedStand, installedStand },
      },
    ],
  };
}
