import { Injectable } from '@nestjs/common';
import { parseRfc3339 } from '@tirtapay/bank-protocol';
import { rupiah } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { paidAt, PaymentLookup, ReceiveMoney } from '../../payment';
import { ApplyReversal } from './apply-reversal.service';
import { FindTarget, unclaimed } from './find-target.service';
import { WebhookInbox, type Applied, type StoredNotification } from './webhook-inbox';

/** What stays so however often it is tried: other money under a reference that is taken, and a bank that is not live. */
const HOPELESS: ReadonlySet<Problem['code']> = new Set(['payment.reference_reused', 'bank.not_live']);

/** Applies stored notifications by the use cases every channel ends in; what cannot be applied yet waits. */
@Injectable()
export class ApplyNotification {
  constructor(
    private readonly inbox: WebhookInbox,
    private readonly targets: FindTarget,
    private readonly money: ReceiveMoney,
    private readonly reversals: ApplyReversal,
    private readonly clock: Clock,
    private readonly lookup: PaymentLookup,
  ) {}

  /** Works on what is due, or on the one named. @returns how many there were */
  async run(id?: number): Promise<number> {
    const claimed = await this.inbox.claim(id);
    // One after the other: a poisoned one must not hold the connections of the others, and none waits long.
    for (const notification of claimed)
      await this.inbox.conclude(notification, await this.attempt(notification));
    return claimed.length;
  }

  private async attempt(notification: StoredNotification): Promise<Applied> {
    try {
      return await this.apply(notification);
    } catch (error) {
      const reason = error instanceof Problem ? error.code : String(error);
      const hopeless = error instanceof Problem && HOPELESS.has(error.code);
      return hopeless || this.inbox.isLastAttempt(notification)
        ? { state: 'DEAD', error: reason }
        : { state: 'NEW', error: reason };
    }
  }

  private async apply(notification: StoredNotification): Promise<Applied> {
    const { payload } = notification;
    switch (payload.event) {
      case 'payment.paid':
        return this.paid(notification);
      case 'payment.reversed':
        return this.reversals.apply(notification);
      // The customer may still pay: a failed try closes nothing.
      case 'payment.failed':
        return { state: 'PROCESSED', outcome: 'IGNORED', checkoutId: null, paymentId: null };
      case 'payment.test':
        return { state: 'PROCESSED', outcome: 'TESTED', checkoutId: null, paymentId: null };
    }
  }

  private async paid(notification: StoredNotification): Promise<Applied> {
    const { payload } = notification;
    if (
      !notification.takes_money &&
      !(await this.lookup.isBound(notification.bank_id, payload.bank_reference))
    )
      throw new Problem('bank.not_live');
    const target = await this.targets.of(notification);
    if (target === null && !this.inbox.isLastAttempt(notification)) return { state: 'PARKED' };
    const epoch = parseRfc3339(payload.paid_at);
    if (epoch === null) throw new Error(`paid_at ${payload.paid_at} is not a time`);
    const booked = await this.money.receive({
      bank: {
        id: notification.bank_id,
        code: notification.bank_code,
        adminFee: rupiah(notification.admin_fee),
      },
      bankReference: payload.bank_reference,
      amount: payload.amount,
      channel: payload.method,
      // by the moment the bank told us, however late it can be applied
      paidAt: paidAt(this.clock.text(epoch), epoch, notification.received_at.getTime()),
      target: target ?? unclaimed(payload),
    });
    return {
      state: 'PROCESSED',
      // `process`, or an attempt that died, was first
      outcome: booked.replayed && booked.outcome === 'POSTED' ? 'ALREADY_POSTED' : booked.outcome,
      checkoutId: target?.kind === 'CHECKOUT' ? target.checkoutId : null,
      paymentId: booked.paymentId,
    };
  }
}
