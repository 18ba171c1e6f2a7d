import type {
  AnomalyReason,
  AnomalySeverity,
  ConditionCode,
  EstimateBasis,
  StoredReadingMethod,
  ReadingState,
} from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading per customer and usage period. Locked once verified. */
@Entity('meter_reading')
export class Reading {
  @PrimaryColumn('bigint') id: number;
  @Column('uuid') clientId: string;
  @Column('bigint') customerId: number;
  @Column('bigint') meterId: number;
  @Column('text') period: string;
  @Column('int') previousStand: number;
  @Column('int') currentStand: number;
  @Column('int', { name: 'usage_m3' }) usageM3: number;
  @Column('int', { name: 'overestimated_m3' }) overestimatedM3: number;
  @Column('int', { name: 'ceiling_m3', nullable: true }) ceilingM3: number | null;
  @Column('int') days: number;
  @Column('text') method: StoredReadingMethod;
  @Column('text', { nullable: true }) estimateBasis: EstimateBasis | null;
  @Column('text') conditionCode: ConditionCode;
  @Column('boolean') rollover: boolean;
  @Column('bigint', { nullable: true }) replacedMeterId: number | null;
  @Column('text') severity: AnomalySeverity;
  @Column('text', { array: true }) reasons: AnomalyReason[];
  @Column('text') status: ReadingState;
  @Column('timestamptz') readAt: Date;
  @Column('timestamptz', { nullable: true }) receivedAt: Date | null;
  @Column('bigint', { nullable: true }) readBy: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
  /** The row it took the place of. */
  @Column('bigint', { nullable: true }) replacesId: number | null;
  /** The stands of the exchange that the row before was counted over, as they were written down then. */
  @Column('int', { nullable: true }) formerRemovedStand: number | null;
  @Column('int', { nullable: true }) formerInstalledStand: number | null;
  /** The true reading a month nobody read was spread from. */
  @Column('bigint', { nullable: true }) settledBy: number | null;
}
