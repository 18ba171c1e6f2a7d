import type { ApprovalState, WaiverMode } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What two people agreed to forgive of penalties, of which bills and on which days. Its terms never change. */
@Entity('program_pemutihan')
export class WaiverProgramme {
  @PrimaryColumn('bigint') id: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) legalBasis: string | null;
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('date', { nullable: true }) revokedOn: string | null;
  @Column('date') lastDay: string;
  @Column('text') mode: WaiverMode;
  @Column('int', { nullable: true }) basisPoints: number | null;
  @Column('bigint', { nullable: true }) amount: number | null;
  @Column('bigint', { nullable: true }) cap: number | null;
  @Column('text', { array: true, nullable: true }) regionCodes: string[] | null;
  @Column('text', { array: true, nullable: true }) tariffCodes: string[] | null;
  @Column('int', { nullable: true }) minMonthsLate: number | null;
  @Column('int', { nullable: true }) maxMonthsLate: number | null;
  @Column('bigint', { nullable: true }) budget: number | null;
  @Column('text') status: ApprovalState;
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
