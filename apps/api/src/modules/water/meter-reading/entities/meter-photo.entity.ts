import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The photo taken with a reading; found by the client id, which changes when the meter is read again. */
@Entity('foto_meter')
export class MeterPhoto {
  @PrimaryColumn('uuid') clientId: string;
  @Column('bigint') readingId: number;
  @Column('text') mediaType: string;
  @Column('bytea') sha256: Buffer;
  @Column('bytea') content: Buffer;
  @Column('bigint', { nullable: true }) storedBy: number | null;
  @Column('timestamptz') storedAt: Date;
}
