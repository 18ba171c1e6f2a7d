import { SQLSTATE, sqlState } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { RECONCILIATION_SAYS } from '../sentences';

const RETRY_SECONDS = 15;

/**
 * Waits for somebody's lock of a day as long as a screen may. A run or closing of a million lines takes longer: then whoever
 * asks is told so, and jobs come back.
 * @throws Problem service.unavailable
 */
export async function unlessBusy<T>(lock: () => Promise<T>): Promise<T> {
  try {
    return await lock();
  } catch (error) {
    if (sqlState(error) !== SQLSTATE.lockNotAvailable) throw error;
    throw new Problem('service.unavailable', {
      detail: RECONCILIATION_SAYS.dayBusy,
      retryAfter: RETRY_SECONDS,
    });
  }
}
