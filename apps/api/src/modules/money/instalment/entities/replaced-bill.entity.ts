import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InstalmentPlan } from './instalment-plan.entity';

/** What a plan replaced: what was owed of a bill on the day it was agreed. Immutable, but for what its end took back. */
@Entity('angsuran_sumber')
export class ReplacedBillOfPlan {
  @PrimaryColumn('bigint') planId: number;
  @ManyToOne(() => InstalmentPlan) @JoinColumn({ name: 'plan_id' }) plan: InstalmentPlan;
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') principal: number;
  /** What was owed of it, less what was forgiven. */
  @Column('bigint') penalty: number;
  /** By a waiver programme of the day, and what an earlier correction had left off. */
  @Column('bigint') waived: number;
  /** Of that: what is owed again since the plan ended before its time. Null while it goes on. */
  @Column('bigint', { nullable: true }) revoked: number | null;
}
