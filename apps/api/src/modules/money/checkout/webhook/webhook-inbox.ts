import { Injectable } from '@nestjs/common';
import type { BankProtocol } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { CASES } from '../checkout-cases';
import type { PaymentNotificationBody } from './payment-notification.dto';
import type { WebhookMessage } from '../entities/webhook-message.entity';

/** `attempts` counts this one, `last_error` is of the attempt before. */
export type StoredNotification = RowOf<WebhookMessage, 'id' | 'bankId' | 'receivedAt'> &
  RowOf<WebhookMessage, 'attempts' | 'lastError'> & {
    readonly bank_code: string;
    readonly admin_fee: number;
    /** Its bank is live, or is being certified. */
    readonly takes_money: boolean;
    readonly va_prefixes: readonly string[];
    readonly payload: PaymentNotificationBody;
  };

export type Applied =
  | {
      readonly state: 'PROCESSED';
      readonly outcome: string;
      readonly checkoutId: number | null;
      readonly paymentId: number | null;
    }
  /** The account or code is not known yet; it may be in a transaction that has not committed. */
  | { readonly state: 'PARKED' }
  | { readonly state: 'DEAD'; readonly error: string }
  /** Something of ours failed; tried again. */
  | { readonly state: 'NEW'; readonly error: string };

/** While one process works on a notification, no other takes it. */
const LEASE_MILLISECONDS = 30_000;
const PAUSES_SECONDS = [1, 5, 15, 60, 120, 300] as const;
const BATCH = 20;

/** Every notification is a row before anything is done with it, and stays one for ever. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a delivery in a transaction of its own.
   * @returns the row to work on, or null for a repetition; what was refused while its bank was not live is worked on anew
   *   when it is told again once the bank is
   */
  async accept(
    bankId: number,
    body: PaymentNotificationBody,
    source: BankProtocol = 'NATIVE',
  ): Promise<number | null> {
    const now = this.clock.date();
    return this.database.transaction(async (tx) => {
      const row = await tx.one<{ id: number; deliveries: number; same: boolean; shut: boolean }>(
        `INSERT INTO webhook_inbox AS w (bank_id, event_id, source, payload, state, received_at, next_attempt_at)
         VALUES ($1, $2, $5, $3, 'NEW', $4, $4)
         ON CONFLICT (bank_id, event_id) DO UPDATE SET deliveries = w.deliveries + 1
         -- when the money moved is information; SNAP has no field for it, so there it is when the bank first told us; what is
         -- null is left out now, and was kept once
         RETURNING id, deliveries, jsonb_strip_nulls(payload) - 'paid_at' = jsonb_strip_nulls($3::jsonb) - 'paid_at' AS same,
           state = 'DEAD' AND coalesce(last_error = 'bank.not_live', false) AS shut`,
        [bankId, body.event_id, JSON.stringify(body), now, source],
      );
      if (row.deliveries === 1) return row.id;
      if (row.shut && row.same) return (await this.opened(tx, row.id, now)) ? row.id : null;
      // The same event with other content is other news: somebody must look, or money could be overlooked.
      // A test carries none.
      if (!row.same && body.event !== 'payment.test')
        await CASES.open(tx, {
          kind: 'EVENT_REUSED',
          subjectId: row.id,
          about: `${body.event}/${body.bank_reference}/${String(body.amount)}`,
          amount: body.amount,
          detail: { ...body, bank_id: bankId },
          openedAt: now,
          standing: true,
        });
      return null;
    });
  }

  /** Stores a delivery of which nothing follows: it is only kept and counted. */
  async acknowledge(bankId: number, eventId: string, content: object): Promise<void> {
    await this.database.writeAside(
      `INSERT INTO webhook_inbox AS w (bank_id, event_id, source, payload, state, outcome, received_at, processed_at)
       VALUES ($1, $2, 'SNAP', $3, 'PROCESSED', 'ACKNOWLEDGED', $4, $4)
       ON CONFLICT (bank_id, event_id) DO UPDATE SET deliveries = w.deliveries + 1`,
      [bankId, eventId, JSON.stringify(content), this.clock.date()],
    );
  }

  /**
   * Takes what is due, or the one named, so that nobody else works on it meanwhile. A named one is waited for: a bank
   * that repeats itself holds its row for an instant, and to skip it then would leave it for the next look.
   */
  async claim(id?: number): Promise<StoredNotification[]> {
    const now = this.clock.now();
    return this.database.write<StoredNotification>(
      `UPDATE webhook_inbox w SET attempts = w.attempts + 1, next_attempt_at = $2
       FROM bank_integration b
       WHERE b.id = w.bank_id AND w.id IN (
         SELECT id FROM webhook_inbox WHERE state IN ('NEW', 'PARKED') AND next_attempt_at <= $1 AND ($3::bigint IS NULL OR id = $3)
         ORDER BY next_attempt_at LIMIT ${String(BATCH)} FOR UPDATE ${id === undefined ? 'SKIP LOCKED' : ''})
       RETURNING w.id, w.bank_id, b.code AS bank_code, (b.environment = 'LIVE' OR coalesce(b.certifying_until > $1, false)) AS takes_money,
         (SELECT c.admin_fee FROM penerima c WHERE c.id = b.id) AS admin_fee, w.payload, w.received_at, w.attempts, w.last_error,
         (SELECT coalesce(array_agg(DISTINCT trim(prefix)), '{}') FROM (
            SELECT b.va_prefix AS prefix UNION SELECT partner_service_id FROM snap_partner p WHERE p.bank_id = b.id
            UNION SELECT partner_service_id FROM bank_outbound o WHERE o.bank_id = b.id) known WHERE prefix IS NOT NULL) AS va_prefixes`,
      [new Date(now), new Date(now + LEASE_MILLISECONDS), id ?? null],
    );
  }

  /** Whether another attempt follows this one. */
  isLastAttempt(notification: StoredNotification): boolean {
    return notification.attempts > PAUSES_SECONDS.length;
  }

  /**
   * Says what came of it. Whoever lost its lease meanwhile has nothing to say of what another took over, but that it is
   * applied: nobody's failure is written over that, or over a later attempt.
   */
  async conclude(notification: StoredNotification, applied: Applied): Promise<void> {
    const now = this.clock.now();
    const over = applied.state === 'PROCESSED' || applied.state === 'DEAD';
    const pause = PAUSES_SECONDS[Math.min(notification.attempts, PAUSES_SECONDS.length) - 1] ?? 1;
    const done = applied.state === 'PROCESSED' ? applied : null;
    await this.database.transaction(async (tx) => {
      const concluded = await tx.execute(
        `UPDATE webhook_inbox SET state = $2, outcome = $3, intent_id = $4, payment_id = $5, last_error = left($6, 500),
           processed_at = $7, next_attempt_at = $8
         WHERE id = $1 AND state <> 'PROCESSED' AND ($2 = 'PROCESSED' OR state IN ('NEW', 'PARKED') AND attempts = $9)`,
        [
          notification.id,
          applied.state,
          done?.outcome ?? null,
          done?.checkoutId ?? null,
          done?.paymentId ?? null,
          'error' in applied ? applied.error : null,
          over ? new Date(now) : null,
          over ? null : new Date(now + pause * 1_000),
          notification.attempts,
        ],
      );
      if (concluded === 0) return;
      // Also the case of whoever gave it up meanwhile.
      if (applied.state === 'PROCESSED')
        await CASES.settle(tx, { type: 'webhook_inbox', id: notification.id }, 'applied', new Date(now));
      if (applied.state === 'DEAD')
        await CASES.open(tx, {
          kind: 'WEBHOOK_DEAD',
          subjectId: notification.id,
          amount: notification.payload.amount,
          detail: { ...notification.payload, bank: notification.bank_code, error: applied.error },
          openedAt: new Date(now),
        });
    });
  }

  /** Whether its bank takes money by now; then it is to be applied like one that has just come. */
  private async opened(tx: Tx, id: number, now: Date): Promise<boolean> {
    const opened = await tx.execute(
      `UPDATE webhook_inbox w SET state = 'NEW', attempts = 0, next_attempt_at = $2, processed_at = NULL FROM bank_integration b
       WHERE w.id = $1 AND b.id = w.bank_id AND (b.environment = 'LIVE' OR b.certifying_until > $2)`,
      [id, now],
    );
    return opened > 0;
  }

  /** A person says: try again now. @throws Problem webhook.not_found unless it is dead or waiting */
  async retry(id: number): Promise<void> {
    const now = this.clock.date();
    await this.database.transaction(async (tx) => {
      const retried = await tx.execute(
        `UPDATE webhook_inbox SET state = 'NEW', attempts = 0, next_attempt_at = $2, processed_at = NULL,
           last_error = coalesce(last_error, 'retried') WHERE id = $1 AND state IN ('DEAD', 'PARKED')`,
        [id, now],
      );
      if (retried === 0) throw new Problem('webhook.not_found');
      await writeAudit(tx, { action: 'webhook.retried', entityType: 'webhook_inbox', entityId: id });
    });
  }
}
