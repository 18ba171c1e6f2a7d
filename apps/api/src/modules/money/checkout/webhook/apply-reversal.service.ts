import { CASES } from '../checkout-cases';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { PaymentLookup } from '../../payment';
import { ReversePayment } from '../../payment';
import type { Applied, StoredNotification } from './webhook-inbox';

const REASON = 'Dibatalkan bank (notifikasi)';

/** Refusals of a reversal that only a person can settle: the bank has taken money back that stands in our books. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'payment.reversal_closed',
  'payment.not_reversible',
  'payment.reference_reused',
]);

/**
 * A bank tells that it took a payment back. On the business day that is a reversal like the bank's own call, under the
 * event as reversal reference; later, or for another amount, it is a case.
 */
@Injectable()
export class ApplyReversal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lookup: PaymentLookup,
    private readonly reversals: ReversePayment,
  ) {}

  async apply(notification: StoredNotification): Promise<Applied> {
    const { payload } = notification;
    const posted = await this.lookup.find(notification.bank_id, payload.bank_reference);
    const answer = JSON.parse(posted?.answer ?? '{}') as { total_amount?: number; payment_id?: number };
    const paymentId = answer.payment_id ?? null;
    if (posted?.reversed_at != null) return done('REVERSED', paymentId);
    if (answer.total_amount !== undefined && answer.total_amount !== payload.amount)
      return this.forPeople(notification, paymentId, 'payment.amount_mismatch');
    try {
      await this.reversals.byBank({
        bank: { id: notification.bank_id, code: notification.bank_code },
        bankReference: payload.bank_reference,
        reversalReference: payload.event_id,
        reason: REASON,
      });
      return done('REVERSED', paymentId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'payment.reversed') return done('REVERSED', paymentId);
      if (FOR_PEOPLE.has(error.code)) return this.forPeople(notification, paymentId, error.code);
      throw error;
    }
  }

  private async forPeople(
    notification: StoredNotification,
    paymentId: number | null,
    refused: string,
  ): Promise<Applied> {
    const { payload } = notification;
    await this.database.transaction((tx) =>
      CASES.open(tx, {
        kind: 'REVERSAL_BY_BANK',
        subjectId: notification.id,
        about: 'reversal',
        paymentId,
        amount: payload.amount,
        detail: {
          bank: notification.bank_code,
          bank_reference: payload.bank_reference,
          event_id: payload.event_id,
          refused,
        },
        openedAt: this.clock.date(),
      }),
    );
    return done('CASE', paymentId);
  }
}

function done(outcome: string, paymentId: number | null): Applied {
  return { state: 'PROCESSED', outcome, checkoutId: null, paymentId };
}
