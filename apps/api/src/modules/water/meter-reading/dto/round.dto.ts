import { ApiProperty } from '@nestjs/swagger';
import { ANOMALY_SEVERITIES, type AnomalySeverity } from '@tirtapay/domain';
import { IdField, IdListField } from '../../../../platform/validation';
import { MeterReplacementDto, PastUsageDto, PreviousReadingDto } from './reading-context.dto';

/** A route is a day's walk; a longer one is cut and says so. */
export const MOST_STOPS = 1_000;

export const STOP_STATES = ['UNREAD', 'REREAD', 'RECORDED', 'VERIFIED'] as const;
export type StopState = (typeof STOP_STATES)[number];

export class RoundStopDto {
  @ApiProperty() customer_id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: String, nullable: true }) meter_serial: string | null;
  @ApiProperty({ enum: STOP_STATES, description: 'REREAD: sent back, with `instruction`' }) state: StopState;
  @ApiProperty({ type: Number, nullable: true }) reading_id: number | null;
  @ApiProperty({ type: Number, nullable: true }) usage_m3: number | null;
  @ApiProperty({ enum: [...ANOMALY_SEVERITIES, null], nullable: true }) severity: AnomalySeverity | null;
  @ApiProperty() has_photo: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What whoever sent it back wants to know' })
  instruction: string | null;
}

export class RoundRouteDto {
  @ApiProperty() id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() region_name: string;
}

export class RoundDto {
  @ApiProperty({ type: RoundRouteDto }) route: RoundRouteDto;
  @ApiProperty() period: string;
  @ApiProperty({ type: [RoundStopDto], description: 'In the order of the walk' }) stops: RoundStopDto[];
  @ApiProperty({
    description: `The route has more than ${String(MOST_STOPS)} connections; the rest is left out`,
  })
  cut: boolean;
}

export class TakenMeterDto {
  @ApiProperty({ type: 'integer' }) digits: number;
  @ApiProperty({ type: 'integer' }) installed_stand: number;
}

export class TakenStopDto extends RoundStopDto {
  @ApiProperty({ type: TakenMeterDto, nullable: true }) meter: TakenMeterDto | null;
  @ApiProperty({ type: PreviousReadingDto, nullable: true }) previous: PreviousReadingDto | null;
  @ApiProperty({ type: MeterReplacementDto, nullable: true }) replacement: MeterReplacementDto | null;
  @ApiProperty({ type: [PastUsageDto], description: 'Verified, newest first, at most 6' })
  history: PastUsageDto[];
}

export class TakenRoundDto {
  @ApiProperty({ type: RoundRouteDto }) route: RoundRouteDto;
  @ApiProperty() period: string;
  @ApiProperty({ format: 'date-time' }) taken_at: string;
  @ApiProperty({ type: [TakenStopDto], description: 'In the order of the walk' }) stops: TakenStopDto[];
  @ApiProperty({
    description: `The route has more than ${String(MOST_STOPS)} connections; the rest is left out`,
  })
  cut: boolean;
}

export class OrderRoundBody {
  @IdField() route_id: number;
  @IdListField({
    maxItems: MOST_STOPS,
    description: 'Customers in the order they are walked to; those not named come after, by number',
  })
  customer_ids: number[];
}

export class RouteProgressDto extends RoundRouteDto {
  @ApiProperty({ description: 'Connections to be read' }) connections: number;
  @ApiProperty() unread: number;
  @ApiProperty({ description: 'Sent back to the reader' }) reread: number;
  @ApiProperty({ description: 'Read, waiting for a decision' }) recorded: number;
  @ApiProperty() verified: number;
}

export class ReaderProgressDto {
  @ApiProperty() name: string;
  @ApiProperty() readings: number;
  @ApiProperty({ description: 'Without a stand' }) estimated: number;
  @ApiProperty({ description: 'With something to look at' }) flagged: number;
  @ApiProperty() with_photo: number;
  @ApiProperty({ format: 'date-time' }) last_at: string;
}

export class ReadingProgressDto {
  @ApiProperty() period: string;
  @ApiProperty({ type: [RouteProgressDto], description: 'Least finished first' }) routes: RouteProgressDto[];
  @ApiProperty({ type: [ReaderProgressDto] }) readers: ReaderProgressDto[];
}
