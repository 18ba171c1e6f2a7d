import type { SettlementDirection, SettlementKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
