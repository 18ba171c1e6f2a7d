import type { CheckoutMethod, OutboundCallState, SnapMode } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How we call a bank: address and credentials, one row per bank that offers VA or QRIS through its API. */
@Entity('bank_outbound')
export class BankOutboundRow {
  @PrimaryColumn('bigint') bankId: number;
  @Column('text') baseUrl: string;
  @Column('text') clientKey: string;
  @Column('text') partnerId: string;
  @Column('text') channelId: string;
  @Column('text') partnerServiceId: string;
  @Column('text') mode: SnapMode;
  @Column('text', { nullable: true }) secretEnc: string | null;
  @Column('text', { nullable: true }) privateKeyEnc: string | null;
  @Column('text', { nullable: true }) merchantId: string | null;
  @Column('text', { nullable: true }) terminalId: string | null;
  @Column('int') vaMinutes: number;
  @Column('int') qrisMinutes: number;
  @Column('text', { array: true }) methods: CheckoutMethod[];
  @Column('boolean') active: boolean;
  /** Waits for the second person; takes effect when that person agreed and the bank accepted it. */
  @Column('text', { nullable: true }) nextSecretEnc: string | null;
  @Column('bigint', { nullable: true }) nextSecretApprovalId: number | null;
  /** Made, handed to the bank, and not used before the bank accepted it and a second person agreed. */
  @Column('text', { nullable: true }) nextPrivateKeyEnc: string | null;
  @Column('bigint', { nullable: true }) nextKeyApprovalId: number | null;
}

/** One row per call we made to a bank. */
@Entity('outbound_call')
export class OutboundCall {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @Column('bigint', { nullable: true }) intentId: number | null;
  @Column('text') service: string;
  @Column('text') externalId: string;
  @Column('text') state: OutboundCallState;
  @Column('int', { nullable: true }) httpStatus: number | null;
  @Column('text', { nullable: true }) responseCode: string | null;
  @Column('text', { nullable: true }) requestBody: string | null;
  @Column('text', { nullable: true }) responseBody: string | null;
  @Column('text', { nullable: true }) error: string | null;
  @Column('timestamptz') startedAt: Date;
  @Column('int', { nullable: true }) latencyUs: number | null;
  @Column('timestamptz', { nullable: true }) nextCheckAt: Date | null;
  @Column('int') checks: number;
}
