import type { AccountKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The chart of accounts; its rows come from libs/domain/journal with every migration. */
@Entity('akun')
export class LedgerAccount {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: AccountKind;
  /** The only events whose journals may move it; null: any. */
  @Column('text', { array: true, nullable: true }) events: string[] | null;
}
