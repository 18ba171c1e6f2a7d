import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the customers of a tariff category use in 30 days, measured once a day; the ceiling of the possible follows it. */
@Entity('pemakaian_golongan')
export class MeasuredCategoryUsage {
  @PrimaryColumn('bigint') tariffId: number;
  @Column('int') readings: number;
  @Column('float8', { name: 'mean_m3' }) meanM3: number;
  @Column('float8', { name: 'top_m3' }) topM3: number;
  @Column('timestamptz') measuredAt: Date;
}
