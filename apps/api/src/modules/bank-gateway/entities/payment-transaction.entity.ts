import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per authenticated call of a bank, with what was asked and answered. */
@Entity('payment_transaction')
export class PaymentTransaction {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @Column('bigint') keyId: number;
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
}
