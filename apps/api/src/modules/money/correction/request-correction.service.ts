import { Injectable } from '@nestjs/common';
import { figuresTotal, formatRupiah, periodName, rupiah } from '@tirtapay/domain';
import { Database } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { RequestApproval } from '../../ground/approvals';
import { asksForExchange, type CorrectionWish } from './correction-wish';
import type { CorrectionPreviewDto, CorrectionRequestDto } from './dto/correction.dto';
import { PlanCorrection, type CorrectionPlan } from './plan-correction.service';

export const CORRECTION_APPROVAL = 'bill_correction';

/** The first of the two people: sees what would happen, and asks for it with a reason. */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanCorrection,
    private readonly approvals: RequestApproval,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** Nothing is stored. */
  async preview(wish: CorrectionWish): Promise<CorrectionPreviewDto> {
    return effectOf(await this.plans.of(this.database, wish));
  }

  /** @throws Problem approval.pending, and what a plan refuses */
  async request(wish: CorrectionWish, reason: string): Promise<CorrectionRequestDto> {
    const approvalId = await this.database.transaction(async (tx) => {
      const plan = await this.plans.of(tx, wish);
      const { bill } = plan;
      const effect = effectOf(plan);
      return this.approvals.request(tx, {
        kind: CORRECTION_APPROVAL,
        entityType: 'tagihan',
        entityId: bill.id,
        summary: `Koreksi tagihan ${bill.customer_number}, ${periodName(bill.period, 'id')}: ${changeOf(plan, wish)} (${signed(effect.difference)})`,
        payload: {
          ...wish,
          bill_number: bill.bill_number,
          customer_number: bill.customer_number,
          reason,
          ...(asksForExchange(wish) && {
            before: { removed_stand: bill.removed_stand, installed_stand: bill.installed_stand },
          }),
          correction: effect,
        },
        reason,
      });
    });
    this.outbox.nudge();
    return { approval_id: approvalId, status: 'PENDING' };
  }
}

/** What the second person is shown, and what must still be true when they decide. */
export function effectOf({ bills }: CorrectionPlan): CorrectionPreviewDto {
  const items = bills.map(({ item, penalty, booked }) => ({
    ...item,
    penalty: item.way === 'REISSUED' ? -booked : penalty,
  }));
  const rows = bills.filter(({ item }) => item.way === 'ROW');
  return {
    items,
    difference: items.reduce(
      (sum, { before, after, penalty }) => sum + figuresTotal(after) - figuresTotal(before) + penalty,
      0,
    ),
    settled: rows.reduce(
      (sum, { item, penalty }) => sum + figuresTotal(item.after) - figuresTotal(item.before) + penalty,
      0,
    ),
  };
}

function changeOf({ bill }: CorrectionPlan, wish: CorrectionWish): string {
  const { removed_stand: removed, installed_stand: installed } = wish;
  if (wish.current_stand !== null)
    return `stan ${String(bill.current_stand)} → ${String(wish.current_stand)}`;
  if (!asksForExchange(wish)) return 'golongan';
  const from = (stand: number | null, to: number | null) => `${String(stand)} → ${String(to)}`;
  return [
    ...(removed === null ? [] : [`stan akhir meter lama ${from(bill.removed_stand, removed)}`]),
    ...(installed === null ? [] : [`stan awal meter baru ${from(bill.installed_stand, installed)}`]),
  ].join(', ');
}

function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${formatRupiah(rupiah(Math.abs(amount)))}`;
}
