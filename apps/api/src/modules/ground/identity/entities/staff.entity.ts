import type { Role } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff who can log in. */
@Entity('pengguna')
export class Staff {
  @PrimaryColumn('bigint') id: number;
  @Column('text') username: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text') role: Role;
  @Column('boolean') active: boolean;
  @Column('boolean') mustChangePassword: boolean;
  @Column('timestamptz', { nullable: true }) lastLoginAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
