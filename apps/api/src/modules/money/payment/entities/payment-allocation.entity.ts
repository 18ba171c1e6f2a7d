import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { AllocationKind } from '@tirtapay/domain';
import { Payment } from './payment.entity';

/** Where the money of a payment went. */
@Entity('pembayaran_alokasi')
export class PaymentAllocation {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') paymentId: number;
  @ManyToOne(() => Payment) @JoinColumn({ name: 'payment_id' }) payment: Payment;
  @Column('text') kind: AllocationKind;
  @Column('bigint', { nullable: true }) billId: number | null;
  @Column('bigint') principal: number;
  @Column('bigint') penalty: number;
  @Column('bigint') waived: number;
  @Column('bigint') amount: number;
  @Column('bigint', { nullable: true }) releasedBy: number | null;
}
