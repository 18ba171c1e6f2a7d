import { ApiProperty } from '@nestjs/swagger';
import type { AnomalyReason, AnomalySeverity } from '@tirtapay/domain';
import { CustomerMeterResponse, CustomerResponse } from '../../customers';
import { QuoteResponse } from '../../tariffs';
import { ANOMALY_REASONS, ReadingResponse, SEVERITIES } from './reading.dto';

export class PreviousReadingResponse {
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

export class PastUsageResponse {
  @ApiProperty() period: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty({ enum: ['ACTUAL', 'ESTIMATED'] }) method: 'ACTUAL' | 'ESTIMATED';
  @ApiProperty() days: number;
}

export class MeterReplacementResponse {
  @ApiProperty({ format: 'date' }) replaced_on: string;
  @ApiProperty({ type: 'integer', description: 'Last stand of the meter taken away' }) removed_stand: number;
  @ApiProperty({ type: 'integer', description: 'First stand of the meter in place' }) installed_stand: number;
}

export class ReadingContextResponse {
  @ApiProperty({ type: CustomerResponse }) customer: CustomerResponse;
  @ApiProperty({ type: CustomerMeterResponse, nullable: true }) meter: CustomerMeterResponse | null;
  @ApiProperty() period: string;
  @ApiProperty({ type: PreviousReadingResponse, nullable: true }) previous: PreviousReadingResponse | null;
  @ApiProperty({
    type: MeterReplacementResponse,
    nullable: true,
    description: 'The meter was exchanged since the previous reading: usage is counted over both',
  })
  replacement: MeterReplacementResponse | null;
  @ApiProperty({ type: [PastUsageResponse], description: 'Verified, newest first, at most 12' })
  history: PastUsageResponse[];
  @ApiProperty({ type: ReadingResponse, nullable: true }) existing: ReadingResponse | null;
}

export class AnomaliesResponse {
  @ApiProperty({ enum: SEVERITIES }) severity: AnomalySeverity;
  @ApiProperty({ enum: ANOMALY_REASONS, isArray: true }) reasons: AnomalyReason[];
}

export class ReadingPreviewResponse {
  @ApiProperty() usage_m3: number;
  @ApiProperty({ type: 'integer', description: 'm³ above which two people look before it is billed' })
  ceiling_m3: number;
  @ApiProperty({ type: 'integer', description: 'm³ that estimates have billed beyond this stand' })
  overestimated_m3: number;
  @ApiProperty({ type: AnomaliesResponse }) anomalies: AnomaliesResponse;
  @ApiProperty({ type: QuoteResponse }) quote: QuoteResponse;
}
