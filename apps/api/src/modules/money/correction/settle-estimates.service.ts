import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Period } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { CorrectBills, type BillToCorrect } from '../../water/billing';
import { PenaltyExcesses } from '../../water/penalty';
import { CreditFromCorrection } from '../payment';
import { PlanCorrection } from './plan-correction.service';

interface Pair {
  readonly customer_id: number;
  readonly reading_id: number;
  readonly period: Period;
  readonly before: BillToCorrect['before'];
  readonly after: BillToCorrect['after'];
}

const PAIRS = `
  SELECT now.customer_id, now.id AS reading_id, now.period,
    json_build_object('previous_stand', was.previous_stand, 'current_stand', was.current_stand, 'usage_m3', was.usage_m3) AS before,
    json_build_object('previous_stand', now.previous_stand, 'current_stand', now.current_stand, 'usage_m3', now.usage_m3) AS after
  FROM meter_reading now JOIN meter_reading was ON was.id = now.replaces_id
  WHERE now.id = ANY ($1) ORDER BY now.customer_id, now.period`;

/**
 * The money half of a fair catch-up: what estimates billed is netted against what the true stand says of the same months,
 * each at its own tariff. What remains is on the bill of the true reading; what was too much is credit. Nobody decides
 * it: the reading was verified, and the rest is arithmetic.
 */
@Injectable()
export class SettleEstimates implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly plans: PlanCorrection,
    private readonly bills: CorrectBills,
    private readonly credit: CreditFromCorrection,
    private readonly excesses: PenaltyExcesses,
  ) {}

  onModuleInit(): void {
    this.events.on('reading.settled', async (tx, { replaced }) => {
      const pairs = await tx.query<Pair & Record<string, unknown>>(PAIRS, [
        replaced.map(({ after }) => after),
      ]);
      for (const customerId of new Set(pairs.map(({ customer_id: id }) => id)))
        await this.settle(
          tx,
          customerId,
          pairs.filter((pair) => pair.customer_id === customerId),
        );
    });
  }

  private async settle(tx: Tx, customerId: number, pairs: readonly Pair[]): Promise<void> {
    const months = pairs.map(({ reading_id: readingId, period, before, after }) => ({
      readingId,
      period,
      before,
      after,
    }));
    const planned = await this.plans.withPenalties(tx, await this.bills.plan(tx, customerId, months, true));
    if (planned.length === 0) return;
    const written = await this.bills.write(tx, {
      customerId,
      cause: 'CATCH_UP',
      reason: null,
      requestedBy: null,
      approvedBy: null,
      bills: planned,
    });
    await this.excesses.keep(
      tx,
      planned.map(({ bill }) => bill.id),
    );
    await this.credit.book(tx, { customerId, ...written });
    await writeAudit(tx, {
      action: 'bill.caught_up',
      entityType: 'nota_koreksi',
      entityId: written.noteId,
      after: { customer_id: customerId, amount: written.amount, months: months.length },
    });
  }
}
