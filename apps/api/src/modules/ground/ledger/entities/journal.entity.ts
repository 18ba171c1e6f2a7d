import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDate } from '@tirtapay/domain';

/** One money event in the books. Append-only. */
@Entity('jurnal')
export class Journal {
  @PrimaryColumn('bigint') id: number;
  @Column('text') event: string;
  @Column('text') entityType: string;
  @Column('bigint') entityId: number;
  @Column('date') businessDate: BusinessDate;
  @Column('timestamptz') postedAt: Date;
}
