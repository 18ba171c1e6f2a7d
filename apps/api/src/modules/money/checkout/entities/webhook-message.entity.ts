import type { BankProtocol, WebhookState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notification of a bank, kept before anything is done with it. */
@Entity('webhook_inbox')
export class WebhookMessage {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @Column('text') eventId: string;
  @Column('text') source: BankProtocol;
  @Column('jsonb') payload: object;
  @Column('text') state: WebhookState;
  @Column('int') attempts: number;
  @Column('int') deliveries: number;
  @Column('timestamptz', { nullable: true }) nextAttemptAt: Date | null;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('bigint', { nullable: true }) intentId: number | null;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz', { nullable: true }) processedAt: Date | null;
}
