import { ApiProperty } from '@nestjs/swagger';
import { DateField } from '../../../../platform/validation';

export class AssessPenaltiesBody {
  @DateField({ optional: true, description: 'Today; any other day is refused' })
  business_date?: string;
}

export class AssessmentDto {
  @ApiProperty({ format: 'date' }) business_date: string;
  @ApiProperty({ enum: ['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED'] }) status: string;
  @ApiProperty({ description: 'Bills whose penalty grew' }) bills: number;
  @ApiProperty({ description: 'Rupiah added' }) amount: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) started_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at: string | null;
}

export class AssessmentAcceptedDto {
  @ApiProperty({ type: AssessmentDto }) job: AssessmentDto;
}

export class PenaltyCountDto {
  @ApiProperty() bills: number;
  @ApiProperty() amount: number;
}

export class PeriodPenaltyDto extends PenaltyCountDto {
  @ApiProperty({ description: 'Usage period of the bills' }) period: string;
}

export class RegionPenaltyDto extends PenaltyCountDto {
  @ApiProperty() region_id: number;
  @ApiProperty() region_name: string;
}

export class PenaltySummaryDto {
  @ApiProperty({ format: 'date' }) as_of: string;
  @ApiProperty({
    type: PenaltyCountDto,
    description: 'Booked on bills that are still open, less what was waived',
  })
  outstanding: PenaltyCountDto;
  @ApiProperty({ type: PenaltyCountDto, description: 'Collected with paid bills' })
  collected: PenaltyCountDto;
  @ApiProperty({ type: PenaltyCountDto }) waived: PenaltyCountDto;
  @ApiProperty({ type: [PeriodPenaltyDto], description: 'Outstanding, newest period first' })
  by_period: PeriodPenaltyDto[];
  @ApiProperty({ type: [RegionPenaltyDto], description: 'Outstanding' })
  by_region: RegionPenaltyDto[];
  @ApiProperty({ type: AssessmentDto, nullable: true }) last_assessment: AssessmentDto | null;
}
