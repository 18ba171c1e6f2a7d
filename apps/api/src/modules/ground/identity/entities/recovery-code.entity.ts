import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stands in once for a code of the app. Only its hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') userId: number;
  @Column('bytea') codeHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
}
