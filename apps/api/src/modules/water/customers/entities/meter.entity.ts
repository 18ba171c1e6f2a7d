import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Customer } from './customer.entity';

/** A water meter during its time at one connection. */
@Entity('meter')
export class Meter {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  @ManyToOne(() => Customer)
  @JoinColumn({ name: 'customer_id' })
  customer: Customer;
  @Column('text') serial: string;
  @Column('int') digits: number;
  @Column('int') sizeMm: number;
  @Column('date') installedOn: string;
  /** Of a meter taken over from the system before: when it was put in, where that was known. */
  @Column('date', { nullable: true }) firstInstalledOn: string | null;
  @Column('timestamptz', { nullable: true }) installedAt: Date | null;
  @Column('int') installedStand: number;
  @Column('date', { nullable: true }) removedOn: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('int', { nullable: true }) removedStand: number | null;
  @Column('text', { nullable: true }) removedReason: string | null;
}
