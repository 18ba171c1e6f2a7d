import type { SupplierAccount, SupplierMovementKind } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Supplier } from './service.entity';

/** What moved our deposit at a supplier or what we owe it. */
@Entity('mutasi_pemasok')
export class SupplierMovement {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') supplierId: number;
  @ManyToOne(() => Supplier) @JoinColumn({ name: 'supplier_id' }) supplier: Supplier;
  @Column('text') account: SupplierAccount;
  @Column('text') kind: SupplierMovementKind;
  @Column('bigint') amount: number;
  @Column('bigint') journalId: number;
  @Column('bigint', { nullable: true }) saleId: number | null;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('bigint', { nullable: true }) reversesId: number | null;
  @Column('date') businessDate: string;
  @Column('timestamptz') at: Date;
}
