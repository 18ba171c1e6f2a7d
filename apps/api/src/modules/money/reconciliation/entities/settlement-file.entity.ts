import type { SettlementDirection, SettlementFile, SettlementKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bank's file of a day; a corrected one supersedes it, and both stay. */
@Entity('berkas_rekonsiliasi')
export class StoredFile {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('date') settlementDate: string;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  @Column('jsonb') file: SettlementFile;
  @Column('int') lineCount: number;
  @Column('bigint') creditTotal: number;
  @Column('bigint') debitTotal: number;
  @Column('bigint', { nullable: true }) uploadedBy: number | null;
  @Column('timestamptz') uploadedAt: Date;
  @Column('timestamptz', { nullable: true }) supersededAt: Date | null;
}

/** A movement in a bank's file, with the file's own words. */
@Entity('berkas_rekonsiliasi_baris')
export class StoredLine {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') fileId: number;
  @Column('int') line: number;
  @Column('text') raw: string;
  @Column('date', { nullable: true }) bookedOn: string | null;
  @Column('time', { nullable: true }) bookedAt: string | null;
  @Column('text') direction: SettlementDirection;
  @Column('bigint') amount: number;
  @Column('int2') sen: number;
  @Column('text') kind: SettlementKind;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('text', { nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) vaNumber: string | null;
  @Column('text', { nullable: true }) customerNumber: string | null;
  @Column('text', { nullable: true }) channel: string | null;
  @Column('bigint', { nullable: true }) fee: number | null;
  @Column('bigint', { nullable: true }) gross: number | null;
  @Column('text') text: string;
}
