import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StoredSigner {
  /** `Mengetahui`, `Dibuat oleh`. */
  readonly heading: string;
  readonly name: string;
  readonly title: string;
  readonly nik: string;
  readonly shown: boolean;
}

/** What stands above and below the reports that are printed. */
@Entity('kop_laporan')
export class ReportLetterhead {
  /** The key of a report, or `all`. */
  @PrimaryColumn('text') report: string;
  /** Further lines under the name of the utility. */
  @Column('text', { array: true }) headLines: string[];
  /** Where it is signed; empty for nowhere. */
  @Column('text') place: string;
  @Column('jsonb') signers: readonly StoredSigner[];
  @Column('bigint', { nullable: true }) changedBy: number | null;
  @Column('timestamptz') changedAt: Date;
  @Column('int') version: number;
}
