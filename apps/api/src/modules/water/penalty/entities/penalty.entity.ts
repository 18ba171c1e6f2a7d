import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a bill carries as penalty; one row per bill that ever was late. */
@Entity('denda')
export class Penalty {
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') amount: number;
  @Column('bigint') waived: number;
  @Column('date') assessedOn: string;
}
