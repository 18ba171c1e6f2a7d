import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a partner paid into our account for its deposit. */
@Entity('setoran_mitra')
export class PartnerPayin {
  @PrimaryColumn('bigint') journalId: number;
  @Column('bigint') collectorId: number;
  @Column('bigint') amount: number;
  /** As it stands on the statement of the bank. */
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  /** The journal of the one it takes back. */
  @Column('bigint', { nullable: true }) reversesId: number | null;
  @Column('date') businessDate: string;
}
