import { comparePeriods, periodOfDate } from '../time';
import type { ObservedStand, ReadingBasis } from './reading-basis';

const DAY_MS = 86_400_000;
/** How long a device may keep a reading before anybody asks where it was: a month without signal, and a bit. */
const UNUSUAL_DELAY_MS = 45 * DAY_MS;

export type ClockRefusal = 'READ_BEFORE_PERIOD' | 'READ_BEFORE_LAST';

/**
 * Why the instant of a reading cannot be: nothing of a month has been used before it begins, and a stand is not older
 * than the verified one it is counted from. Null when it can.
 */
export function clockRefusal(basis: ReadingBasis, observed: ObservedStand): ClockRefusal | null {
  if (comparePeriods(periodOfDate(observed.readOn), basis.period) < 0) return 'READ_BEFORE_PERIOD';
  const last = basis.history[0];
  return last !== undefined && observed.readAt < last.readAt ? 'READ_BEFORE_LAST' : null;
}

/** A stand that says it is much older than its arrival: a wrong clock, or a reading nobody sent. */
export function isReadLongAgo({ readAt, receivedAt }: Pick<ObservedStand, 'readAt' | 'receivedAt'>): boolean {
  return receivedAt !== null && receivedAt - readAt > UNUSUAL_DELAY_MS;
}
