import { ApiProperty } from '@nestjs/swagger';
import { DateField } from '../../../../platform/validation';

export class AssessPenaltiesBody {
  @DateField({ optional: true, description: 'Today; any other day is refused' })
  business_date?: string;
}

export class AssessmentResponse {
  @ApiProperty({ format: 'date' }) business_date: string;
  @ApiProperty({ enum: ['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED'] }) status: string;
  @ApiProperty({ description: 'Bills whose penalty grew' }) bills: number;
  @ApiProperty({ description: 'Rupiah added' }) amount: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) started_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at: string | null;
}

export class AssessmentAcceptedResponse {
  @ApiProperty({ type: AssessmentResponse }) job: AssessmentResponse;
}

export class PenaltyCountResponse {
  @ApiProperty() bills: number;
  @ApiProperty() amount: number;
}

export class PeriodPenaltyResponse extends PenaltyCountResponse {
  @ApiProperty({ description: 'Usage period of the bills' }) period: string;
}

export class RegionPenaltyResponse extends PenaltyCountResponse {
  @ApiProperty() region_id: number;
  @ApiProperty() region_name: string;
}

export class PenaltySummaryResponse {
  @ApiProperty({ format: 'date' }) as_of: string;
  @ApiProperty({
    type: PenaltyCountResponse,
    description: 'Booked on bills that are still open, less what was waived',
  })
  outstanding: PenaltyCountResponse;
  @ApiProperty({ type: PenaltyCountResponse, description: 'Collected with paid bills' })
  collected: PenaltyCountResponse;
  @ApiProperty({ type: PenaltyCountResponse }) waived: PenaltyCountResponse;
  @ApiProperty({ type: [PeriodPenaltyResponse], description: 'Outstanding, newest period first' })
  by_period: PeriodPenaltyResponse[];
  @ApiProperty({ type: [RegionPenaltyResponse], description: 'Outstanding' })
  by_region: RegionPenaltyResponse[];
  @ApiProperty({ type: AssessmentResponse, nullable: true }) last_assessment: AssessmentResponse | null;
}
