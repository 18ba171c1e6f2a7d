import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An authenticator app of a member of staff. Rows stay; the secret goes when it is no use any more. */
@Entity('two_step')
export class TwoStep {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') userId: number;
  @Column('text', { nullable: true }) secretEnc: string | null;
  @Column('timestamptz') createdAt: Date;
  /** A first code proved that the app has the secret; until then nothing is asked for. */
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** The interval of the last code that was taken. */
  @Column('bigint') lastStep: number;
}
