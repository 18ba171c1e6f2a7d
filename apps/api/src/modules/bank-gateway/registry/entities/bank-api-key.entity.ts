import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BankProtocol, CredentialState } from '@tirtapay/domain';
import { Collector } from '../../../ground/collectors';

@Entity('bank_api_key')
export class BankApiKey {
  @PrimaryColumn('bigint') id: number;
  /** The collector's: of a bank, or of a partner. */
  @Column('bigint') bankId: number;
  @ManyToOne(() => Collector) @JoinColumn({ name: 'bank_id' }) collector: Collector;
  @Column('text') keyId: string;
  @Column('text') protocol: BankProtocol;
  /** What it opens: the calls of a bank, or the sales of a partner. */
  @Column('text') scope: 'bank' | 'ppob';
  @Column('text', { nullable: true }) label: string | null;
  @Column('text') secretEnc: string;
  @Column('text', { nullable: true }) previousSecretEnc: string | null;
  @Column('timestamptz', { nullable: true }) previousValidUntil: Date | null;
  @Column('text') status: CredentialState;
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('timestamptz', { nullable: true }) secretShownAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
