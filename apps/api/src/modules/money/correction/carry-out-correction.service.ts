import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps } from '../../ground/approvals';
import { CorrectBills } from '../../water/billing';
import { CorrectReadings } from '../../water/meter-reading';
import { PenaltyExcesses } from '../../water/penalty';
import { EndDispute } from '../dispute';
import { CreditFromCorrection } from '../payment';
import { asksForExchange, type CorrectionWish } from './correction-wish';
import type { CorrectionPreviewDto } from './dto/correction.dto';
import { PlanCorrection, readingWish } from './plan-correction.service';
import { CORRECTION_APPROVAL, effectOf } from './request-correction.service';

/** A request of before exchanges could be asked for says nothing of them. */
interface Payload extends Pick<CorrectionWish, 'bill_id' | 'current_stand' | 'tariff_id'> {
  readonly removed_stand?: number | null;
  readonly installed_stand?: number | null;
  readonly reason: string;
  readonly correction: CorrectionPreviewDto;
}

/** The second person said yes: readings, bills, books and the paper, in the transaction of the decision. */
@Injectable()
export class CarryOutCorrection implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly plans: PlanCorrection,
    private readonly readings: CorrectReadings,
    private readonly bills: CorrectBills,
    private readonly credit: CreditFromCorrection,
    private readonly disputes: EndDispute,
    private readonly excesses: PenaltyExcesses,
  ) {}

  onModuleInit(): void {
    this.followUps.on(CORRECTION_APPROVAL, {
      approved: (tx, { payload, madeBy, decidedBy }) =>
        this.carryOut(tx, payload as Payload, { madeBy, decidedBy }),
    });
  }

  /** @throws Problem correction.outdated when it would do something else than what was asked for */
  private async carryOut(
    tx: Tx,
    { reason, correction: effect, ...asked }: Payload,
    by: { readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    const wish = wishOf(asked);
    await tx.query(
      'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM tagihan WHERE id = $1) FOR NO KEY UPDATE',
      [wish.bill_id],
    );
    await tx.query(
      `SELECT FROM tagihan WHERE customer_id = (SELECT customer_id FROM tagihan WHERE id = $1)
         AND state IN ('DRAFT', 'ISSUED', 'PAID', 'REPLACED_BY') ORDER BY id FOR NO KEY UPDATE`,
      [wish.bill_id],
    );
    const plan = await this.plans.of(tx, wish);
    if (!sameEffect(effectOf(plan), effect)) throw new Problem('correction.outdated');
    const { bill } = plan;
    const ofReading = wish.current_stand !== null || asksForExchange(wish);
    const replaced = ofReading
      ? await this.readings.apply(tx, readingWish(bill, wish), { userId: by.decidedBy, reason })
      : [];
    const readingOf = await this.readingsOf(
      tx,
      replaced.map(({ after }) => after),
    );
    const written = await this.bills.write(tx, {
      customerId: bill.customer_id,
      cause: ofReading ? 'READING' : 'TARIFF',
      reason,
      requestedBy: by.madeBy,
      approvedBy: by.decidedBy,
      bills: plan.bills.map((one) => ({
        ...one,
        readingId: readingOf.get(one.bill.period) ?? one.readingId,
      })),
    });
    await this.excesses.keep(
      tx,
      plan.bills.map(({ bill: changed }) => changed.id),
    );
    await this.credit.book(tx, { customerId: bill.customer_id, ...written });
    await this.disputes.byCorrection(
      tx,
      plan.bills.map(({ bill: changed }) => changed.id),
      written.noteId,
    );
    await writeAudit(tx, {
      action: 'bill.corrected',
      entityType: 'nota_koreksi',
      entityId: written.noteId,
      before: { bill_id: bill.id, stand: bill.current_stand },
      after: {
        stand: wish.current_stand,
        tariff_id: wish.tariff_id,
        ...(asksForExchange(wish) && {
          removed_stand: wish.removed_stand,
          installed_stand: wish.installed_stand,
        }),
        amount: written.amount,
      },
    });
    await writeOutbox(tx, 'bill.corrected', written.noteId, {
      note_id: written.noteId,
      customer_id: bill.customer_id,
      difference: effect.difference,
    });
  }

  private async readingsOf(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: number; period: string }>(
      'SELECT id, period FROM meter_reading WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, period }) => [period, id]));
  }
}

const wishOf = ({
  bill_id,
  current_stand,
  tariff_id,
  removed_stand = null,
  installed_stand = null,
}: Omit<Payload, 'reason' | 'correction'>): CorrectionWish => ({
  bill_id,
  current_stand,
  tariff_id,
  removed_stand,
  installed_stand,
});

/** Kept as JSON in between, so the order of the keys says nothing. */
function sameEffect(now: CorrectionPreviewDto, asked: CorrectionPreviewDto): boolean {
  const said = ({ items, settled }: CorrectionPreviewDto) =>
    JSON.stringify([
      settled,
      ...items.map(({ bill_id: id, way, before, after, penalty }) => [
        id,
        way,
        // An open bill's penalty goes whole, whatever it has grown to since: that it grew is no other decision.
        way === 'REISSUED' ? null : penalty,
        ...[before, after].map((one) => [
          one.usage_m3,
          one.current_stand,
          one.water_amount,
          one.fixed_amount,
        ]),
      ]),
    ]);
  return said(now) === said(asked);
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'bill.corrected': {
      readonly note_id: number;
      readonly customer_id: number;
      readonly difference: number;
    };
  }
}
