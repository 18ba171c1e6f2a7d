import type { Tx } from '../../../../platform/database';
import { lockReference } from '../posting/lock-postings';

const MARK = '/REK-';

/** The bank's name of money as far as it may stand in a reference of ours. */
export function ownReference(written: string | null): string {
  return (written ?? '').replace(/[^A-Za-z0-9._/-]/g, '-').slice(0, 44);
}

/** Money of the bank's file whose own name is taken, none of ours, or not to be written: it is named by its item as well. */
export function markedReference(own: string, itemId: number): string {
  return `${own === '' ? 'REK' : own}${MARK}${String(itemId)}`;
}

/**
 * STANDS: it is in our books, also by an item of the bank's file that was named after it. TAKEN_BACK: it was, or its bank has
 * said that it never will be. Whoever decides about it holds its name for the rest of the transaction.
 */
export async function lockNamed(
  tx: Tx,
  collectorId: number,
  reference: string,
): Promise<'STANDS' | 'TAKEN_BACK' | null> {
  const bound = await lockReference(tx, collectorId, reference);
  if (bound?.outcome === 'POSTED' && bound.reversed_at === null) return 'STANDS';
  if (await isMarked(tx, collectorId, reference)) return 'STANDS';
  return bound === null ? null : 'TAKEN_BACK';
}

async function isMarked(tx: Tx, collectorId: number, reference: string): Promise<boolean> {
  const marked = ownReference(reference) + MARK;
  // Bounded on both sides for the index; what follows the mark is a number.
  const standing = await tx.query(
    `SELECT 1 FROM bank_reference r
     WHERE r.collector_id = $1 AND r.bank_reference > $2 AND r.bank_reference < $3 AND r.outcome = 'POSTED'
       AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = r.payment_id) LIMIT 1`,
    [collectorId, marked, `${marked}:`],
  );
  return standing.length > 0;
}
