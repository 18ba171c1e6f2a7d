import type { FileSource } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a bank settles, from a day on. */
@Entity('ketentuan_setelmen')
export class SettlementAgreement {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('date') validFrom: string;
  @Column('text', { nullable: true }) cutoff: string | null;
  @Column('int', { array: true }) restDays: number[];
  @Column('jsonb') lagDays: Readonly<Record<string, number>>;
  @Column('bigint', { nullable: true }) feePerPayment: number | null;
  @Column('int', { nullable: true }) mdrPpm: number | null;
  @Column('text') source: FileSource;
  /** It keeps our account: its file says what else moved there. */
  @Column('boolean') ownAccount: boolean;
  @Column('bigint', { nullable: true }) madeBy: number | null;
  @Column('timestamptz') madeAt: Date;
  /** NULL for terms from before two people agreed on them. */
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
}
