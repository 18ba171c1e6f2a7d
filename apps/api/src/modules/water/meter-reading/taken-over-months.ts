import type { Database, Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { basisKey, type ReadingKey } from './reading-key';
import { READING_SAYS } from './sentences';

/**
 * Months whose water the system before has billed, so that a balance taken over stands for them: a stand of such a month would
 * be billed to nobody, and the next month counted from it. Answered by whoever keeps bills.
 */
export abstract class TakenOverMonths {
  /** Which of these are, by `basisKey`. */
  abstract among(source: Tx | Database, keys: readonly ReadingKey[]): Promise<ReadonlySet<string>>;

  /**
   * Of readings that wait, those that will be decided. One of a month a balance stands for never is: it holds up no other
   * month, until the balance is voided.
   */
  async without<Waiting extends ReadingKey>(
    source: Tx | Database,
    waiting: readonly Waiting[],
  ): Promise<readonly Waiting[]> {
    if (waiting.length === 0) return waiting;
    const taken = await this.among(source, waiting);
    return waiting.filter((reading) => !taken.has(basisKey(reading)));
  }

  /** @throws Problem reading.locked */
  async refuse(source: Tx | Database, key: ReadingKey): Promise<void> {
    if ((await this.among(source, [key])).has(basisKey(key)))
      throw new Problem('reading.locked', { detail: READING_SAYS.takenOver });
  }
}
