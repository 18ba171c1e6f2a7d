import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Staff } from './staff.entity';

/** One log-in on one device. Every access token names its session, so ending the session ends the token at once. */
@Entity('user_session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('bigint') userId: number;
  @ManyToOne(() => Staff)
  @JoinColumn({ name: 'user_id' })
  user: Staff;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('text', { nullable: true }) userAgent: string | null;
  @Column('inet', { nullable: true }) ip: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokedReason: string | null;
}
