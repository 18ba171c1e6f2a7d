import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where a bill is paid by hand. */
@Entity('titik_bayar')
export class PayPoint {
  @PrimaryColumn('bigint') id: number;
  /** null: the utility's own. */
  @Column('bigint', { nullable: true }) bankId: number | null;
  @Column('bigint') regionId: number;
  @Column('text') name: string;
  @Column('text') address: string;
  @Column('text') hours: string;
  @Column('text', { nullable: true }) phone: string | null;
  /** `-3.992951, 122.518959` */
  @Column('text', { nullable: true }) coordinates: string | null;
  @Column('boolean') active: boolean;
  @Column('int') version: number;
}
