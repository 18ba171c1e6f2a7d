import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Bank } from './bank.entity';

@Entity('bank_api_key')
export class BankApiKey {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @ManyToOne(() => Bank) @JoinColumn({ name: 'bank_id' }) bank: Bank;
  @Column('text') keyId: string;
  @Column('text') protocol: 'NATIVE' | 'SNAP';
  @Column('text', { nullable: true }) label: string | null;
  @Column('text') secretEnc: string;
  @Column('text', { nullable: true }) previousSecretEnc: string | null;
  @Column('timestamptz', { nullable: true }) previousValidUntil: Date | null;
  @Column('text') status: 'ACTIVE' | 'REVOKED';
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('timestamptz', { nullable: true }) secretShownAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
