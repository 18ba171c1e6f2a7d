import type { SupplierTerms } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** One of the twelve services of the specification. */
@Entity('services')
export class PpobServiceRow {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('bigint') adminFee: number;
  @Column('boolean') active: boolean;
  @Column('int') version: number;
}

/** A line of the price list; without a price the principal comes from the supplier's inquiry. */
@Entity('ppob_produk')
export class PpobProduct {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') serviceId: number;
  @ManyToOne(() => PpobServiceRow) @JoinColumn({ name: 'service_id' }) service: PpobServiceRow;
  @Column('text') variant: string;
  @Column('bigint', { nullable: true }) price: number | null;
  @Column('bigint', { nullable: true }) cost: number | null;
  @Column('text') sku: string;
  @Column('timestamptz') effectiveFrom: Date;
  @Column('timestamptz', { nullable: true }) effectiveTo: Date | null;
  @Column('bigint', { nullable: true }) approvalId: number | null;
}

/** Who delivers what we sell. */
@Entity('penyedia')
export class Supplier {
  @PrimaryColumn('bigint') id: number;
  /** Under which its statement is reconciled; the database makes it with the supplier. */
  @Column('bigint') collectorId: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') baseUrl: string;
  @Column('text') username: string;
  @Column('text') apiKeyEnc: string;
  @Column('text') callbackSecretEnc: string;
  @Column('boolean') active: boolean;
  @Column('text') terms: SupplierTerms;
  @Column('bigint') lowBalance: number;
  @Column('timestamptz', { nullable: true }) lowSince: Date | null;
  @Column('bigint', { nullable: true }) toldBalance: number | null;
  @Column('bigint', { nullable: true }) toldGap: number | null;
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
  @Column('int') version: number;
}
