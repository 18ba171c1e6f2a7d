import { Injectable, type OnModuleInit } from '@nestjs/common';
import { breaksPlan, formatRupiah, restOfPlan, rupiah, type PlanEnd, type Rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Jobs } from '../../../platform/jobs';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledAboutRow } from '../../ground/approvals';
import { InstalmentBills } from '../../water/billing';
import { WaiveInPlan } from '../../water/penalty';
import { lockPlan, unpaid, type InstalmentOfPlan, type LockedPlan } from './locked-plan';
import { planNumber } from './plan-number';

const END_APPROVAL = 'instalment_end';
const EVERY_SECONDS = 3_600;

/** Who asked for the end; nobody when a day was missed. */
interface Ending {
  readonly way: PlanEnd;
  readonly by: number | null;
  readonly reason: string | null;
}

interface Payload {
  readonly way: PlanEnd;
  readonly reason: string;
  readonly rest: number;
  readonly waiver_revoked: number;
}

const LATE = `
  SELECT p.id FROM rencana_angsuran p
  WHERE p.ended_as IS NULL AND EXISTS (SELECT FROM angsuran i JOIN tagihan b ON b.id = i.bill_id
    WHERE i.plan_id = p.id AND b.state = 'ISSUED' AND b.due_date + p.grace_days < $1::date)
    AND NOT EXISTS (SELECT FROM angsuran i JOIN tagihan b ON b.id = i.bill_id
      WHERE i.plan_id = p.id AND b.state = 'ISSUED' AND b.disputed)
  ORDER BY p.id`;

/**
 * A plan ends before its time. Broken: an instalment was unpaid past its grace, or two people say so; what nobody paid is one
 * bill from then on. Withdrawn: two people take it back while nothing of it is paid, and what it replaced is owed again.
 */
@Injectable()
export class EndPlan implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
    private readonly jobs: Jobs,
    private readonly bills: InstalmentBills,
    private readonly waivers: WaiveInPlan,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(END_APPROVAL, {
      approved: (tx, decision) => this.carryOut(tx, decision),
    });
    this.jobs.every(EVERY_SECONDS, 'broken instalment plans', () => this.breakMissed());
  }

  /** Each plan alone and looked at again under its lock, so that of two processes one finds nothing to do. */
  async breakMissed(): Promise<void> {
    const today = this.clock.businessDate();
    const late = await this.database.screen<{ id: number }>(LATE, [today]);
    await this.jobs.each('broken instalment plans', late, ({ id }) =>
      this.database.transaction(async (tx) => {
        const plan = await lockPlan(tx, id);
        // A doubt about an instalment would end with it, unanswered.
        const missed =
          !unpaid(plan).some(({ disputed }) => disputed) &&
          unpaid(plan).some(({ due_date: due }) =>
            breaksPlan(due, plan.grace_days, this.clock.businessDate()),
          );
        if (plan.ended_as === null && missed)
          await this.end(tx, plan, { way: 'BROKEN', by: null, reason: null });
      }, 'screen'),
    );
    if (late.length > 0) this.outbox.nudge();
  }

  /** @throws Problem instalment.not_found, instalment.ended, instalment.paid, approval.pending */
  async request(id: number, way: PlanEnd, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const plan = await lockPlan(tx, id);
      assertMayEnd(plan, way);
      const rest = unpaid(plan).reduce((sum, { amount }) => sum + amount, 0);
      return this.approvals.request(tx, {
        kind: END_APPROVAL,
        entityType: 'rencana_angsuran',
        entityId: id,
        summary: `${way === 'BROKEN' ? 'Mengakhiri' : 'Menarik'} rencana angsuran ${planNumber(id)} (${plan.customer_number}), belum dibayar ${formatRupiah(rupiah(rest))}`,
        payload: {
          way,
          plan_number: planNumber(id),
          customer_number: plan.customer_number,
          name: plan.name,
          unpaid_instalments: unpaid(plan).length,
          rest,
          waiver_revoked: revoked(plan),
          reason,
        },
        reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async carryOut(tx: Tx, { entityId, payload, decidedBy }: SettledAboutRow): Promise<void> {
    const { way, reason, rest, waiver_revoked: seen } = payload as Payload;
    const plan = await lockPlan(tx, entityId);
    assertMayEnd(plan, way);
    // Something was paid, taken back or corrected since it was asked for.
    if (unpaid(plan).reduce((sum, { amount }) => sum + amount, 0) !== rest || revoked(plan) !== seen)
      throw new Problem('approval.outdated');
    await this.end(tx, plan, { way, reason, by: decidedBy });
  }

  private async end(tx: Tx, plan: LockedPlan, { way, by, reason }: Ending): Promise<void> {
    // A bill that is owed as it was has its penalty whole; what of it is too much is off it on every day (see `waiverOf`).
    const revoking = plan.sources.map(({ bill_id: billId, waived, revocable }) => ({
      billId,
      amount: way === 'BROKEN' ? revocable : waived,
    }));
    await this.waivers.revoke(tx, plan.customer_id, revoking);
    await tx.query(
      `UPDATE angsuran_sumber s SET revoked = r.amount FROM unnest($2::bigint[], $3::bigint[]) AS r (bill_id, amount)
       WHERE s.plan_id = $1 AND s.bill_id = r.bill_id`,
      [plan.id, revoking.map(({ billId }) => billId), revoking.map(({ amount }) => amount)],
    );
    const restBillId = way === 'BROKEN' ? await this.merge(tx, plan) : await this.revive(tx, plan);
    await tx.query(
      `UPDATE rencana_angsuran SET ended_as = $2, ended_at = $3, ended_by = $4, end_reason = $5, rest_bill_id = $6 WHERE id = $1`,
      [plan.id, way, this.clock.date(), by, reason, restBillId],
    );
    await writeAudit(tx, {
      action: way === 'BROKEN' ? 'instalment.broken' : 'instalment.withdrawn',
      entityType: 'rencana_angsuran',
      entityId: plan.id,
      after: { reason, rest_bill_id: restBillId, unpaid: unpaid(plan).map(({ bill_id: id }) => id) },
    });
    await this.bills.announce(tx, plan.customer_id);
  }

  private merge(tx: Tx, plan: LockedPlan): Promise<number> {
    const rest = restOfPlan(
      unpaid(plan).map(({ amount, penalty_free: penaltyFree, due_date: dueDate }) => ({
        amount,
        penaltyFree,
        dueDate,
      })),
      plan.instalments,
      revoked(plan),
    );
    return this.bills.merge(
      tx,
      {
        planId: plan.id,
        customerId: plan.customer_id,
        customerNumber: plan.customer_number,
        tariffId: plan.tariff_id,
        // The rule that was agreed on goes on to hold.
        agreedIn: plan.bills[0]?.agreed_in ?? null,
      },
      { unpaid: givenUp(unpaid(plan)), revoked: revivedPenalties(plan) },
      rest,
    );
  }

  private async revive(tx: Tx, plan: LockedPlan): Promise<null> {
    await this.bills.revive(
      tx,
      { planId: plan.id, customerId: plan.customer_id },
      plan.sources.map(({ bill_id: billId, principal, penalty }) => ({ billId, principal, penalty })),
      givenUp(unpaid(plan)),
    );
    return null;
  }
}

/** What was forgiven for the plan's sake, and is not any more; less what a correction found to be no penalty at all. */
function revoked({ sources }: LockedPlan): Rupiah {
  return rupiah(sources.reduce((sum, { revocable }) => sum + revocable, 0));
}

/** The penalties that are owed again: by the rest, because the bills they are of stay replaced. */
function revivedPenalties({ sources }: LockedPlan) {
  return sources
    .filter(({ revocable }) => revocable > 0)
    .map(({ bill_id: billId, revocable }) => ({ billId, principal: rupiah(0), penalty: revocable }));
}

function givenUp(bills: readonly InstalmentOfPlan[]) {
  return bills.map(({ bill_id: billId, amount, penalty }) => ({ billId, principal: amount, penalty }));
}

/** @throws Problem instalment.ended, instalment.paid */
function assertMayEnd(plan: LockedPlan, way: PlanEnd): void {
  if (plan.ended_as !== null || unpaid(plan).length === 0) throw new Problem('instalment.ended');
  if (way === 'WITHDRAWN' && unpaid(plan).length < plan.instalments) throw new Problem('instalment.paid');
}
