import type { BusinessDate } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reader is sent to a meter whose bill is doubted. */
@Entity('periksa_meter')
export class MeterCheck {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') customerId: number;
  /** What the reader is told. */
  @Column('text') instruction: string;
  @Column('bigint') orderedBy: number;
  @Column('timestamptz') orderedAt: Date;
  @Column('date') dueOn: BusinessDate;
  /** Nobody needs it any more. */
  @Column('timestamptz', { nullable: true }) droppedAt: Date | null;
  /** Who took it back; null where the doubt itself ended. */
  @Column('bigint', { nullable: true }) droppedBy: number | null;
  @Column('text', { nullable: true }) droppedReason: string | null;
  /** What the meter showed. */
  @Column('int', { nullable: true }) stand: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('bigint', { nullable: true }) seenBy: number | null;
  @Column('timestamptz', { nullable: true }) seenAt: Date | null;
  @Column('text', { nullable: true }) mediaType: string | null;
  /** Of the bytes received: the same photo sent again is known by it. */
  @Column('bytea', { nullable: true }) sha256: Buffer | null;
  @Column('text', { nullable: true }) fileKey: string | null;
  /** Of the file, which is checked against it each time it is read. */
  @Column('bytea', { nullable: true }) fileSha256: Buffer | null;
  @Column('int', { nullable: true }) sizeBytes: number | null;
}
