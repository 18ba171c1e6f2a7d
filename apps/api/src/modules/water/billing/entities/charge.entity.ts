import type { ApprovalState } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A price two people agreed on for something that is no water. Never changed: another price is another row. */
@Entity('biaya_nonair')
export class Charge {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('bigint') price: number;
  @Column('text', { nullable: true }) legalBasis: string | null;
  @Column('text') status: ApprovalState;
  @Column('boolean') active: boolean;
  @Column('bigint') createdBy: number;
  @Column('timestamptz') createdAt: Date;
}
