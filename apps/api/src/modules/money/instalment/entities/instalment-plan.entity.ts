import type { PlanEnd } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a customer and two people agreed to pay in instalments. Immutable, but for how it ended. */
@Entity('rencana_angsuran')
export class InstalmentPlan {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  @Column('int') instalments: number;
  @Column('bigint') principal: number;
  @Column('bigint') penalty: number;
  @Column('int') graceDays: number;
  @Column('text') reason: string;
  @Column('bigint') requestedBy: number;
  @Column('bigint') approvedBy: number;
  @Column('timestamptz') createdAt: Date;
  @Column('text', { nullable: true }) endedAs: PlanEnd | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** Null when nobody asked: an instalment was unpaid past its grace. */
  @Column('bigint', { nullable: true }) endedBy: number | null;
  @Column('text', { nullable: true }) endReason: string | null;
  /** The one bill that asks for what nobody paid of a broken plan. */
  @Column('bigint', { nullable: true }) restBillId: number | null;
}
