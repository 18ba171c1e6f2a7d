import type { BillKind, BillState, BusinessDate } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { IssueRun } from './issue-run.entity';

/** What a customer owes; of water one bill per customer and usage period. Issued bills are corrected, never edited. */
@Entity('tagihan')
export class Bill {
  @PrimaryColumn('bigint') id: number;
  @Column('text') billNumber: string;
  @Column('bigint') customerId: number;
  @Column('text') kind: BillKind;
  @Column('text') period: string;
  @Column('bigint', { nullable: true }) readingId: number | null;
  @Column('bigint', { nullable: true }) tariffVersionId: number | null;
  @Column('bigint', { nullable: true }) tariffId: number | null;
  @Column('int') meterSizeMm: number;
  @Column('int') previousStand: number;
  @Column('int') currentStand: number;
  @Column('int', { name: 'usage_m3' }) usageM3: number;
  @Column('bigint') waterAmount: number;
  @Column('bigint') fixedAmount: number;
  @Column('bigint') otherAmount: number;
  @Column('bigint') principal: number;
  @Column('text') state: BillState;
  @Column('date') dueDate: BusinessDate;
  /** Its penalty stands still now. */
  @Column('boolean') disputed: boolean;
  /** Days it stood still before. */
  @Column('int') penaltyDaysHeld: number;
  /** Of the principal: what bears no penalty. */
  @Column('bigint') penaltyFree: number;
  /** Of an instalment: the month its plan was agreed in, whose rule of penalties it has; null: it was agreed to bear none. */
  @Column('text', { nullable: true }) agreedIn: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  @Column('bigint', { nullable: true }) issueRunId: number | null;
  @ManyToOne(() => IssueRun, { nullable: true })
  @JoinColumn({ name: 'issue_run_id' })
  issueRun: IssueRun | null;
  /** The cancelled bill it was issued in place of. */
  @Column('bigint', { nullable: true }) replacesId: number | null;
  /** Of a month nobody read: the month of the reading that said its usage, with whose run it is issued. */
  @Column('text', { nullable: true }) runPeriod: string | null;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('bigint', { nullable: true }) heldBy: number | null;
  @Column('text', { nullable: true }) heldReason: string | null;
  @Column('bigint', { nullable: true }) paidBy: number | null;
  @Column('timestamptz', { nullable: true }) paidAt: Date | null;
}
