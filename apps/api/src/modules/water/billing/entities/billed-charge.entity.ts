import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Charge } from './charge.entity';

/** Which charge a bill is of, how many times, and who asked for it. Append-only. */
@Entity('tagihan_nonair')
export class BilledCharge {
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') chargeId: number;
  @ManyToOne(() => Charge) @JoinColumn({ name: 'charge_id' }) charge: Charge;
  @Column('int') quantity: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') requestId: string;
  @Column('bigint') createdBy: number;
  @Column('timestamptz') createdAt: Date;
}
