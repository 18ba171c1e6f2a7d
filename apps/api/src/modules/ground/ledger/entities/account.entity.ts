import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The chart of accounts; its rows come from libs/domain/journal with every migration. */
@Entity('akun')
export class LedgerAccount {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: 'ASSET' | 'LIABILITY' | 'REVENUE' | 'CONTRA_REVENUE';
}
