import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Region } from './region.entity';

/** The round a meter reader walks; digits three to six of the customer number. */
@Entity('rute')
export class Route {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') regionId: number;
  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id' })
  region: Region;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('int') lastSequence: number;
}
