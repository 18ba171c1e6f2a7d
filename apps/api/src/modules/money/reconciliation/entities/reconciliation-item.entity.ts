import type {
  CallFinding,
  ItemType,
  MatchBasis,
  ReconciliationAction,
  ReconciliationItemState,
  StatementKind,
} from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  /** That of its day: one journal may stand on two statements. */
  @Column('text') statement: StatementKind;
  /** The journal of a movement. */
  @Column('bigint', { nullable: true }) movementId: number | null;
  /** The journal that gave back what that one took. */
  @Column('bigint', { nullable: true }) reversalMovementId: number | null;
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
