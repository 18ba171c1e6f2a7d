import type {
  CallFinding,
  ItemType,
  MatchBasis,
  ReconciliationAction,
  ReconciliationItemState,
} from '@tirtapay/domain';
import type { DayEvent, DayState } from '../states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which postings of a channel settle on a day. */
export interface StoredWindow {
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

/** One day of one bank, put against its file. */
@Entity('rekonsiliasi')
export class Reconciliation {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('date') settlementDate: string;
  @Column('text') state: DayState;
  @Column('bigint', { nullable: true }) fileId: number | null;
  @Column('jsonb') windows: StoredWindow[];
  @Column('timestamptz', { nullable: true }) runAt: Date | null;
  @Column('bigint', { nullable: true }) runBy: number | null;
  @Column('int', { nullable: true }) ourCount: number | null;
  @Column('bigint', { nullable: true }) ourAmount: number | null;
  @Column('int', { nullable: true }) bankCount: number | null;
  @Column('bigint', { nullable: true }) bankAmount: number | null;
  @Column('bigint', { nullable: true }) received: number | null;
  @Column('bigint', { nullable: true }) charged: number | null;
  @Column('bigint', { nullable: true }) cleared: number | null;
  @Column('bigint', { nullable: true }) claimed: number | null;
  @Column('bigint', { nullable: true }) claimSettled: number | null;
  @Column('int', { nullable: true }) adjustedCount: number | null;
  @Column('int', { nullable: true }) carriedCount: number | null;
  @Column('bigint', { nullable: true }) journalId: number | null;
  @Column('bigint', { nullable: true }) sealSeq: number | null;
  @Column('bytea', { nullable: true }) sealHash: Buffer | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('bigint', { nullable: true }) closedBy: number | null;
}

/** What was found of one payment, one line or one pair of them, and what two people decided about it. */
@Entity('rekonsiliasi_detail')
export class ReconciliationItem {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') reconciliationId: number;
  @Column('text') type: ItemType;
  @Column('text') basis: MatchBasis;
  @Column('text') state: ReconciliationItemState;
  @Column('bigint', { nullable: true }) paymentId: number | null;
  @Column('bigint', { nullable: true }) reversalId: number | null;
  @Column('bigint', { nullable: true }) lineId: number | null;
  @Column('bigint', { nullable: true }) reversalLineId: number | null;
  @Column('bigint', { nullable: true }) postedId: number | null;
  @Column('bigint') ourAmount: number;
  @Column('bigint') bankAmount: number;
  @Column('int2') sen: number;
  @Column('bigint') fee: number;
  @Column('bigint') difference: number;
  @Column('bigint', { array: true }) candidates: number[];
  @Column('text', { nullable: true }) call: CallFinding | null;
  @Column('text', { nullable: true }) action: ReconciliationAction | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) letterNumber: string | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('bigint', { nullable: true }) madeBy: number | null;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('bigint', { nullable: true }) claimId: number | null;
  @Column('bigint') received: number;
  @Column('bigint') charged: number;
  @Column('bigint') cleared: number;
  @Column('bigint') claimed: number;
  @Column('bigint') claimSettled: number;
  @Column('boolean') carried: boolean;
}

/** What happened to a day: a file, a run, its closing, its opening again. */
@Entity('rekonsiliasi_peristiwa')
export class ReconciliationEvent {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') reconciliationId: number;
  @Column('text') kind: DayEvent;
  @Column('jsonb') detail: object;
  @Column('bigint', { nullable: true }) madeBy: number | null;
  @Column('timestamptz') madeAt: Date;
}

/** The days of a bank before its reconciliation began, agreed on together. */
@Entity('rekonsiliasi_awal')
export class OldDays {
  @PrimaryColumn('bigint') collectorId: number;
  @Column('date') through: string;
  @Column('bigint') due: number;
  @Column('bigint') agreed: number;
  @Column('text') letter: string;
  @Column('text') note: string;
  @Column('bigint', { nullable: true }) journalId: number | null;
  @Column('bigint') madeBy: number;
  @Column('bigint') decidedBy: number;
  @Column('timestamptz') madeAt: Date;
}
