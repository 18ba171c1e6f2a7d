import type { IssueRunState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Penetapan: drafts of a period become bills. */
@Entity('penetapan')
export class IssueRun {
  @PrimaryColumn('bigint') id: number;
  @Column('text') period: string;
  @Column('bigint', { nullable: true }) regionId: number | null;
  @Column('bigint', { nullable: true }) tariffId: number | null;
  @Column('text') status: IssueRunState;
  @Column('int') total: number;
  @Column('int') issued: number;
  @Column('int') failed: number;
  @Column('int') skipped: number;
  @Column('bigint') amount: number;
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('int') epoch: number;
  @Column('timestamptz') heartbeatAt: Date;
  @Column('jsonb') failures: { bill_number: string; reason: string }[];
}
