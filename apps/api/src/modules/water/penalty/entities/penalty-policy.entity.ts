import type { ApprovalState, PenalisedKind, PenaltyMode } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('kebijakan_denda')
export class PenaltyPolicyRow {
  @PrimaryColumn('bigint') id: number;
  @Column('text') name: string;
  @Column('text') validFrom: string;
  @Column('text', { nullable: true }) validTo: string | null;
  @Column('text') mode: PenaltyMode;
  @Column('bigint', { nullable: true }) amount: number | null;
  @Column('jsonb', { nullable: true }) tiers: { fromMonth: number; amount: number }[] | null;
  @Column('int', { nullable: true }) basisPoints: number | null;
  @Column('boolean') perMonth: boolean;
  @Column('int') graceDays: number;
  @Column('bigint', { nullable: true }) cap: number | null;
  @Column('text', { array: true, nullable: true }) tariffCodes: string[] | null;
  /** What it is about: WATER (balances taken over as well), INSTALMENT. */
  @Column('text', { array: true }) kinds: PenalisedKind[];
  @Column('text', { nullable: true }) legalBasis: string | null;
  @Column('boolean') active: boolean;
  @Column('text') status: ApprovalState;
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
