import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The photo taken with a reading; found by the client id, which changes when the meter is read again. */
@Entity('foto_meter')
export class MeterPhoto {
  @PrimaryColumn('uuid') clientId: string;
  @Column('bigint') readingId: number;
  @Column('text') mediaType: string;
  /** Of the bytes received: the same photo sent again is known by it. */
  @Column('bytea') sha256: Buffer;
  @Column('bytea') content: Buffer;
  /** The content is a picture drawn anew, and nothing else. */
  @Column('boolean') redrawn: boolean;
  @Column('bigint', { nullable: true }) storedBy: number | null;
  @Column('timestamptz') storedAt: Date;
}
