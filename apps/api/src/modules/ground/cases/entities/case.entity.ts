import type { CaseState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a person must decide about: money, a call, a notification. */
@Entity('kasus')
export class Case {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: string;
  @Column('text') status: CaseState;
  @Column('bigint', { nullable: true }) customerId: number | null;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('bigint', { nullable: true }) intentId: number | null;
  @Column('text', { nullable: true }) sourceKey: string | null;
  /** The table of what it is about, from the key. */
  @Column('text', { nullable: true }) subjectType: string | null;
  @Column('bigint', { nullable: true }) subjectId: number | null;
  @Column('bigint') amount: number;
  @Column('jsonb') detail: object;
  @Column('timestamptz') openedAt: Date;
  /** Of a case that is decided: never. */
  @Column('timestamptz') dueAt: Date;
  @Column('bigint', { nullable: true }) assignedTo: number | null;
  @Column('timestamptz', { nullable: true }) assignedAt: Date | null;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('bigint', { nullable: true }) resolvedBy: number | null;
  @Column('text', { nullable: true }) resolution: string | null;
  @Column('text', { nullable: true }) note: string | null;
}
