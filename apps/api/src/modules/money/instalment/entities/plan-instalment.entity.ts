import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InstalmentPlan } from './instalment-plan.entity';

/** Which bill is which instalment of a plan. Append-only. */
@Entity('angsuran')
export class PlanInstalment {
  @PrimaryColumn('bigint') planId: number;
  @ManyToOne(() => InstalmentPlan) @JoinColumn({ name: 'plan_id' }) plan: InstalmentPlan;
  @PrimaryColumn('int') seq: number;
  @Column('bigint') billId: number;
}
