import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Collector } from './collector.entity';

/** What a partner has paid in and not sold yet. */
@Entity('deposit_mitra')
export class PartnerDeposit {
  @PrimaryColumn('bigint') collectorId: number;
  @OneToOne(() => Collector) @JoinColumn({ name: 'collector_id' }) collector: Collector;
  @Column('bigint') balance: number;
  @Column('bigint') lowBalance: number;
  @Column('timestamptz', { nullable: true }) lowSince: Date | null;
}
