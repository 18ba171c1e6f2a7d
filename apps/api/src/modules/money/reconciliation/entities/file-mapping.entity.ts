import type { SettlementMapping } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
