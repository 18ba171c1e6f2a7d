import type { Period } from '@tirtapay/domain';
import type { Database, Tx } from '../../../platform/database';

/** Up to which month customers were billed: asked before one is moved, answered by whoever keeps bills. */
export abstract class IssuedMonths {
  /**
   * The newest month of each of which a bill was ever issued, whatever became of it; without those never billed. What is only
   * due in a month after `running`, and not paid, is of no month yet.
   */
  abstract newest(
    source: Tx | Database,
    customerIds: readonly number[],
    running: Period,
  ): Promise<ReadonlyMap<number, Period>>;
}
