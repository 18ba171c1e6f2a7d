import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The photo taken with a reading; found by the client id, which changes when the meter is read again. */
@Entity('foto_meter')
export class MeterPhoto {
  @PrimaryColumn('uuid') clientId: string;
  @Column('bigint') readingId: number;
  @Column('text') mediaType: string;
  /** Of the bytes received: the same photo sent again is known by it. */
  @Column('bytea') sha256: Buffer;
  /** Until it is moved to the store of files; null from then on. */
  @Column('bytea', { nullable: true }) content: Buffer | null;
  /** Where it lies in the store of files; null while it is kept here. */
  @Column('text', { nullable: true }) fileKey: string | null;
  /** Of the file, which is checked against it each time it is read. */
  @Column('bytea', { nullable: true }) fileSha256: Buffer | null;
  @Column('int', { nullable: true }) sizeBytes: number | null;
  /** The content is a picture drawn anew, and nothing else. */
  @Column('boolean') redrawn: boolean;
  @Column('bigint', { nullable: true }) storedBy: number | null;
  @Column('timestamptz') storedAt: Date;
}
