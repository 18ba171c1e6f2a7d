import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@tirtapay/domain';

/** How somebody likes to see a list: its filter, order and columns under a name, for themselves or for a role. */
@Entity('tampilan_daftar')
export class ListView {
  @PrimaryColumn('bigint') id: number;
  /** The operation of the list, `listPayments`. */
  @Column('text') list: string;
  @Column('text') name: string;
  @Column('bigint') owner_id: number;
  /** Whose it is besides the owner's; null is only the owner's. */
  @Column('text', { nullable: true }) role: Role | null;
  /** Filter, search and order as the address of the page has them. */
  @Column('text') address: string;
  /** Which columns it shows and how close the rows stand, `hidden=bank&density=dense`. */
  @Column('text') columns: string;
  @Column('timestamptz') changed_at: Date;
  @Column('int') version: number;
}
