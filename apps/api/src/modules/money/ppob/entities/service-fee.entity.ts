import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PpobServiceRow } from './service.entity';

/** What we take for a service, from when to when. */
@Entity('ppob_biaya')
export class ServiceFee {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') serviceId: number;
  @ManyToOne(() => PpobServiceRow) @JoinColumn({ name: 'service_id' }) service: PpobServiceRow;
  @Column('bigint') adminFee: number;
  @Column('timestamptz') effectiveFrom: Date;
  @Column('timestamptz', { nullable: true }) effectiveTo: Date | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
}
