import type { BusinessDate } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For how long one bill keeps what a programme promised it, after its payment in time was taken back by us. Append-only. */
@Entity('pemutihan_perpanjangan')
export class KeptPromise {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') programmeId: number;
  @Column('bigint') billId: number;
  @Column('date') untilDay: BusinessDate;
  @Column('timestamptz') createdAt: Date;
}
