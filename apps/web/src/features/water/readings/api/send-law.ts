import { ApiProblem, saysNothing } from '../../../../lib/api-problem';

/** Not the stand is refused but the moment: no signal, a session that is over, too many at once. */
export const waits = (error: unknown): boolean =>
  saysNothing(error) || (error instanceof ApiProblem && [401, 408, 429].includes(error.status));

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
