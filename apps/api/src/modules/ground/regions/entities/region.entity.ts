import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An area of the utility; its two digits begin every customer number of the area. */
@Entity('wilayah')
export class Region {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
  @Column('int') version: number;
}
