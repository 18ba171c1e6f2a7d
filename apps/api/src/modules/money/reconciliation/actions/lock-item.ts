import { movementOf } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { lockOpenDay, type LockedDay } from '../days/lock-day';
import type { ReconciliationItem } from '../entities/reconciliation-item.entity';

export type LockedItem = RowOf<ReconciliationItem, keyof ReconciliationItem>;

/** An item that is open, of a day that is open, both locked. @throws Problem reconciliation.item_not_found, reconciliation.closed, reconciliation.item_decided */
export async function lockOpenItem(tx: Tx, id: number): Promise<{ item: LockedItem; day: LockedDay }> {
  const [found] = await tx.query<{ reconciliation_id: number }>(
    'SELECT reconciliation_id FROM rekonsiliasi_detail WHERE id = $1',
    [id],
  );
  if (found === undefined) throw new Problem('reconciliation.item_not_found');
  const day = await lockOpenDay(tx, found.reconciliation_id);
  const [item] = await tx.query<LockedItem>('SELECT * FROM rekonsiliasi_detail WHERE id = $1 FOR UPDATE', [
    id,
  ]);
  // Found anew by a run in between, as another row.
  if (item === undefined) throw new Problem('reconciliation.item_not_found');
  if (item.state !== 'OPEN') throw new Problem('reconciliation.item_decided');
  return { item, day };
}

/** The law's view of a stored item. */
export function sidesOf(item: LockedItem) {
  return {
    type: item.type,
    ours: item.movement_id === null ? item.payment_id : movementOf(item.movement_id),
    line: item.line_id,
    ourAmount: item.our_amount,
    bankAmount: item.bank_amount,
    sen: item.sen,
    fee: item.fee,
  };
}
