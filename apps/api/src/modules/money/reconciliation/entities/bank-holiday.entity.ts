import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which a bank does not settle. */
@Entity('hari_libur_bank')
export class BankHoliday {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('date') day: string;
  @Column('text') name: string;
  @Column('bigint', { nullable: true }) madeBy: number | null;
}
