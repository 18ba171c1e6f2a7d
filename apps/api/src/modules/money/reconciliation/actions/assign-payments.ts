import { journalOf } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { RECONCILIATION_SAYS } from '../sentences';
import type { Adjustment, DecidedBy } from './adjustment';
import type { LockedItem } from './lock-item';

/**
 * A person says which payments a line stands for. What comes out to the rupiah is settled by it; what does not is a
 * difference of amounts from now on, and open.
 * @throws Problem request.invalid for payments that are no candidates, not free any more, or wait for a decision of their own
 */
export async function assignPayments(
  tx: Tx,
  item: LockedItem,
  order: Adjustment,
  by: DecidedBy,
  at: Date,
): Promise<void> {
  const ids = [...new Set(order.payment_ids)];
  const single = item.basis !== 'BATCH';
  const members = await tx.query<{ id: number; our_amount: number; movement_id: number | null }>(
    `SELECT d.id, d.our_amount, d.movement_id FROM rekonsiliasi_detail d
     WHERE d.reconciliation_id = $1 AND (d.payment_id = ANY ($2::bigint[]) OR -d.movement_id = ANY ($2::bigint[])) AND d.state = 'OPEN' AND d.line_id IS NULL
       AND NOT d.carried AND d.approval_id IS NULL
     ORDER BY d.id FOR UPDATE`,
    [item.reconciliation_id, ids],
  );
  const fits =
    ids.length > 0 && members.length === ids.length && ids.every((id) => item.candidates.includes(id));
  if (!fits || (single && ids.length > 1))
    throw new Problem('request.invalid', {
      errors: [
        { pointer: '/payment_ids', code: 'not_applicable', message: RECONCILIATION_SAYS.notACandidate },
      ],
    });
  const sum = members.reduce((total, { our_amount: amount }) => total + amount, 0);
  if (single)
    await tx.query('DELETE FROM rekonsiliasi_detail WHERE id = ANY ($1)', [members.map(({ id }) => id)]);
  else
    await tx.query(
      `UPDATE rekonsiliasi_detail SET state = 'ADJUSTED', basis = 'BATCH', action = 'ASSIGN', line_id = $2, bank_amount = our_amount,
         received = CASE WHEN movement_id IS NULL THEN our_amount ELSE 0 END, cleared = CASE WHEN movement_id IS NULL THEN our_amount ELSE 0 END,
         note = $3, made_by = $4, decided_by = $5, decided_at = $6, approval_id = $7
       WHERE id = ANY ($1)`,
      [members.map(({ id }) => id), item.line_id, order.reason, by.madeBy, by.decidedBy, at, by.approvalId],
    );
  const [chosen, ours, bank] = single
    ? [ids[0] ?? null, sum, item.bank_amount]
    : [null, item.our_amount, item.bank_amount - sum];
  const movement = journalOf(chosen);
  const payment = movement === null ? chosen : null;
  // A movement is in our account already.
  const booked = movement === null ? 0 : ours;
  const whole = bank + item.fee === ours && item.sen === 0;
  if (whole)
    await tx.query(
      `UPDATE rekonsiliasi_detail SET state = 'ADJUSTED', basis = CASE basis WHEN 'BATCH' THEN basis ELSE 'PERSON' END, payment_id = $2,
         our_amount = $3::bigint, bank_amount = $4::bigint, received = $4::bigint - $11::bigint, charged = $3::bigint - $4::bigint,
         cleared = $3::bigint - $11::bigint, action = 'ASSIGN', note = $5, made_by = $6, decided_by = $7, decided_at = $8, approval_id = $9,
         movement_id = $10 WHERE id = $1`,
      [
        item.id,
        payment,
        ours,
        bank,
        order.reason,
        by.madeBy,
        by.decidedBy,
        at,
        by.approvalId,
        movement,
        booked,
      ],
    );
  else
    await tx.query(
      `UPDATE rekonsiliasi_detail SET type = 'AMOUNT_DIFFERS', basis = CASE basis WHEN 'BATCH' THEN basis ELSE 'PERSON' END, payment_id = $2,
         our_amount = $3, bank_amount = $4, approval_id = NULL, note = $5, movement_id = $6 WHERE id = $1`,
      [item.id, payment, ours, bank, order.reason, movement],
    );
}
