import type { TariffGroup } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Kelompok pelanggan of Permendagri 71/2016. */

/** A category of customers (golongan). What it costs stands in its versions. */
@Entity('tarif')
export class Tariff {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kelompok: TariffGroup;
  @Column('boolean') active: boolean;
  @Column('int') highPercent: number;
  @Column('int') lowPercent: number;
  @Column('int') defaultUsageM3: number;
  @Column('int') version: number;
}
