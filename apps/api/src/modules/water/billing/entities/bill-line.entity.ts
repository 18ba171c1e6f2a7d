import type { StoredBillLineKind } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Bill } from './bill.entity';

/** A line of a bill with its formula, so that anyone can recompute the bill. Append-only. */
@Entity('tagihan_rincian')
export class StoredBillLine {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') billId: number;
  @ManyToOne(() => Bill) @JoinColumn({ name: 'bill_id' }) bill: Bill;
  @Column('int') seq: number;
  @Column('text') kind: StoredBillLineKind;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('int') quantity: number;
  @Column('text') unit: 'm3' | 'bulan' | 'kali';
  @Column('bigint') rate: number;
  @Column('bigint') amount: number;
  @Column('text') formula: string;
}
