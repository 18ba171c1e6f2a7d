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
