import type { PurchaseState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PpobProduct, PpobServiceRow, Supplier } from './service.entity';

/** One sale: what was ordered, for how much, and how it ended. */
@Entity('transactions')
export class Sale {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('text', { nullable: true }) refId: string | null;
  @Column('text') fingerprint: string;
  @Column('bigint') serviceId: number;
  @ManyToOne(() => PpobServiceRow) @JoinColumn({ name: 'service_id' }) service: PpobServiceRow;
  @Column('bigint', { nullable: true }) productId: number | null;
  @ManyToOne(() => PpobProduct) @JoinColumn({ name: 'product_id' }) product: PpobProduct | null;
  @Column('bigint', { nullable: true }) supplierId: number | null;
  @ManyToOne(() => Supplier) @JoinColumn({ name: 'supplier_id' }) supplier: Supplier | null;
  @Column('text') supplierRef: string;
  @Column('text') customerName: string;
  @Column('bigint') principal: number;
  @Column('bigint') adminFee: number;
  @Column('bigint', { nullable: true }) cost: number | null;
  @Column('text') status: PurchaseState;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('text', { nullable: true }) code: string | null;
  /** What its supplier is said to have handed over, while a second person has not decided; then it is the code. */
  @Column('text', { nullable: true }) toldCode: string | null;
  @Column('text', { nullable: true }) message: string | null;
  @Column('text', { nullable: true }) answer: string | null;
  /** Of a counter: the shift that took the cash, and the one that paid it back. */
  @Column('bigint', { nullable: true }) shiftId: number | null;
  @Column('bigint', { nullable: true }) handedBackIn: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextCheckAt: Date | null;
  @Column('int') checks: number;
}

/** A step of a sale. */
@Entity('transaction_states')
export class SaleStep {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') transactionId: number;
  @ManyToOne(() => Sale) @JoinColumn({ name: 'transaction_id' }) sale: Sale;
  @Column('text') status: PurchaseState;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) message: string | null;
}
