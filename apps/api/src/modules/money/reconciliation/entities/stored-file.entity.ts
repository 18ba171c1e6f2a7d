import type { SettlementFile } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bank's file of a day; a corrected one supersedes it, and so does another reading of the same bytes. All stay. */
@Entity('berkas_rekonsiliasi')
export class StoredFile {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('date') settlementDate: string;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  @Column('jsonb') file: SettlementFile;
  /** What a person said of its columns, beside the mapping; empty: nothing. */
  @Column('text') answers: string;
  @Column('int') lineCount: number;
  @Column('bigint') creditTotal: number;
  @Column('bigint') debitTotal: number;
  @Column('bigint', { nullable: true }) uploadedBy: number | null;
  @Column('timestamptz') uploadedAt: Date;
  @Column('timestamptz', { nullable: true }) supersededAt: Date | null;
}
