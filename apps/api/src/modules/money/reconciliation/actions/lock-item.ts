import {
  actionsFor,
  awaitsItsEnd,
  movementOf,
  type ItemSides,
  type ReconciliationAction,
} from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { lockOpenDay, type LockedDay } from '../days/lock-day';
import type { ReconciliationItem } from '../entities/reconciliation-item.entity';
import { TAKES_BACK_CLAIM } from '../matching/claims-taken-back';
import { ORDER_UNDER_WAY } from '../matching/order-under-way';
import { RECONCILIATION_SAYS } from '../sentences';
import { assertStillMissing } from './assert-still-missing';

export type LockedItem = RowOf<ReconciliationItem, keyof ReconciliationItem>;

/** With what an action is chosen by. */
export type ItemToSettle = LockedItem & { readonly under_way: boolean; readonly takes_back_claim: boolean };

/** Of a day `r`, an item `d` with its line `l`. */
export const ITEM_TO_SETTLE = `SELECT d.*, ${ORDER_UNDER_WAY} AS under_way, ${TAKES_BACK_CLAIM} AS takes_back_claim FROM rekonsiliasi_detail d
  JOIN rekonsiliasi r ON r.id = d.reconciliation_id LEFT JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id`;

/**
 * An item that is open, of a day that is open, both locked.
 * @throws Problem reconciliation.item_not_found, reconciliation.closed, reconciliation.item_decided, reconciliation.item_outdated
 */
export async function lockOpenItem(tx: Tx, id: number): Promise<{ item: ItemToSettle; day: LockedDay }> {
  const [found] = await tx.query<{ reconciliation_id: number }>(
    'SELECT reconciliation_id FROM rekonsiliasi_detail WHERE id = $1',
    [id],
  );
  if (found === undefined) throw new Problem('reconciliation.item_not_found');
  const day = await lockOpenDay(tx, found.reconciliation_id);
  const [item] = await tx.query<ItemToSettle>(`${ITEM_TO_SETTLE} WHERE d.id = $1 FOR UPDATE OF d`, [id]);
  // Found anew by a run in between, as another row.
  if (item === undefined) throw new Problem('reconciliation.item_not_found');
  if (item.state !== 'OPEN') throw new Problem('reconciliation.item_decided');
  await assertStillMissing(tx, item, day);
  return { item, day };
}

/** The law's view of a stored item. */
export function sidesOf(item: ItemToSettle): ItemSides {
  return {
    type: item.type,
    ours: item.movement_id === null ? item.payment_id : movementOf(item.movement_id),
    line: item.line_id,
    ourAmount: item.our_amount,
    bankAmount: item.bank_amount,
    sen: item.sen,
    fee: item.fee,
    underWay: item.under_way,
    takesBackClaim: item.takes_back_claim,
  };
}

/** @throws Problem reconciliation.order_under_way, request.invalid for what is not for an item of this kind */
export function assertFor(item: ItemToSettle, action: ReconciliationAction): void {
  const sides = sidesOf(item);
  if (actionsFor(sides, item.statement).includes(action)) return;
  throw awaitsItsEnd(sides) ? new Problem('reconciliation.order_under_way') : notForThis();
}

export function notForThis(): Problem {
  return new Problem('request.invalid', {
    errors: [{ pointer: '/action', code: 'not_applicable', message: RECONCILIATION_SAYS.notForThis }],
  });
}
