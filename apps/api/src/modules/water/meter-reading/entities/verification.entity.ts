import type { AnomalyReason, AnomalySeverity, VerificationStep } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Reading } from './reading.entity';

/** What a person decided about a reading, and what the machine had found when they did. Append-only. */
@Entity('verification')
export class Verification {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') readingId: number;
  @ManyToOne(() => Reading) @JoinColumn({ name: 'reading_id' }) reading: Reading;
  @Column('text') decision: VerificationStep;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
  @Column('timestamptz') decidedAt: Date;
  @Column('text') severity: AnomalySeverity;
  @Column('text', { array: true }) reasons: AnomalyReason[];
  @Column('int', { name: 'usage_m3', nullable: true }) usageM3: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) batchId: string | null;
}
