import type { SettledAccount, StatementKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayState } from '../states';

/** Which postings of a channel settle on a day. */
export interface StoredWindow {
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

/** One day of a bank, supplier or partner, put against its statement. */
@Entity('rekonsiliasi')
export class Reconciliation {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('date') settlementDate: string;
  @Column('text') statement: StatementKind;
  /** What the day is cleared off. */
  @Column('text') account: SettledAccount;
  @Column('text') state: DayState;
  @Column('bigint', { nullable: true }) fileId: number | null;
  /** By which decision of two people no statement comes of it. */
  @Column('bigint', { nullable: true }) absenceId: number | null;
  @Column('jsonb') windows: StoredWindow[];
  /** Movements of our account of that day are in it too. */
  @Column('boolean') ownAccount: boolean;
  /** Its statement is waited for; not, where it lies behind an end and nothing of ours is on it. */
  @Column('boolean') expected: boolean;
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
