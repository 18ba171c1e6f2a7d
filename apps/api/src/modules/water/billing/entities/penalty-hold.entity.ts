import type { BusinessDate } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days for which the penalty of a bill stands still. */
@Entity('penahanan_denda')
export class PenaltyHold {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') billId: number;
  @Column('date') fromDay: BusinessDate;
  /** The first day that counts again; null while it lasts. */
  @Column('date', { nullable: true }) untilDay: BusinessDate | null;
}
