import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankProtocol, CertificationState } from '@tirtapay/domain';
import type { RefusalProblem, ScenarioResult } from '../certification/scenario';

/** One watch over a bank: from its start until every scenario was seen, somebody ended it, or its time was up. */
@Entity('certification_run')
export class CertificationRun {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') bankId: number;
  @Column('text') status: CertificationState;
  @Column('jsonb') scenarios: readonly ScenarioResult[];
  @Column('bigint', { nullable: true }) keyId: number | null;
  @Column('bigint', { nullable: true }) startedBy: number | null;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** A refused call of a bank under certification. */
@Entity('certification_refusal')
export class CertificationRefusal {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') runId: number;
  @Column('timestamptz') seenAt: Date;
  @Column('text') protocol: BankProtocol;
  @Column('text') method: string;
  @Column('text') path: string;
  @Column('text', { nullable: true }) requestId: string | null;
  @Column('int') httpStatus: number;
  @Column('jsonb') problems: readonly RefusalProblem[];
}
