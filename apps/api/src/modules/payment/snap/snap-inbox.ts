import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { BankProfile } from '../../bank-gateway';
import type { MoneyBooked } from '../receiving/money-received';
import { ReceiveMoney } from '../receiving/receive-money.service';

export interface Notification {
  readonly bankId: number;
  /** Unique per bank: a repetition only counts as a delivery. */
  readonly eventId: string;
  readonly content: object;
}

export interface PaidQr {
  /** The bank's number of the payment, our `bank_reference`. */
  readonly reference: string;
  /** The bank's number of the QR. */
  readonly qrReference: string;
  /** Our own number of the QR, when the bank sends it back. */
  readonly partnerReference: string | null;
  readonly amount: number;
  readonly paidAt: { readonly text: string; readonly epoch: number };
}

const RETRY_MILLISECONDS = 5_000;

/** Keeps SNAP notifications in the inbox of all notifications (`webhook_inbox`, source SNAP) and books what was paid. */
@Injectable()
export class SnapInbox {
  private readonly logger = new Logger('snap');

  constructor(
    private readonly database: Database,
    private readonly receiving: ReceiveMoney,
    private readonly clock: Clock,
  ) {}

  /** Stored; nothing follows from it. */
  async acknowledge(notification: Notification): Promise<void> {
    await this.store(notification, notification.content, 'PROCESSED');
  }

  /** Stored in its own transaction first; whatever happens then, the notification is not lost. */
  async paid(bank: BankProfile, notification: Notification, qr: PaidQr): Promise<void> {
    const payload = {
      event_id: notification.eventId,
      event: 'payment.paid',
      method: 'QRIS',
      qris_reference: qr.partnerReference ?? qr.qrReference,
      bank_reference: qr.reference,
      amount: qr.amount,
      paid_at: qr.paidAt.text,
    };
    const { id, state } = await this.store(notification, payload, 'NEW');
    if (state === 'PROCESSED') return;
    try {
      await this.book(id, bank, qr);
    } catch (error) {
      this.logger.warn(`notification ${notification.eventId} waits: ${String(error)}`);
    }
  }

  private async store(
    notification: Notification,
    payload: object,
    state: 'NEW' | 'PROCESSED',
  ): Promise<{ id: number; state: string }> {
    const now = this.clock.now();
    const [row] = await this.database.read<{ id: number; state: string }>(
      `INSERT INTO webhook_inbox AS w (bank_id, event_id, source, payload, state, outcome, received_at, processed_at, next_attempt_at)
       VALUES ($1, $2, 'SNAP', $3, $4, $5, $6, $7, $8)
       ON CONFLICT (bank_id, event_id) DO UPDATE SET deliveries = w.deliveries + 1
       RETURNING id, state`,
      [
        notification.bankId,
        notification.eventId,
        JSON.stringify(payload),
        state,
        state === 'PROCESSED' ? 'ACKNOWLEDGED' : null,
        new Date(now),
        state === 'PROCESSED' ? new Date(now) : null,
        state === 'PROCESSED' ? null : new Date(now + RETRY_MILLISECONDS),
      ],
    );
    if (row === undefined) throw new Error('the notification was not stored');
    return row;
  }

  private async book(id: number, bank: BankProfile, qr: PaidQr): Promise<void> {
    const intentId = await this.orderOf(bank.id, qr);
    if (intentId === null) {
      // The QR may have been created a moment ago in a transaction that has not committed yet.
      await this.database.read(
        "UPDATE webhook_inbox SET state = 'PARKED', attempts = attempts + 1 WHERE id = $1 AND state = 'NEW'",
        [id],
      );
      return;
    }
    const booked: MoneyBooked = await this.receiving.receive({
      bank,
      bankReference: qr.reference,
      amount: qr.amount,
      channel: 'QRIS',
      paidAt: qr.paidAt,
      target: { kind: 'INTENT', intentId },
    });
    await this.database.read(
      `UPDATE webhook_inbox SET state = 'PROCESSED', outcome = $2, payment_id = $3, intent_id = $4, processed_at = $5,
         next_attempt_at = NULL, attempts = attempts + 1 WHERE id = $1`,
      [id, booked.outcome, booked.paymentId, intentId, new Date(this.clock.now())],
    );
  }

  private async orderOf(bankId: number, qr: PaidQr): Promise<number | null> {
    const [row] = await this.database.read<{ intent_id: number }>(
      `SELECT intent_id FROM qris_transaction
       WHERE bank_id = $1 AND (partner_reference_no = $2 OR ($2::text IS NULL AND reference_no = $3))`,
      [bankId, qr.partnerReference, qr.qrReference],
    );
    return row?.intent_id ?? null;
  }
}
