import type { CorrectedBill, CorrectionCause } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Nota koreksi: the paper of one correction, with each bill before and after. Append-only. */
@Entity('nota_koreksi')
export class CorrectionNote {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  @Column('text') cause: CorrectionCause;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') items: CorrectedBill[];
  @Column('bigint') amount: number;
  @Column('bigint', { nullable: true }) requestedBy: number | null;
  @Column('bigint', { nullable: true }) approvedBy: number | null;
  @Column('timestamptz') createdAt: Date;
}
