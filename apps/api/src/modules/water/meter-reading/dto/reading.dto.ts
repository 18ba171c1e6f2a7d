import { ApiProperty } from '@nestjs/swagger';
import {
  ANOMALY_REASONS,
  ANOMALY_SEVERITIES,
  type AnomalyReason,
  type AnomalySeverity,
  CONDITION_CODES,
  type ConditionCode,
  READING_STATES,
  STORED_READING_METHODS,
  type StoredReadingMethod,
  VERIFICATION_STEPS,
  type VerificationStep,
} from '@tirtapay/domain';
import { JOB_STATES, type JobState } from '../../../../platform/jobs';
import { PageDto } from '../../../../platform/list';
import { VERIFY_REFUSALS, type VerifyRefusal } from '../refusals';
import { MeterChangeDto } from './meter-change.dto';

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
    enum: VERIFICATION_STEPS,
    description: 'LOOKED: the first of two people found a usage beyond belief to be right',
  })
  decision: VerificationStep;
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
  @ApiProperty({ enum: ANOMALY_SEVERITIES }) severity: AnomalySeverity;
  @ApiProperty({ enum: ANOMALY_REASONS, isArray: true }) reasons: AnomalyReason[];
  @ApiProperty({ enum: READING_STATES }) status: (typeof READING_STATES)[number];
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
    description:
      'What its bills come to: of the month, and of missed and estimated months it settles, without what estimates have billed; null when one has no price',
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
  @ApiProperty({ enum: VERIFY_REFUSALS }) reason: VerifyRefusal;
}

export class VerifyBatchDto {
  @ApiProperty({ description: 'Readings the filter names' }) matched: number;
  @ApiProperty({ description: 'Of these: looked at for this answer. A dry run of many looks at the first' })
  judged: number;
  @ApiProperty({ description: 'Verified now, or in a dry run: would be' }) verified: number;
  @ApiProperty({ type: [SkippedReadingDto] }) skipped: SkippedReadingDto[];
  @ApiProperty() dry_run: boolean;
}

export class SkippedReadingsDto {
  @ApiProperty({ enum: VERIFY_REFUSALS }) reason: VerifyRefusal;
  @ApiProperty({ type: 'integer' }) count: number;
}

export class VerifyBatchRunDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: JOB_STATES }) status: JobState;
  @ApiProperty({ type: 'integer', description: 'Readings the filter named when it began' }) matched: number;
  @ApiProperty({ type: 'integer', description: 'Of these: decided or skipped until now' }) done: number;
  @ApiProperty({ type: 'integer' }) verified: number;
  @ApiProperty({ type: [SkippedReadingsDto] }) skipped_by_reason: SkippedReadingsDto[];
}
