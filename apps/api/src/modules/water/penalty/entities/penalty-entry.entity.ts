import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenaltyPolicyRow } from './penalty-policy.entity';
import { Penalty } from './penalty.entity';

/** One accrual with its reason and its journal. Append-only. */
@Entity('denda_rincian')
export class PenaltyEntry {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') billId: number;
  @ManyToOne(() => Penalty) @JoinColumn({ name: 'bill_id' }) penalty: Penalty;
  @Column('bigint') policyId: number;
  @ManyToOne(() => PenaltyPolicyRow) @JoinColumn({ name: 'policy_id' }) policy: PenaltyPolicyRow;
  @Column('date') asOf: string;
  @Column('bigint') amount: number;
  @Column('bigint') cumulative: number;
  @Column('text') trace: string;
  @Column('bigint') journalId: number;
  @Column('timestamptz') createdAt: Date;
}
