import type { BusinessDate, DisputeReason, DisputeSource, DisputeState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer doubts a bill. */
@Entity('keberatan')
export class Dispute {
  @PrimaryColumn('bigint') id: number;
  @Column('text') ticketNumber: string;
  @Column('bigint') customerId: number;
  @Column('bigint') billId: number;
  @Column('text') source: DisputeSource;
  @Column('text') reason: DisputeReason;
  @Column('text') statement: string;
  @Column('text') state: DisputeState;
  @Column('timestamptz') openedAt: Date;
  @Column('bigint', { nullable: true }) openedBy: number | null;
  @Column('date') answerBy: BusinessDate;
  /** The first day on which its penalty goes on unanswered; null: when it is answered. */
  @Column('date', { nullable: true }) holdLapsesOn: BusinessDate | null;
  /** The day it went on. */
  @Column('date', { nullable: true }) holdLapsedOn: BusinessDate | null;
  /** The reader that was sent to the meter, the latest one. */
  @Column('bigint', { nullable: true }) checkId: number | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** What the customer reads when nothing was found. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('bigint', { nullable: true }) noteId: number | null;
  /** For how many days the penalty stood still. */
  @Column('int', { nullable: true }) daysHeld: number | null;
}
