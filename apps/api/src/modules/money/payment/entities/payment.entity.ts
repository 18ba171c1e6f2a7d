import type { PaymentKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A posted payment, the mirror row that reversed one, or credit that paid bills. Written once. */
@Entity('pembayaran')
export class Payment {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: PaymentKind;
  @Column('bigint') collectorId: number;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('bigint', { nullable: true }) reversalOf: number | null;
  @Column('text', { nullable: true }) reversalReference: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('bigint', { nullable: true }) customerId: number | null;
  @Column('text') channel: string;
  @Column('bigint') billAmount: number;
  @Column('bigint') stampDuty: number;
  @Column('bigint') adminFee: number;
  @Column('bigint') amount: number;
  @Column('timestamptz') paidAt: Date;
  @Column('timestamptz') postedAt: Date;
  @Column('date') businessDate: string;
  /** Of cash: the shift of the drawer it was put into, or paid back out of. */
  @Column('bigint', { nullable: true }) shiftId: number | null;
  @Column('text', { nullable: true }) requestId: string | null;
}
