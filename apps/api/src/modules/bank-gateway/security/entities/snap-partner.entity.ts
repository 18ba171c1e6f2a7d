import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CredentialState, SnapMode } from '@tirtapay/domain';
import { Bank } from '../../registry';

/** The SNAP BI credential of a bank: what it signs its calls with. */
@Entity('snap_partner')
export class SnapPartnerRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @ManyToOne(() => Bank) @JoinColumn({ name: 'bank_id' }) bank: Bank;
  @Column('text') clientKey: string;
  @Column('text') partnerId: string;
  @Column('text') channelId: string;
  @Column('text') partnerServiceId: string;
  @Column('text') mode: SnapMode;
  @Column('text', { nullable: true }) secretEnc: string | null;
  @Column('text', { nullable: true }) previousSecretEnc: string | null;
  @Column('timestamptz', { nullable: true }) previousValidUntil: Date | null;
  @Column('text', { array: true }) publicKeys: string[];
  @Column('int') timestampToleranceSeconds: number;
  @Column('text') status: CredentialState;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('timestamptz', { nullable: true }) secretShownAt: Date | null;
}

/** An X-EXTERNAL-ID that was used: once per partner, service and calendar day of the partner's own clock. */
@Entity('snap_external_id')
export class SnapExternalId {
  @PrimaryColumn('bigint') partnerId: number;
  @PrimaryColumn('text') service: string;
  @PrimaryColumn('text') externalId: string;
  @PrimaryColumn('date') day: string;
  @Column('timestamptz') seenAt: Date;
}
