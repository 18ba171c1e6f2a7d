import { Injectable } from '@nestjs/common';
import { penaltyWaived, rupiah, waiverRevoked } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { PostJournals } from '../../../ground/ledger';

/** Of the penalty of a bill, rupiah. */
interface WaivedPenalty {
  readonly billId: number;
  readonly amount: number;
}

/**
 * What a programme forgives of penalties when a plan replaces their bills on one of its days, and takes back when the plan
 * ends before its time. Whoever calls holds the locks of the customer and the bills. See docs/adr/0078.
 */
@Injectable()
export class WaiveInPlan {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
  ) {}

  async waive(tx: Tx, customerId: number, penalties: readonly WaivedPenalty[]): Promise<void> {
    await this.write(tx, customerId, penalties, 1);
  }

  async revoke(tx: Tx, customerId: number, penalties: readonly WaivedPenalty[]): Promise<void> {
    await this.write(tx, customerId, penalties, -1);
  }

  private async write(
    tx: Tx,
    customerId: number,
    penalties: readonly WaivedPenalty[],
    sign: 1 | -1,
  ): Promise<void> {
    const changed = penalties.filter(({ amount }) => amount > 0);
    if (changed.length === 0) return;
    await tx.query(
      `UPDATE denda d SET waived = d.waived + c.amount FROM unnest($1::bigint[], $2::bigint[]) AS c (bill_id, amount)
       WHERE d.bill_id = c.bill_id`,
      [changed.map(({ billId }) => billId), changed.map(({ amount }) => sign * amount)],
    );
    await this.journals.post(
      tx,
      changed.map(({ billId, amount }) => ({
        event: sign > 0 ? 'penalty.waived' : 'waiver.revoked',
        entityType: 'denda',
        entityId: billId,
        businessDate: this.clock.businessDate(),
        lines: (sign > 0 ? penaltyWaived : waiverRevoked)({ customerId, billId, amount: rupiah(amount) }),
      })),
    );
  }
}
