import type { MeterStands } from './usage';

/**
 * An estimate is written as the stand the meter would show, so that the chain of stands is never broken and the next
 * true reading settles the difference. A meter that has been taken away is never estimated beyond its last stand.
 */
export function estimatedStand(
  { previous, digits, replacement }: Omit<MeterStands, 'current'>,
  usage: number,
  removedStand: number | null,
): { currentStand: number; usage: number; overestimated: number; rollover: boolean } {
  if (replacement !== undefined) {
    const onOldMeter = replacement.removedStand - previous;
    const onNewMeter = Math.max(0, usage - onOldMeter);
    const counted = onOldMeter + onNewMeter;
    return {
      currentStand: replacement.installedStand + onNewMeter,
      usage: Math.max(0, counted),
      overestimated: Math.max(0, -counted),
      rollover: false,
    };
  }
  const capacity = 10 ** digits;
  const limit = removedStand ?? Number.POSITIVE_INFINITY;
  const shown = Math.max(previous, Math.min(previous + usage, limit));
  return {
    currentStand: shown % capacity,
    usage: shown - previous,
    overestimated: 0,
    rollover: shown >= capacity,
  };
}
