import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Payment } from './payment.entity';

@Entity('kwitansi')
export class Receipt {
  @PrimaryColumn('bigint') id: number;
  @Column('text') series: string;
  @Column('int') number: number;
  @Column('text') receiptNumber: string;
  @Column('bigint') paymentId: number;
  @OneToOne(() => Payment) @JoinColumn({ name: 'payment_id' }) payment: Payment;
  @Column('text') token: string;
  @Column('timestamptz') issuedAt: Date;
}

/** The counter of a series: one per bank, channel and business day. */
@Entity('kwitansi_seri')
export class ReceiptSeries {
  @PrimaryColumn('text') series: string;
  @Column('bigint') bankId: number;
  @Column('text') channel: string;
  @Column('date') businessDate: string;
  @Column('int') lastNumber: number;
}
