import type { CorrectionSettlement } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paid bill worked out again: what that differs by, and the bill that asks for it. */
@Entity('koreksi_tagihan')
export class BillCorrection {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') billId: number;
  /** As the lines of the bill would be. */
  @Column('jsonb') lines: object;
  /** By which it was worked out again; null in rows from before it was kept. */
  @Column('bigint', { nullable: true }) tariffVersionId: number | null;
  /** Signed; below zero in the customer's favour. */
  @Column('bigint') waterAmount: number;
  @Column('bigint') fixedAmount: number;
  /** Of a charge that is no water, which goes back whole, or of a balance that was taken over. */
  @Column('bigint') otherAmount: number;
  @Column('bigint') amount: number;
  /** Penalty its smaller principal would not have borne, below zero; above: what an earlier row gave back too much. */
  @Column('bigint') penaltyAmount: number;
  /** The same of what had been forgiven, with the other sign: it is neither given back nor asked for again. */
  @Column('bigint') excessWaived: number;
  /** CREDIT: the customer's at once. CARRIER: a later bill asks for it. */
  @Column('text') settlement: CorrectionSettlement;
  @Column('bigint', { nullable: true }) noteId: number | null;
  @Column('bigint', { nullable: true }) carrierId: number | null;
  @Column('bigint') journalId: number;
  @Column('text') note: string;
  @Column('bigint', { nullable: true }) requestedBy: number | null;
  @Column('bigint', { nullable: true }) approvedBy: number | null;
  @Column('timestamptz') createdAt: Date;
}
