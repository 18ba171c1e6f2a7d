import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a customer comes on the walk of a route; those without a place come after, by number. */
@Entity('urutan_rute')
export class RoundPosition {
  @PrimaryColumn('bigint') customerId: number;
  @Column('bigint') routeId: number;
  @Column('int') position: number;
}
