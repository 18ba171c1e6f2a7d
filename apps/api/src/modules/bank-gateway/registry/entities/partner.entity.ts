import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Collector } from '../../../ground/collectors';

/** Who sells by API, out of a deposit; its id is its collector's. */
@Entity('mitra')
export class Partner {
  @PrimaryColumn('bigint') id: number;
  @OneToOne(() => Collector) @JoinColumn({ name: 'id' }) collector: Collector;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
  @Column('text', { array: true }) allowedCidrs: string[];
  @Column('int') rateLimitPerSecond: number;
  @Column('int') version: number;
}
