import { Injectable } from '@nestjs/common';
import { WebhookInbox, WebhookWorker } from '../../../money/checkout';

export interface QrNotification {
  readonly bankId: number;
  /** Unique per bank: a repetition only counts as a delivery. */
  readonly eventId: string;
}

export interface PaidQr {
  /** The bank's number of the payment, our `bank_reference`. */
  readonly reference: string;
  /** The number of the QR, ours or the bank's. */
  readonly qrReference: string;
  /** What the customer paid, fee included. */
  readonly amount: number;
  /** RFC 3339. */
  readonly paidAt: string;
}

/** Puts SNAP notifications where those of the native webhook are, so that one worker applies both. */
@Injectable()
export class SnapInbox {
  constructor(
    private readonly inbox: WebhookInbox,
    private readonly worker: WebhookWorker,
  ) {}

  /** Stored as it came; nothing follows from it. */
  async acknowledge({ bankId, eventId }: QrNotification, content: object): Promise<void> {
    await this.inbox.acknowledge(bankId, eventId, content);
  }

  /** Stored in its own transaction, then applied as every notification of a payment. */
  async paid({ bankId, eventId }: QrNotification, qr: PaidQr): Promise<void> {
    const id = await this.inbox.accept(
      bankId,
      {
        event_id: eventId,
        event: 'payment.paid',
        method: 'QRIS',
        qris_reference: qr.qrReference,
        bank_reference: qr.reference,
        amount: qr.amount,
        paid_at: qr.paidAt,
      },
      'SNAP',
    );
    if (id !== null) this.worker.nudge(id);
  }
}
