import type { ReferenceOutcome } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was answered to a bank's reference, byte for byte, for ever. */
@Entity('bank_reference')
export class BankReference {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('text') bankReference: string;
  @Column('text') outcome: ReferenceOutcome;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('bank_reversal')
export class BankReversal {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('text') reversalReference: string;
  @Column('text') bankReference: string;
  @Column('bigint', { nullable: true }) reversalId: number | null;
  @Column('text') answer: string;
  @Column('timestamptz') createdAt: Date;
}
