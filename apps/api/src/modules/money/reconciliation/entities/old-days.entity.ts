import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The days of a bank before its reconciliation began, agreed on together. */
@Entity('rekonsiliasi_awal')
export class OldDays {
  @PrimaryColumn('bigint') collectorId: number;
  @Column('date') through: string;
  @Column('bigint') due: number;
  @Column('bigint') agreed: number;
  @Column('text') letter: string;
  @Column('text') note: string;
  @Column('bigint', { nullable: true }) journalId: number | null;
  @Column('bigint') madeBy: number;
  @Column('bigint') decidedBy: number;
  @Column('timestamptz') madeAt: Date;
}
