import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATES } from '../../../../platform/jobs';
import { DateField } from '../../../../platform/validation';

export class AssessPenaltiesBody {
  @DateField({ optional: true, description: 'Today; any other day is refused' })
  business_date?: string;
}

export class AssessmentDto {
  @ApiProperty({ format: 'date' }) business_date: string;
  @ApiProperty({ enum: JOB_STATES }) status: string;
  @ApiProperty({ description: 'Bills whose penalty grew' }) bills: number;
  @ApiProperty({ description: 'Rupiah added' }) amount: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) started_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at: string | null;
}

export class AssessmentAcceptedDto {
  @ApiProperty({ type: AssessmentDto }) job: AssessmentDto;
}
