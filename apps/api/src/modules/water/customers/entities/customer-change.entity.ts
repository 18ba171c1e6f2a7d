import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Customer } from './customer.entity';

/** One field of a customer that changed, with who, when and why. */
@Entity('riwayat_pelanggan')
export class CustomerChange {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  @ManyToOne(() => Customer)
  @JoinColumn({ name: 'customer_id' })
  customer: Customer;
  @Column('timestamptz') at: Date;
  @Column('bigint', { nullable: true }) changedBy: number | null;
  @Column('text') field: string;
  @Column('text', { nullable: true }) before: string | null;
  @Column('text', { nullable: true }) after: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}
