import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Region and route a customer's months belonged to before a move; who never moved has none. */
@Entity('riwayat_letak')
export class FormerPlace {
  @PrimaryColumn('bigint') customerId: number;
  @Column('text') fromPeriod: string;
  /** Exclusive. */
  @PrimaryColumn('text') untilPeriod: string;
  @Column('bigint') regionId: number;
  @Column('bigint') routeId: number;
  @Column('timestamptz') movedAt: Date;
  @Column('bigint', { nullable: true }) movedBy: number | null;
}
