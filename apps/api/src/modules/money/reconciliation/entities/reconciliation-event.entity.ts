import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayEvent } from '../states';

/** What happened to a day: a file, a run, its closing, its opening again. */
@Entity('rekonsiliasi_peristiwa')
export class ReconciliationEvent {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') reconciliationId: number;
  @Column('text') kind: DayEvent;
  @Column('jsonb') detail: object;
  @Column('bigint', { nullable: true }) madeBy: number | null;
  @Column('timestamptz') madeAt: Date;
}
