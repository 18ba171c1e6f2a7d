import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a bill carries as penalty; one row per bill that ever was late. */
@Entity('denda')
export class Penalty {
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') amount: number;
  @Column('bigint') waived: number;
  /** What corrections found to be too much, and gave back: the sum of their rows. */
  @Column('bigint') returned: number;
  /** What they found to be too much, and had been forgiven: never asked for again, with or without a programme. */
  @Column('bigint') excessWaived: number;
  @Column('date') assessedOn: string;
}
