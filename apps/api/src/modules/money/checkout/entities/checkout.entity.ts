import type { CheckoutMethod, CheckoutState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** A checkout: these bills for this amount through one bank and method, until it expires. */
@Entity('niat_bayar')
export class Checkout {
  @PrimaryColumn('bigint') id: number;
  @Column('text') token: string;
  @Column('bigint') customerId: number;
  @Column('bigint') bankId: number;
  @Column('text') method: CheckoutMethod;
  @Column('bigint', { array: true }) billIds: number[];
  @Column('bigint') billAmount: number;
  @Column('bigint') stampDuty: number;
  @Column('bigint') adminFee: number;
  @Column('bigint') amount: number;
  @Column('text') status: CheckoutState;
  @Column('text', { nullable: true }) closedReason: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  /** Its money named it; not, where it only paid the same bills through the same bank. Null: not paid, or nobody wrote it down. */
  @Column('boolean', { nullable: true }) paymentNamed: boolean | null;
  @Column('timestamptz', { nullable: true }) nextCheckAt: Date | null;
  @Column('int') checks: number;
  /** Paid by the customer's own phone at a counter: the shift that lists it. */
  @Column('bigint', { nullable: true }) shiftId: number | null;
}

/** The virtual account of a checkout, and how it stands at the bank. */
@Entity('va_transaction')
export class VaTransaction {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') intentId: number;
  @OneToOne(() => Checkout) @JoinColumn({ name: 'intent_id' }) checkout: Checkout;
  @Column('bigint') bankId: number;
  @Column('text') trxId: string;
  @Column('text') partnerServiceId: string;
  @Column('text') customerNo: string;
  @Column('text') virtualAccountNumber: string;
  @Column('text') bankState: string;
  @Column('timestamptz') createdAt: Date;
}

/** The QRIS code of a checkout, and how it stands at the bank. */
@Entity('qris_transaction')
export class QrisTransaction {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') intentId: number;
  @OneToOne(() => Checkout) @JoinColumn({ name: 'intent_id' }) checkout: Checkout;
  @Column('bigint') bankId: number;
  @Column('text') partnerReferenceNo: string;
  @Column('text', { nullable: true }) referenceNo: string | null;
  @Column('text', { nullable: true }) payload: string | null;
  @Column('text', { nullable: true }) merchantName: string | null;
  @Column('text', { nullable: true }) nmid: string | null;
  @Column('text') bankState: string;
  @Column('timestamptz') createdAt: Date;
}
