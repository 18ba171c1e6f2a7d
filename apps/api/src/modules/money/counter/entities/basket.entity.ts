import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was sold over the counter in one go; its id was made by the browser. */
@Entity('keranjang_loket')
export class Basket {
  @PrimaryColumn('uuid') id: string;
  @Column('bigint') shiftId: number;
  @Column('text') fingerprint: string;
  @Column('int') waterLines: number;
  @Column('int') saleLines: number;
  @Column('bigint') waterAmount: number;
  @Column('bigint') cashGiven: number;
  @Column('timestamptz') createdAt: Date;
  /** Whoever sells its lines now; nobody else does until then. */
  @Column('timestamptz', { nullable: true }) busyUntil: Date | null;
  @Column('bigint', { nullable: true }) taken: number | null;
  @Column('bigint', { nullable: true }) change: number | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
