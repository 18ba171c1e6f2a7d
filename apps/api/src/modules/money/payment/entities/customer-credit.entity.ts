import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A movement of a customer's credit; the balance is the sum. */
@Entity('saldo_pelanggan')
export class CustomerCredit {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  @Column('bigint') amount: number;
  @Column('text') reason: string;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('bigint', { nullable: true }) caseId: number | null;
  @Column('bigint') journalId: number;
  @Column('timestamptz') createdAt: Date;
}

/** Money somebody must decide about. */
@Entity('kasus')
export class OpenCase {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: string;
  @Column('text') status: 'OPEN' | 'RESOLVED';
  @Column('bigint', { nullable: true }) customerId: number | null;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('bigint', { nullable: true }) intentId: number | null;
  @Column('text', { nullable: true }) sourceKey: string | null;
  @Column('bigint') amount: number;
  @Column('jsonb') detail: object;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('bigint', { nullable: true }) resolvedBy: number | null;
  @Column('text', { nullable: true }) resolution: string | null;
  @Column('text', { nullable: true }) note: string | null;
}
