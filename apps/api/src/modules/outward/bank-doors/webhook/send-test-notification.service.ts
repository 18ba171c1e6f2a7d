import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { CallsAsBank } from '../../../bank-gateway/security';
import type { PaymentNotificationBody } from '../../../money/checkout';
import type { TestNotificationDto } from './test-notification.dto';
import { WebhookMessages } from './webhook-message.queries';
import { WebhookWorker } from '../../../money/checkout';

const DOOR = '/api/webhook/payment-notification';

/**
 * Proves the way of a notification from the door to its end with one that moves no money (`payment.test`). Every test
 * is its own event: who sends two wants to see two.
 */
@Injectable()
export class SendTestNotification {
  constructor(
    private readonly banks: CallsAsBank,
    private readonly worker: WebhookWorker,
    private readonly messages: WebhookMessages,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bank.not_found, bank.inactive, bank.key_not_found */
  async send(bankId: number): Promise<TestNotificationDto> {
    const eventId = `TEST-${randomUUID()}`;
    const body: PaymentNotificationBody = {
      event_id: eventId,
      event: 'payment.test',
      method: 'VA',
      virtual_account_number: '00000000',
      bank_reference: eventId,
      amount: 1,
      paid_at: this.clock.text(this.clock.now()),
    };
    const call = await this.banks.post(bankId, DOOR, body);
    await this.database.transaction((tx) =>
      writeAudit(tx, {
        action: 'webhook.tested',
        entityType: 'bank_integration',
        entityId: bankId,
        after: { event_id: eventId, http_status: call.httpStatus },
      }),
    );
    const accepted = call.httpStatus === 200;
    if (accepted) await this.worker.settled();
    const message = accepted ? await this.messages.byEvent(bankId, eventId) : null;
    return {
      http_status: call.httpStatus,
      code: call.code,
      accepted,
      answer_proven: call.answerProven,
      processed: message?.state === 'PROCESSED',
      latency_ms: call.latencyMilliseconds,
      message,
    };
  }
}
