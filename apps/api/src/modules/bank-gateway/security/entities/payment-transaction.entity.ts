import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per authenticated call of a bank (native key or SNAP partner), with what was asked and answered. */
@Entity('payment_transaction')
export class PaymentTransaction {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @Column('bigint', { nullable: true }) keyId: number | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('text') method: string;
  @Column('text') requestTarget: string;
  @Column('text') requestId: string;
  @Column('text') requestTimestamp: string;
  @Column('inet', { nullable: true }) ip: string | null;
  @Column('int') httpStatus: number;
  @Column('text', { nullable: true }) code: string | null;
  @Column('boolean') replayed: boolean;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('int') latencyUs: number;
  @Column('text', { nullable: true }) requestBody: string | null;
  @Column('text', { nullable: true }) responseBody: string | null;
  @Column('bigint', { nullable: true }) snapPartnerId: number | null;
  @Column('text', { nullable: true }) stringToSign: string | null;
}
