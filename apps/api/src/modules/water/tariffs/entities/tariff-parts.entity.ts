import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TariffVersionRow } from './tariff-version.entity';

/** A price band of a version. */
@Entity('tarif_blok')
export class TariffBlockRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') versionId: number;
  @ManyToOne(() => TariffVersionRow)
  @JoinColumn({ name: 'version_id' })
  version: TariffVersionRow;
  @Column('int') seq: number;
  @Column('int') lowerM3: number;
  @Column('int', { nullable: true }) upperM3: number | null;
  @Column('bigint') rate: number;
}

/** A monthly charge of a version, for every meter or for one meter size. */
@Entity('tarif_biaya')
export class FixedChargeRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') versionId: number;
  @ManyToOne(() => TariffVersionRow)
  @JoinColumn({ name: 'version_id' })
  version: TariffVersionRow;
  @Column('int') seq: number;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('int', { nullable: true }) meterSizeMm: number | null;
  @Column('bigint') amount: number;
}
