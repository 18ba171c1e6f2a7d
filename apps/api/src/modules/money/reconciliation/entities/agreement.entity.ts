import type { SettlementMapping } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a bank settles, from a day on. */
@Entity('ketentuan_setelmen')
export class SettlementAgreement {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('date') validFrom: string;
  @Column('text', { nullable: true }) cutoff: string | null;
  @Column('int', { array: true }) restDays: number[];
  @Column('jsonb') lagDays: Readonly<Record<string, number>>;
  @Column('bigint', { nullable: true }) feePerPayment: number | null;
  @Column('int', { nullable: true }) mdrPpm: number | null;
  @Column('bigint', { nullable: true }) madeBy: number | null;
  @Column('timestamptz') madeAt: Date;
}

/** A day on which a bank does not settle. */
@Entity('hari_libur_bank')
export class BankHoliday {
  @PrimaryColumn('bigint') collectorId: number;
  @PrimaryColumn('date') day: string;
  @Column('text') name: string;
  @Column('bigint', { nullable: true }) madeBy: number | null;
}

/** How the columns of a bank's file are read. */
@Entity('pemetaan_berkas')
export class FileMapping {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') collectorId: number;
  @Column('text') name: string;
  @Column('int') version: number;
  @Column('jsonb') mapping: SettlementMapping;
  @Column('bigint') madeBy: number;
  @Column('timestamptz') madeAt: Date;
}
