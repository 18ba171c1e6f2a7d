import { ApiProperty } from '@nestjs/swagger';
import { ISSUE_RUN_STATES, type IssueRunState } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { IdField, PeriodField } from '../../../../platform/validation';
import { BillDto } from './bill.dto';

export class BillRunBody {
  @PeriodField({ description: 'Usage period' }) period: string;
  @IdField({ optional: true }) region_id?: number;
  @IdField({ optional: true }) tariff_id?: number;
}

export class BillSumDto {
  @ApiProperty() count: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty() amount: number;
}

export class ExcludedBillsDto {
  @ApiProperty({ enum: ['ZERO_AMOUNT', 'HELD', 'READING_UNVERIFIED', 'READING_MISSING', 'SEALED_NOT_OVER'] })
  reason: string;
  @ApiProperty() count: number;
}

export class PostponedBillsDto {
  @ApiProperty({ description: 'Bills due later than their due day, because they are issued late' })
  count: number;
  @ApiProperty({ description: 'Of these: those that would have been late on the day they are issued' })
  late: number;
  @ApiProperty({ format: 'date', description: 'When they are due if issued today' }) due_date: string;
  @ApiProperty({ description: 'Days there always are to pay in' }) least_days: number;
}

export class BillRunPreviewDto extends BillSumDto {
  @ApiProperty({ type: BillSumDto, description: 'Bills of the same filter one period earlier' })
  previous_period: BillSumDto;
  @ApiProperty({ type: [ExcludedBillsDto], description: 'What the run will not issue, and why' })
  excluded: ExcludedBillsDto[];
  @ApiProperty({
    type: BillSumDto,
    description: 'Of these: fixed charges of connections sealed all month, drafted when the run begins',
  })
  sealed: BillSumDto;
  @ApiProperty({ type: PostponedBillsDto }) postponed: PostponedBillsDto;
  @ApiProperty({ type: [BillDto], description: 'A few of the drafts, the highest amounts first' })
  sample: BillDto[];
}

export class BillRunFilterDto {
  @ApiProperty({ type: Number, nullable: true }) region_id: number | null;
  @ApiProperty({ type: Number, nullable: true }) tariff_id: number | null;
  @ApiProperty({ type: String, nullable: true }) region_name: string | null;
  @ApiProperty({ type: String, nullable: true }) tariff_code: string | null;
}

export class BillRunPersonDto {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
}

export class BillRunFailureDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() reason: string;
}

export class BillRunDto {
  @ApiProperty() id: number;
  @ApiProperty() period: string;
  @ApiProperty({ type: BillRunFilterDto }) filter: BillRunFilterDto;
  @ApiProperty({ enum: ISSUE_RUN_STATES }) status: IssueRunState;
  @ApiProperty({ description: 'Drafts of the filter when the run began' }) total: number;
  @ApiProperty() issued: number;
  @ApiProperty() failed: number;
  @ApiProperty({ description: 'Drafts of Rp0, or issued by another run meanwhile' }) skipped: number;
  @ApiProperty({ description: 'Rupiah issued' }) amount: number;
  @ApiProperty({ type: BillRunPersonDto, nullable: true }) created_by: BillRunPersonDto | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) started_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at: string | null;
  @ApiProperty({ type: [BillRunFailureDto] }) failures: BillRunFailureDto[];
}

export class SealedLeftDto {
  @ApiProperty({ description: 'A month that is over and was run before that' }) period: string;
  @ApiProperty({
    type: 'integer',
    description: 'Connections sealed all month that one more run of it charges',
  })
  connections: number;
}

export class BillRunPageDto extends PageDto(BillRunDto) {}
