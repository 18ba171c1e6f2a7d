import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Payment } from './payment.entity';

/** Where the money of a payment went. */
@Entity('pembayaran_alokasi')
export class PaymentAllocation {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') paymentId: number;
  @ManyToOne(() => Payment) @JoinColumn({ name: 'payment_id' }) payment: Payment;
  @Column('text') kind: 'BILL' | 'STAMP_DUTY' | 'CREDIT' | 'SUSPENSE';
  @Column('bigint', { nullable: true }) billId: number | null;
  @Column('bigint') principal: number;
  @Column('bigint') penalty: number;
  @Column('bigint') waived: number;
  @Column('bigint') amount: number;
  @Column('bigint', { nullable: true }) releasedBy: number | null;
}
