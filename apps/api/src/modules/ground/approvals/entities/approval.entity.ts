import type { ApprovalState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something one person asked for and another decides. */
@Entity('persetujuan')
export class Approval {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: string;
  @Column('text') entityType: string;
  @Column('bigint', { nullable: true }) entityId: number | null;
  @Column('text') summary: string;
  @Column('jsonb') payload: Readonly<Record<string, unknown>>;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') status: ApprovalState;
  @Column('bigint') madeBy: number;
  @Column('timestamptz') madeAt: Date;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decisionNote: string | null;
}
