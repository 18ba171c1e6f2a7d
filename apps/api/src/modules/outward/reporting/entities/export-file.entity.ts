import type { Role } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a list that somebody asked for: how its writing stands is its run in `job_run`. */
@Entity('berkas_unduhan')
export class ExportFile {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') person_id: number;
  /** Of its run. */
  @Column('text') run_key: string;
  /** The route of the export with its filter, order and format. */
  @Column('text') address: string;
  @Column('text') language: 'id' | 'en';
  /** With its ending. */
  @Column('text') name: string;
  @Column('text') media_type: string;
  @Column('timestamptz') asked_at: Date;
  /** Where it lies in the store of files, or will. */
  @Column('text') file_key: string;
  @Column('bytea', { nullable: true }) file_sha256: Buffer | null;
  @Column('bigint', { nullable: true }) size_bytes: number | null;
  @Column('bigint', { nullable: true }) row_count: number | null;
  /** The role of its owner when it was written, by which some of it may be masked. */
  @Column('text', { nullable: true }) written_for: Role | null;
  /** From then on it is deleted; null until it is whole. */
  @Column('timestamptz', { nullable: true }) expires_at: Date | null;
  /** The report it was made of by its schedule. */
  @Column('bigint', { nullable: true }) saved_report_id: number | null;
  /** The day that schedule came due; null for what somebody asked for. */
  @Column('date', { nullable: true }) due_on: string | null;
}
