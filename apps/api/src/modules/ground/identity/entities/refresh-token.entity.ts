import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity';

/** A refresh token is used once; the chain of successors of one session is its family. Only the hash is kept. */
@Entity('refresh_token')
export class RefreshToken {
  @PrimaryColumn('bigint') id: number;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id' })
  session: Session;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('bigint', { nullable: true }) successorId: number | null;
}
