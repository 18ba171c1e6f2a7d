import { SQLSTATE, sqlState, violatedConstraint } from '../../../../platform/database';

const TRIES = 3;

/** What is of ours is in one item: of a payment, what takes it back, or a movement. */
const ONE_ITEM = /^rekonsiliasi_detail_(payment|reversal|movement)/;

/**
 * Two days of a statement that are run at the same moment can want the same payment: the second finds its place taken when
 * it writes. Begun anew it sees what the first has stored, and takes it over or leaves it there.
 * @param work a transaction of its own
 */
export async function unlessFoundElsewhere<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left -= 1)
    try {
      return await work();
    } catch (error) {
      if (left <= 1 || !isFoundElsewhere(error)) throw error;
    }
}

function isFoundElsewhere(error: unknown): boolean {
  return sqlState(error) === SQLSTATE.uniqueViolation && ONE_ITEM.test(violatedConstraint(error) ?? '');
}
