import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, periodOfDate, rupiah, type PenaltyPolicy } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledApproval } from '../../ground/approvals';
import { InstalmentBills } from '../../water/billing';
import { AccruePenalties, PolicyBook, WaiveInPlan } from '../../water/penalty';
import type { PlanEffectDto, RequestPlanBody } from './dto/instalment-plan.dto';
import type { Reader } from './owed-bills';
import { workOutPlan, type Planned, type PlanWish } from './work-out-plan';

const PLAN_APPROVAL = 'instalment_plan';

interface Payload extends PlanWish {
  readonly instalment_effect: PlanEffectDto;
}

interface Customer {
  readonly id: number;
  readonly customer_number: string;
  readonly name: string;
  readonly tariff_id: number;
}

const CUSTOMER = 'SELECT id, customer_number, name, tariff_id FROM pelanggan WHERE id = $1';

/**
 * What a customer owes is paid in instalments: one person works the plan out with him and asks, another one agrees, and in
 * the transaction of that decision the bills are replaced. What both saw is what is done, or nothing is.
 */
@Injectable()
export class PlanInstalments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
    private readonly policies: PolicyBook,
    private readonly accruals: AccruePenalties,
    private readonly bills: InstalmentBills,
    private readonly waivers: WaiveInPlan,
  ) {}

  onModuleInit(): void {
    this.followUps.on(PLAN_APPROVAL, {
      approved: (tx, decision) => this.carryOut(tx, decision),
    });
  }

  /** Nothing is stored. @throws Problem customer.not_found, instalment.not_possible */
  async preview(wish: PlanWish): Promise<PlanEffectDto> {
    const read: Reader = (sql, values) => this.database.read(sql, [...values]);
    const { tariff_id: tariffId } = await customerOf(read, wish.customer_id);
    return (await this.plan(read, wish, tariffId, await this.policies.current())).effect;
  }

  /** @throws Problem customer.not_found, instalment.not_possible, approval.pending */
  async request(body: RequestPlanBody): Promise<number> {
    const policies = await this.policies.current();
    const approvalId = await this.database.transaction(async (tx) => {
      const read = within(tx);
      const customer = await customerOf(read, body.customer_id);
      const { effect } = await this.plan(read, body, customer.tariff_id, policies);
      return this.approvals.request(tx, {
        kind: PLAN_APPROVAL,
        entityType: 'pelanggan',
        entityId: customer.id,
        summary: `Rencana angsuran ${customer.customer_number} (${customer.name}): ${formatRupiah(rupiah(effect.total))} dalam ${String(body.count)} kali`,
        payload: {
          customer_id: customer.id,
          customer_number: customer.customer_number,
          name: customer.name,
          bill_ids: body.bill_ids,
          count: body.count,
          first_due: body.first_due,
          ...(body.down_payment === undefined ? {} : { down_payment: body.down_payment }),
          instalment_effect: effect,
        },
        reason: body.reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  /** @throws Problem approval.outdated when it would do something else than what was asked for */
  private async carryOut(tx: Tx, decision: SettledApproval): Promise<void> {
    const { instalment_effect: seen, ...wish } = decision.payload as Payload;
    const read = within(tx);
    // Customer, then bills, as whoever takes money for them does; then the penalty of today, which the plan holds on to.
    await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [wish.customer_id]);
    await tx.query('SELECT FROM tagihan WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [wish.bill_ids]);
    // While a rule is decided nothing is agreed on that it might be about; which ones there are is read behind that lock.
    await this.bills.holdRules(tx);
    await this.accruals.accrueMissing(
      tx,
      [{ customerId: wish.customer_id, billIds: wish.bill_ids, context: undefined }],
      this.clock.businessDate(),
    );
    const customer = await customerOf(read, wish.customer_id);
    const planned = await this.plan(read, wish, customer.tariff_id, await this.policies.within(tx)).catch(
      asOutdated,
    );
    if (said(planned.effect) !== said(seen)) throw new Problem('approval.outdated');
    const planId = await this.write(tx, customer, planned, decision);
    await writeAudit(tx, {
      action: 'instalment.agreed',
      entityType: 'rencana_angsuran',
      entityId: planId,
      after: {
        total: planned.effect.total,
        penalty: planned.effect.penalty,
        instalments: wish.count,
        bill_ids: wish.bill_ids,
      },
    });
    await this.bills.announce(tx, customer.id);
  }

  private plan(
    read: Reader,
    wish: PlanWish,
    tariffId: number,
    policies: readonly PenaltyPolicy[],
  ): Promise<Planned> {
    return workOutPlan(read, wish, { tariffId, policies, today: this.clock.businessDate() });
  }

  private async write(
    tx: Tx,
    customer: Customer,
    { sources, instalments, effect }: Planned,
    by: SettledApproval,
  ): Promise<number> {
    const { id: planId } = await tx.one<{ id: number }>(
      `INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
       SELECT $1, $2, $3, $4, $5, coalesce(a.reason, ''), $6, $7, $8 FROM persetujuan a WHERE a.id = $9 RETURNING id`,
      [
        customer.id,
        instalments.length,
        effect.principal,
        effect.penalty,
        effect.grace_days,
        by.madeBy,
        by.decidedBy,
        this.clock.date(),
        by.approvalId,
      ],
    );
    await this.waivers.waive(
      tx,
      customer.id,
      sources.map(({ bill_id: billId, waived }) => ({ billId, amount: waived })),
    );
    const billIds = await this.bills.replace(
      tx,
      {
        planId,
        customerId: customer.id,
        customerNumber: customer.customer_number,
        tariffId: customer.tariff_id,
        agreedIn: periodOfDate(this.clock.businessDate()),
      },
      sources.map((source) => ({
        billId: source.bill_id,
        principal: rupiah(source.principal),
        penalty: rupiah(source.penalty),
      })),
      instalments,
    );
    await tx.query(
      `INSERT INTO angsuran (plan_id, seq, bill_id)
       SELECT $1, i.n, i.bill_id FROM unnest($2::bigint[]) WITH ORDINALITY AS i (bill_id, n) ORDER BY i.n`,
      [planId, billIds],
    );
    await tx.query(
      `INSERT INTO angsuran_sumber (plan_id, bill_id, principal, penalty, waived)
       SELECT $1, s.bill_id, s.principal, s.penalty, s.waived
       FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS s (bill_id, principal, penalty, waived)
       ORDER BY s.bill_id`,
      [
        planId,
        sources.map((source) => source.bill_id),
        sources.map((source) => source.principal),
        sources.map((source) => source.penalty),
        sources.map((source) => source.waived),
      ],
    );
    return planId;
  }
}

function within(tx: Tx): Reader {
  return (sql, values) => tx.query(sql, [...values]);
}

/** @throws Problem customer.not_found */
async function customerOf(read: Reader, id: number): Promise<Customer> {
  const [customer] = await read<Customer>(CUSTOMER, [id]);
  if (customer === undefined) throw new Problem('customer.not_found');
  return customer;
}

/** What was possible when it was asked for and is not any more. */
function asOutdated(error: unknown): never {
  throw error instanceof Problem && error.code === 'instalment.not_possible'
    ? new Problem('approval.outdated')
    : error;
}

/** What two people must have seen alike; kept as JSON in between, so the order of its keys says nothing. */
function said({
  sources,
  instalments,
  grace_days: grace,
  waiver_lost: lost,
  late_policy: late,
}: PlanEffectDto): string {
  return JSON.stringify([
    grace,
    lost,
    late,
    ...sources.map((source) => [source.bill_id, source.principal, source.penalty, source.waived]),
    ...instalments.map(({ due_date: due, amount }) => [due, amount]),
  ]);
}
