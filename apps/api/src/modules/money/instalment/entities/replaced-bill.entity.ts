import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InstalmentPlan } from './instalment-plan.entity';

/** What a plan replaced: what was owed of a bill on the day it was agreed. Append-only. */
@Entity('angsuran_sumber')
export class ReplacedBillOfPlan {
  @PrimaryColumn('bigint') planId: number;
  @ManyToOne(() => InstalmentPlan) @JoinColumn({ name: 'plan_id' }) plan: InstalmentPlan;
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') principal: number;
  /** What was owed of it, less what was forgiven. */
  @Column('bigint') penalty: number;
  /** By a waiver programme of the day; owed again when the plan ends before its time. */
  @Column('bigint') waived: number;
}
