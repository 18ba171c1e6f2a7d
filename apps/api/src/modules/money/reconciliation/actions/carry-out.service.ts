import { Injectable } from '@nestjs/common';
import { bookingOf, claimRaised, type ItemBooking } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { ReversePayment } from '../../payment';
import type { LockedDay } from '../days/lock-day';
import { CLAIMS_TAKEN_BACK } from '../matching/claims-taken-back';
import { RECONCILIATION_SAYS } from '../sentences';
import { PostSettlement } from '../statements/post-settlement.service';
import type { Adjustment, AdjustmentFacts, DecidedBy } from './adjustment';
import { assignPayments } from './assign-payments';
import { PostFoundMoney } from './found-money';
import { assertFor, notForThis, sidesOf, type ItemToSettle, type LockedItem } from './lock-item';

/** Does to the books what two people decided about an item. */
@Injectable()
export class CarryOut {
  constructor(
    private readonly clock: Clock,
    private readonly settlements: PostSettlement,
    private readonly reversals: ReversePayment,
    private readonly found: PostFoundMoney,
  ) {}

  /** @throws Problem request.invalid, and whatever posting or reversing refuses */
  async apply(
    tx: Tx,
    at: { readonly item: ItemToSettle; readonly day: LockedDay },
    order: Adjustment,
    by: DecidedBy,
  ): Promise<void> {
    const { item } = at;
    const { action } = order;
    assertFor(item, action);
    if (action === 'ASSIGN') await assignPayments(tx, item, order, by, this.clock.date());
    else {
      const booking = bookingOf(sidesOf(item), action, item.statement);
      const facts = await this.move(tx, at, order, booking);
      await this.write(tx, item, order, by, booking, facts);
    }
    await writeAudit(tx, {
      action: 'reconciliation.adjusted',
      entityType: 'rekonsiliasi_detail',
      entityId: item.id,
      before: { type: item.type, our_amount: item.our_amount, bank_amount: item.bank_amount },
      after: { action, reason: order.reason },
    });
  }

  private async move(
    tx: Tx,
    at: { readonly item: ItemToSettle; readonly day: LockedDay },
    order: Adjustment,
    booking: ItemBooking,
  ): Promise<AdjustmentFacts> {
    const { item, day } = at;
    switch (order.action) {
      case 'REVERSE':
        return { reversalId: await this.reverse(tx, item, order.reason) };
      case 'REPOST': {
        const reversalId = await this.reverse(tx, item, order.reason);
        const postedId = await this.found.post(tx, at, { ...order, action: 'REPOST' }, booking.posted);
        return { reversalId, postedId };
      }
      case 'POST_PAYMENT':
      case 'CREDIT_CUSTOMER':
      case 'SUSPENSE':
        return {
          postedId: await this.found.post(tx, at, { ...order, action: order.action }, booking.posted),
        };
      case 'CLAIM':
        return { letterNumber: await this.claim(tx, item, day, booking.claimed) };
      case 'SETTLE_CLAIM':
        return { claimId: await this.claimPaid(tx, at, order.claim_id, booking.claimSettled) };
      default:
        return {};
    }
  }

  private async reverse(tx: Tx, item: LockedItem, reason: string): Promise<number> {
    if (item.payment_id === null) throw notForThis();
    return (await this.reversals.reverse(tx, item.payment_id, reason, null)).id;
  }

  private async claim(tx: Tx, item: LockedItem, day: LockedDay, amount: number): Promise<string> {
    await this.settlements.post(tx, day, {
      event: 'reconciliation.claimed',
      entityType: 'rekonsiliasi_detail',
      entityId: item.id,
      lines: claimRaised({ collectorId: day.collector_id, account: day.account, amount }),
    });
    return `KLAIM/${day.settlement_date.replaceAll('-', '')}/${String(item.id)}`;
  }

  /** The claim must be on the same collector, of what the item takes back if it does, and not be paid beyond what it is. */
  private async claimPaid(
    tx: Tx,
    { item, day }: { readonly item: ItemToSettle; readonly day: LockedDay },
    claimId: number | null,
    amount: number,
  ): Promise<number> {
    // What another day pays of it at the same moment is seen only by a statement that begins once the claim is ours.
    await tx.query('SELECT 1 FROM rekonsiliasi_detail k WHERE k.id = $1 FOR NO KEY UPDATE', [claimId]);
    const [claim] = await tx.query<{ id: number; left: number; taken_back: boolean }>(
      `SELECT k.id, k.claimed - (SELECT coalesce(sum(d.claim_settled), 0) FROM rekonsiliasi_detail d WHERE d.claim_id = k.id)::bigint AS left,
         k.id IN (SELECT x.id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
           CROSS JOIN LATERAL (${CLAIMS_TAKEN_BACK}) x WHERE d.id = $3) AS taken_back
       FROM rekonsiliasi_detail k JOIN rekonsiliasi r ON r.id = k.reconciliation_id
       WHERE k.id = $1 AND r.collector_id = $2 AND k.claimed > 0`,
      [claimId, day.collector_id, item.id],
    );
    if (claim === undefined || claim.left < amount || (item.takes_back_claim && !claim.taken_back))
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/claim_id', code: 'not_applicable', message: RECONCILIATION_SAYS.notAClaim }],
      });
    return claim.id;
  }

  private async write(
    tx: Tx,
    item: LockedItem,
    order: Adjustment,
    by: DecidedBy,
    booking: ItemBooking,
    facts: AdjustmentFacts,
  ): Promise<void> {
    await tx.query(
      `UPDATE rekonsiliasi_detail SET state = 'ADJUSTED', action = $2, note = $3, made_by = $4, decided_by = $5, decided_at = $6,
         approval_id = $7, posted_id = $8, reversal_id = coalesce($9, reversal_id), letter_number = $10, claim_id = $11,
         received = $12, charged = $13, cleared = $14, claimed = $15, claim_settled = $16, carried = $17
       WHERE id = $1`,
      [
        item.id,
        order.action,
        order.reason,
        by.madeBy,
        by.decidedBy,
        this.clock.date(),
        by.approvalId,
        facts.postedId ?? null,
        facts.reversalId ?? null,
        facts.letterNumber ?? null,
        facts.claimId ?? null,
        booking.received,
        booking.charged,
        booking.cleared,
        booking.claimed,
        booking.claimSettled,
        order.action === 'CARRY',
      ],
    );
  }
}
