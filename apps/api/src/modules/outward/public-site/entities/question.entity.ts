import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question asked without a log-in. What was asked and by whom stands in its case, and nowhere else. */
@Entity('pertanyaan')
export class Question {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('bytea') fingerprint: Buffer;
  @Column('timestamptz') askedAt: Date;
}
