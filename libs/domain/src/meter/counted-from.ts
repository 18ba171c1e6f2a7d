import type { BusinessDate } from '../time';
import type { MeterLife } from './meter-life';
import type { ReadingBasis } from './reading-basis';

/** Where the last settled consumption ended: the last verified reading, or the stand the first meter came with. */
export type CountedFrom = {
  readonly meter: MeterLife;
  readonly stand: number;
  readonly since: BusinessDate;
  /**
   * When `stand` was estimated: the last stand somebody really saw on that meter. A true stand between the two is no
   * mistake, the estimate was too high. Null when `stand` was read.
   */
  readonly estimatedFloor: number | null;
};

/** The stand usage of the next reading is counted from; null when nothing is known about a meter. */
export function countedFrom(
  basis: ReadingBasis,
  zoneDay: (epochMs: number) => BusinessDate,
): CountedFrom | null {
  const last = basis.history[0];
  const meter =
    last === undefined ? basis.meters[0] : basis.meters.find((candidate) => candidate.id === last.meterId);
  if (meter === undefined) return null;
  if (last === undefined)
    return { meter, stand: meter.installedStand, since: meter.installedOn, estimatedFloor: null };
  return {
    meter,
    stand: last.currentStand,
    since: zoneDay(last.readAt),
    estimatedFloor: last.method === 'ESTIMATED' ? lastSeenStand(basis, meter) : null,
  };
}

function lastSeenStand({ history }: ReadingBasis, meter: MeterLife): number {
  const seen = history.find((past) => past.method === 'ACTUAL');
  const floor = seen?.meterId === meter.id ? seen.currentStand : meter.installedStand;
  // The estimates passed the end of the dial: the counter has begun again at 0.
  return floor > (history[0]?.currentStand ?? floor) ? 0 : floor;
}
