import { ApiProperty } from '@nestjs/swagger';
import {
  CONDITION_CODES,
  STORED_READING_METHODS,
  type AnomalyReason,
  type AnomalySeverity,
  type ConditionCode,
  type StoredReadingMethod,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { MeterChangeDto } from './meter-change.dto';

export const SEVERITIES = ['OK', 'WARNING', 'ERROR'] as const;
export const READING_DECISIONS = ['VERIFY', 'REREAD', 'LOOKED'] as const;
export const READING_STATUSES = ['RECORDED', 'REREAD', 'VERIFIED'] as const;
export const ANOMALY_REASONS = [
  'HIGH',
  'LOW',
  'ZERO_TWICE',
  'NEGATIVE',
  'ESTIMATED_STREAK',
  'JUMP_FROM_ZERO',
  'PREVIOUS_UNRESOLVED',
  'SAME_PHOTO',
  'ABOVE_METER_LIMIT',
  'ABOVE_CATEGORY_LIMIT',
  'READ_LONG_AGO',
  'BELOW_ESTIMATE',
] as const satisfies readonly AnomalyReason[];

export class ReadingCustomerDto {
  @ApiProperty() id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() tariff_code: string;
}

export class ReadingPersonDto {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
}

export class ReadingVerificationDto {
  @ApiProperty({
    enum: READING_DECISIONS,
    description: 'LOOKED: the first of two people found a usage beyond belief to be right',
  })
  decision: (typeof READING_DECISIONS)[number];
  @ApiProperty({ type: ReadingPersonDto, nullable: true }) decided_by: ReadingPersonDto | null;
  @ApiProperty({ format: 'date-time' }) decided_at: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class ReadingDto {
  @ApiProperty() id: number;
  @ApiProperty({ type: ReadingCustomerDto }) customer: ReadingCustomerDto;
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty({ description: 'm³' }) previous_stand: number;
  @ApiProperty({ description: 'm³; for an estimate the stand the meter is assumed to show' })
  current_stand: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty({
    type: 'integer',
    description: 'm³ that estimates have billed beyond this true stand; kept until it is settled',
  })
  overestimated_m3: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'm³ above which two people look before it is billed; null for readings from before it was kept',
  })
  ceiling_m3: number | null;
  @ApiProperty({
    type: MeterChangeDto,
    nullable: true,
    description: 'Counted over an exchange: the stands of the old meter and of the new one',
  })
  meter_change: MeterChangeDto | null;
  @ApiProperty({ description: 'The meter that was read' }) meter_serial: string;
  @ApiProperty({ enum: STORED_READING_METHODS, description: 'NONE: sealed all month, fixed charges only' })
  method: StoredReadingMethod;
  @ApiProperty({ enum: CONDITION_CODES }) condition_code: ConditionCode;
  @ApiProperty() rollover: boolean;
  @ApiProperty({ enum: SEVERITIES }) severity: AnomalySeverity;
  @ApiProperty({ enum: ANOMALY_REASONS, isArray: true }) reasons: AnomalyReason[];
  @ApiProperty({ enum: READING_STATUSES }) status: (typeof READING_STATUSES)[number];
  @ApiProperty({ format: 'date-time', description: 'By the clock of the reader’s device' }) read_at: string;
  @ApiProperty({ format: 'date-time', description: 'By the clock of the server' }) received_at: string;
  @ApiProperty({ type: ReadingPersonDto, nullable: true }) read_by: ReadingPersonDto | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ description: 'There is a photo of the meter' }) has_photo: boolean;
  @ApiProperty({ type: ReadingVerificationDto, nullable: true, description: 'The latest decision' })
  verification: ReadingVerificationDto | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'What the bill comes to; null when it cannot be priced',
  })
  quote_total: number | null;
}

export class ReadingPageDto extends PageDto(ReadingDto) {}

export class SeverityCountsDto {
  @ApiProperty() OK: number;
  @ApiProperty() WARNING: number;
  @ApiProperty() ERROR: number;
}

export class ReadingSummaryDto {
  @ApiProperty() period: string;
  @ApiProperty({ description: 'Waiting for a decision' }) recorded: number;
  @ApiProperty() verified: number;
  @ApiProperty({ description: 'Sent back to the reader' }) reread: number;
  @ApiProperty({ description: 'Active customers without a reading' }) missing: number;
  @ApiProperty({ type: SeverityCountsDto, description: 'Of those waiting' })
  by_severity: SeverityCountsDto;
}

export class SkippedReadingDto {
  @ApiProperty() id: number;
  @ApiProperty({
    enum: [
      'NOT_FOUND',
      'ALREADY_VERIFIED',
      'REREAD_PENDING',
      'NEEDS_NOTE',
      'LATER_VERIFIED',
      'EARLIER_UNVERIFIED',
      'NEGATIVE',
      'IMPOSSIBLE',
      'STALE',
      'ESTIMATE_LIMIT',
      'NOT_CALCULABLE',
    ],
  })
  reason: string;
}

export class VerifyBatchDto {
  @ApiProperty({ description: 'Readings the filter names' }) matched: number;
  @ApiProperty({ description: 'Verified now, or in a dry run: would be' }) verified: number;
  @ApiProperty({ type: [SkippedReadingDto] }) skipped: SkippedReadingDto[];
  @ApiProperty() dry_run: boolean;
}
