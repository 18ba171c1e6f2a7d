import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import type { ReceiptForm } from '@tirtapay/domain';
import { Payment } from './payment.entity';

@Entity('kwitansi')
export class Receipt {
  @PrimaryColumn('bigint') id: number;
  @Column('text') series: string;
  @Column('int') number: number;
  @Column('text') receiptNumber: string;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @OneToOne(() => Payment) @JoinColumn({ name: 'payment_id' }) payment: Payment | null;
  /** Of a sale of others' products, in place of a payment. */
  @Column('bigint', { nullable: true }) saleId: number | null;
  @Column('text') token: string;
  @Column('timestamptz') issuedAt: Date;
}

/** One printed form of a receipt; copy 0 is the original. */
@Entity('kwitansi_cetak')
export class ReceiptPrint {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') receiptId: number;
  @ManyToOne(() => Receipt) @JoinColumn({ name: 'receipt_id' }) receipt: Receipt;
  @Column('int') copyNumber: number;
  @Column('text') form: ReceiptForm;
  @Column('text') actorKind: string;
  @Column('bigint', { nullable: true }) actorId: number | null;
  @Column('timestamptz') printedAt: Date;
  @Column('date') businessDate: string;
}

/** The counter of a series: one per bank, channel and business day. */
@Entity('kwitansi_seri')
export class ReceiptSeries {
  @PrimaryColumn('text') series: string;
  @Column('bigint') collectorId: number;
  @Column('text') channel: string;
  @Column('date') businessDate: string;
  @Column('int') lastNumber: number;
}
