import type { BusinessDate, Schedule } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report with what it is asked, under a name; with a schedule it comes to its owner by itself. */
@Entity('laporan_tersimpan')
export class SavedReport {
  @PrimaryColumn('bigint') id: number;
  /** Its key. */
  @Column('text') report: string;
  @Column('text') name: string;
  @Column('bigint') owner_id: number;
  @Column('boolean') shared: boolean;
  /** As the address has them; `month-1` is the month before the one it is asked in. */
  @Column('text') parameters: string;
  @Column('text', { nullable: true }) every: Schedule['every'] | null;
  @Column('int', { nullable: true }) on_day: number | null;
  @Column('int', { nullable: true }) at_hour: number | null;
  @Column('text', { nullable: true }) format: 'pdf' | 'xlsx' | 'csv' | null;
  /** Of its files. */
  @Column('text', { nullable: true }) language: 'id' | 'en' | null;
  /** The newest day it came due on that was seen to. */
  @Column('date', { nullable: true }) due_on: BusinessDate | null;
  /** Why it comes no more: a code of the error catalogue. */
  @Column('text', { nullable: true }) stopped_for: string | null;
  @Column('timestamptz') changed_at: Date;
  @Column('int') version: number;
}
