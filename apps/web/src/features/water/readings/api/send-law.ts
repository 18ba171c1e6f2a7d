import { ApiProblem } from '../../../../lib/api-problem';

/** Not the stand is refused but the moment: a session that is over, a right that is taken away, too many at once. */
const OF_THE_MOMENT: readonly number[] = [401, 403, 408, 429];

/**
 * What an answer that is not the reading comes to: no signal, a fault of the server at this stand, a moment that is wrong for
 * all of them, or this one refused.
 */
export function outcomeOf(error: unknown): 'AWAY' | 'FAILED' | 'WAITS' | 'REFUSED' {
  if (!(error instanceof ApiProblem) || error.status === 0) return 'AWAY';
  if (error.status >= 500) return 'FAILED';
  return OF_THE_MOMENT.includes(error.status) ? 'WAITS' : 'REFUSED';
}

/**
 * The clock of this device runs ahead, or the instant is not that which the server put when the clock did. Any other
 * objection to the instant is one to the reading (before an exchange, before the last stand): sent as read now it would be
 * counted on another meter or in another month.
 */
const OF_THE_CLOCK: readonly string[] = ['not_a_past_instant', 'differs'];

/** What the device says of when it was read is worth nothing: it counts as read when it arrives. */
export const clockIsOff = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  error.fieldErrors.some(({ pointer, code }) => pointer === '/read_at' && OF_THE_CLOCK.includes(code));
