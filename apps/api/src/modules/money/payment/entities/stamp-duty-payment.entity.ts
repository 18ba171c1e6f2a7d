import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stamp duty handed over to the state, or such a payment taken back. */
@Entity('setoran_meterai')
export class StampDutyPayment {
  @PrimaryColumn('bigint') id: number;
  /** What left our bank account; below zero it takes another one back. */
  @Column('bigint') amount: number;
  /** As it stands on the statement of the bank. */
  @Column('text') bankReference: string;
  @Column('bigint') journalId: number;
  @Column('bigint') approvalId: number;
  @Column('bigint', { nullable: true }) reversesId: number | null;
  @Column('date') businessDate: string;
  @Column('timestamptz') at: Date;
}
