import { Injectable, type OnModuleInit } from '@nestjs/common';
import { penaltyFreeShares, rupiah, type BillState, type Rupiah } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { InstalmentBills } from '../../water/billing';

interface PlanToFollow {
  readonly rest_bill_id: number | null;
  readonly rest_free: number | null;
  /** Of the bills it replaced: the penalty agreed, and what bears none as they stand now. */
  readonly free: number;
  readonly revoked: number;
}

interface ShareOfPlan {
  readonly bill_id: number;
  readonly state: BillState;
  readonly amount: number;
  readonly penalty_free: number;
}

interface PenaltyFreePart {
  readonly billId: number;
  readonly penaltyFree: Rupiah;
}

// A later plan may have replaced what an earlier one left: the earlier one first.
const PLANS = `
  SELECT DISTINCT p.id FROM angsuran_sumber s JOIN rencana_angsuran p ON p.id = s.plan_id
  WHERE s.bill_id = ANY ($1) AND p.ended_as IS DISTINCT FROM 'WITHDRAWN' ORDER BY p.id`;

const PLAN = `
  SELECT p.rest_bill_id, rest.penalty_free AS rest_free, sources.free, sources.revoked
  FROM rencana_angsuran p LEFT JOIN tagihan rest ON rest.id = p.rest_bill_id
  CROSS JOIN LATERAL (SELECT sum(s.penalty + b.penalty_free)::bigint AS free, coalesce(sum(s.revoked), 0)::bigint AS revoked
    FROM angsuran_sumber s JOIN tagihan b ON b.id = s.bill_id WHERE s.plan_id = p.id) sources
  WHERE p.id = $1`;

const SHARES = `
  SELECT i.bill_id, b.state, b.principal AS amount, b.penalty_free
  FROM angsuran i JOIN tagihan b ON b.id = i.bill_id WHERE i.plan_id = $1 ORDER BY i.seq`;

/**
 * A bill that a plan replaced is corrected: what bears a penalty since is not the bill but its instalments, and the rest of
 * a plan that was broken. What of them bears none is worked out again, paid ones too, because a payment may be taken back.
 */
@Injectable()
export class FollowCorrections implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly bills: InstalmentBills,
  ) {}

  onModuleInit(): void {
    this.events.on('bills.corrected', (tx, { billIds }) => this.follow(tx, billIds));
  }

  /** Under the lock of the customer. An instalment or a rest may itself have been replaced by a later plan. */
  private async follow(tx: Tx, billIds: readonly number[]): Promise<void> {
    for (const { id } of await tx.query<{ id: number }>(PLANS, [billIds])) {
      // Read anew for each: what an earlier plan left may just have become another part.
      const plan = await tx.one<PlanToFollow & object>(PLAN, [id]);
      const parts = partsOf(plan, await tx.query<ShareOfPlan & object>(SHARES, [id]));
      if (parts.length === 0) continue;
      await this.bills.freeOfPenalty(tx, parts);
      await this.follow(
        tx,
        parts.map(({ billId }) => billId),
      );
    }
  }
}

/** @returns only what is another part than before */
function partsOf(plan: PlanToFollow, shares: readonly ShareOfPlan[]): readonly PenaltyFreePart[] {
  const free = penaltyFreeShares(
    plan.free,
    shares.map(({ amount }) => amount),
  );
  const parts = shares.map((share, index) => ({ ...share, right: free[index] ?? share.penalty_free }));
  const rest = parts
    .filter(({ state }) => state === 'CANCELLED')
    .reduce((sum, { right }) => sum + right, plan.revoked);
  return [
    ...parts,
    ...(plan.rest_bill_id === null
      ? []
      : [{ bill_id: plan.rest_bill_id, penalty_free: plan.rest_free, right: rest }]),
  ]
    .filter((part) => part.right !== part.penalty_free)
    .map((part) => ({ billId: part.bill_id, penaltyFree: rupiah(part.right) }));
}
