import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { LedgerAccount } from './account.entity';
import { Journal } from './journal.entity';

@Entity('jurnal_baris')
export class PostedJournalLine {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') journalId: number;
  @ManyToOne(() => Journal) @JoinColumn({ name: 'journal_id' }) journal: Journal;
  @Column('text') account: string;
  @ManyToOne(() => LedgerAccount) @JoinColumn({ name: 'account' }) ledgerAccount: LedgerAccount;
  @Column('bigint') debit: number;
  @Column('bigint') credit: number;
  @Column('bigint', { nullable: true }) collectorId: number | null;
  @Column('bigint', { nullable: true }) customerId: number | null;
  @Column('bigint', { nullable: true }) billId: number | null;
}
