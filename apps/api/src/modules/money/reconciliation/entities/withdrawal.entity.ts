import type { ItemType, ReconciliationAction } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision about a difference that two people took back. */
@Entity('rekonsiliasi_penarikan')
export class Withdrawal {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') reconciliationId: number;
  @Column('bigint') itemId: number;
  @Column('text') type: ItemType;
  @Column('text') action: ReconciliationAction;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('bigint', { nullable: true }) lineId: number | null;
  @Column('bigint', { nullable: true }) movementId: number | null;
  @Column('bigint') claimed: number;
  @Column('text', { nullable: true }) letterNumber: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('bigint') madeBy: number;
  @Column('bigint') decidedBy: number;
  @Column('timestamptz') decidedAt: Date;
  @Column('text') reason: string;
  @Column('bigint') approvalId: number;
  @Column('bigint') withdrawnBy: number;
  @Column('bigint') agreedBy: number;
  @Column('timestamptz') withdrawnAt: Date;
  @Column('bigint', { nullable: true }) journalId: number | null;
}
