import type { BillState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { IssueRun } from './issue-run.entity';

/** One bill per customer and usage period. Issued bills are corrected, never edited. */
@Entity('tagihan')
export class Bill {
  @PrimaryColumn('bigint') id: number;
  @Column('text') billNumber: string;
  @Column('bigint') customerId: number;
  @Column('text') period: string;
  @Column('bigint') readingId: number;
  @Column('bigint') tariffVersionId: number;
  @Column('int') meterSizeMm: number;
  @Column('int') previousStand: number;
  @Column('int') currentStand: number;
  @Column('int', { name: 'usage_m3' }) usageM3: number;
  @Column('bigint') waterAmount: number;
  @Column('bigint') fixedAmount: number;
  @Column('bigint') principal: number;
  @Column('text') state: BillState;
  @Column('date') dueDate: string;
  @Column('boolean') disputed: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  @Column('bigint', { nullable: true }) issueRunId: number | null;
  @ManyToOne(() => IssueRun, { nullable: true })
  @JoinColumn({ name: 'issue_run_id' })
  issueRun: IssueRun | null;
  @Column('bigint', { nullable: true }) paidBy: number | null;
  @Column('timestamptz', { nullable: true }) paidAt: Date | null;
}
