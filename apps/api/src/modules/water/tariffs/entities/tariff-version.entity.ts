import type { MinimumCharge, TariffVersionState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Tariff } from './tariff.entity';

/** The prices of a category from one usage period on, by one decree. Immutable once active. */
@Entity('tarif_versi')
export class TariffVersionRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') tariffId: number;
  @ManyToOne(() => Tariff)
  @JoinColumn({ name: 'tariff_id' })
  tariff: Tariff;
  @Column('int') versionNo: number;
  @Column('text') status: TariffVersionState;
  @Column('text') legalBasis: string;
  @Column('text') validFrom: string;
  @Column('text') minimumKind: MinimumCharge['kind'];
  @Column('bigint') minimumValue: number;
  @Column('boolean') chargeWhenSealed: boolean;
  @Column('bigint', { nullable: true }) createdBy: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null;
}
