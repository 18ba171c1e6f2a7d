import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What two people agreed on about the end of a reconciliation: that it ends after a day, or is begun again after it. */
@Entity('rekonsiliasi_akhir')
export class StatementEnding {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('date') lastDay: string;
  @Column('date', { nullable: true }) resumesOn: string | null;
  @Column('text') reason: string;
  @Column('bigint') approvalId: number;
  @Column('bigint') madeBy: number;
  @Column('bigint') decidedBy: number;
  @Column('timestamptz') decidedAt: Date;
}
