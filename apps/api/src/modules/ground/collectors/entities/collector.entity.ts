import type { CollectorKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who takes money, and suppliers, whose statements are reconciled as well. A bank is `bank_integration` under the same id. */
@Entity('penerima')
export class Collector {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: CollectorKind;
  /** How its receipt numbers begin. */
  @Column('text') series: string;
  @Column('text') name: string;
  /** Its clearing account. */
  @Column('text') account: string;
  @Column('bigint') adminFee: number;
  /** The last journal before the clearing account. */
  @Column('bigint') clearedAfter: number;
}
