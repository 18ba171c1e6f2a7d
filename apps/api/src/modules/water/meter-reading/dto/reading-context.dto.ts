import { ApiProperty } from '@nestjs/swagger';
import {
  ANOMALY_REASONS,
  ANOMALY_SEVERITIES,
  type AnomalyReason,
  type AnomalySeverity,
  SETTLED_METHODS,
  type SettledMethod,
} from '@tirtapay/domain';
import { CustomerMeterDto, CustomerDto } from '../../customers';
import { QuoteDto } from '../../tariffs';
import { ReadingDto } from './reading.dto';
import { ReadingSpreadDto } from './reading-spread.dto';

export class PreviousReadingDto {
  @ApiProperty() stand: number;
  @ApiProperty({
    type: 'integer',
    description: 'A lower stand than this is refused; below `stand` only when that was estimated',
  })
  lowest_stand: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null when the meter has never been read' })
  period: string | null;
  @ApiProperty({ type: Number, nullable: true }) usage_m3: number | null;
}

export class PastUsageDto {
  @ApiProperty() period: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty({ enum: SETTLED_METHODS }) method: SettledMethod;
  @ApiProperty() days: number;
}

export class MeterReplacementDto {
  @ApiProperty({ format: 'date' }) replaced_on: string;
  @ApiProperty({ type: 'integer', description: 'Last stand of the meter taken away' }) removed_stand: number;
  @ApiProperty({ type: 'integer', description: 'First stand of the meter in place' }) installed_stand: number;
}

export class ReadingContextDto {
  @ApiProperty({ type: CustomerDto }) customer: CustomerDto;
  @ApiProperty({ type: CustomerMeterDto, nullable: true }) meter: CustomerMeterDto | null;
  @ApiProperty() period: string;
  @ApiProperty({ type: PreviousReadingDto, nullable: true }) previous: PreviousReadingDto | null;
  @ApiProperty({
    type: MeterReplacementDto,
    nullable: true,
    description: 'The meter was exchanged since the previous reading: usage is counted over both',
  })
  replacement: MeterReplacementDto | null;
  @ApiProperty({ type: [PastUsageDto], description: 'Verified, newest first, at most 12' })
  history: PastUsageDto[];
  @ApiProperty({ type: ReadingDto, nullable: true }) existing: ReadingDto | null;
}

export class AnomaliesDto {
  @ApiProperty({ enum: ANOMALY_SEVERITIES }) severity: AnomalySeverity;
  @ApiProperty({ enum: ANOMALY_REASONS, isArray: true }) reasons: AnomalyReason[];
}

export class ReadingPreviewDto {
  @ApiProperty() usage_m3: number;
  @ApiProperty({ type: 'integer', description: 'm³ above which two people look before it is billed' })
  ceiling_m3: number;
  @ApiProperty({ type: 'integer', description: 'm³ that estimates have billed beyond this stand' })
  overestimated_m3: number;
  @ApiProperty({ type: AnomaliesDto }) anomalies: AnomaliesDto;
  @ApiProperty({ type: QuoteDto, description: 'Of the month itself' }) quote: QuoteDto;
  @ApiProperty({
    type: ReadingSpreadDto,
    description: 'Estimated and missed months this stand would settle, and the month itself; empty when none',
  })
  spread: ReadingSpreadDto;
}
