import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lets a person in once, to choose a password. Only the hash of the code is kept; its halves until they are shown. */
@Entity('kode_sekali')
export class OneTimeCodeRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') userId: number;
  @Column('bytea') codeHash: Buffer;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('boolean') asksName: boolean;
  @Column('text', { nullable: true }) makerHalfEnc: string | null;
  @Column('text', { nullable: true }) checkerHalfEnc: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) redeemedAt: Date | null;
  @Column('timestamptz', { nullable: true }) voidedAt: Date | null;
}
