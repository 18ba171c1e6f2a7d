import type { CustomerState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Region, Route } from '../../../ground/regions';
import { Tariff } from '../../tariffs';

/** A connection and the person who answers for it. */
@Entity('pelanggan')
export class Customer {
  @PrimaryColumn('bigint') id: number;
  @Column('text') customerNumber: string;
  @Column('text') name: string;
  @Column('text') address: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  /** Envelope; bound to this row, see Vault. */
  @Column('text', { nullable: true }) nikEncrypted: string | null;
  @Column('bytea', { nullable: true }) nikIndex: Buffer | null;
  @Column('bigint') regionId: number;
  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id' })
  region: Region;
  @Column('bigint') routeId: number;
  @ManyToOne(() => Route)
  @JoinColumn({ name: 'route_id' })
  route: Route;
  @Column('bigint') tariffId: number;
  @ManyToOne(() => Tariff)
  @JoinColumn({ name: 'tariff_id' })
  tariff: Tariff;
  @Column('text') state: CustomerState;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null;
  @Column('int') version: number;
}
