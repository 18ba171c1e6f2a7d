import type { Role } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** News for one person or for everybody of a role. Holds facts; the words are made in the reader's language. */
@Entity('notifikasi')
export class Notice {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) role: Role | null;
  @Column('bigint', { nullable: true }) userId: number | null;
  @Column('jsonb') data: Readonly<Record<string, unknown>>;
  @Column('text', { nullable: true }) link: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('text', { nullable: true }) dedupeKey: string | null;
}
