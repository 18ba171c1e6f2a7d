import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Customer } from './customer.entity';

/** How an older system wrote the number, e.g. `PDAM123456`; filled at import, in capitals. */
@Entity('pelanggan_alias')
export class CustomerAlias {
  @PrimaryColumn('text') alias: string;
  @Column('bigint') customerId: number;
  @ManyToOne(() => Customer)
  @JoinColumn({ name: 'customer_id' })
  customer: Customer;
}
