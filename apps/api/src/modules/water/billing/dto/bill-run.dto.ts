import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../../platform/list';
import { IdField, PeriodField } from '../../../../platform/validation';
import type { IssueRunStatus } from '../entities/issue-run.entity';
import { BillResponse } from './bill.dto';

export const RUN_STATUSES = [
  'QUEUED',
  'RUNNING',
  'DONE',
  'PARTIAL',
  'FAILED',
] as const satisfies readonly IssueRunStatus[];

export class BillRunBody {
  @PeriodField({ description: 'Usage period' }) period: string;
  @IdField({ optional: true }) region_id?: number;
  @IdField({ optional: true }) tariff_id?: number;
}

export class BillSumResponse {
  @ApiProperty() count: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty() amount: number;
}

export class ExcludedBillsResponse {
  @ApiProperty({ enum: ['ZERO_AMOUNT', 'READING_UNVERIFIED', 'READING_MISSING'] }) reason: string;
  @ApiProperty() count: number;
}

export class PostponedBillsResponse {
  @ApiProperty({ description: 'Bills due later than their due day, because they are issued late' })
  count: number;
  @ApiProperty({ description: 'Of these: those that would have been late on the day they are issued' })
  late: number;
  @ApiProperty({ format: 'date', description: 'When they are due if issued today' }) due_date: string;
  @ApiProperty({ description: 'Days there always are to pay in' }) least_days: number;
}

export class BillRunPreviewResponse extends BillSumResponse {
  @ApiProperty({ type: BillSumResponse, description: 'Bills of the same filter one period earlier' })
  previous_period: BillSumResponse;
  @ApiProperty({ type: [ExcludedBillsResponse], description: 'What the run will not issue, and why' })
  excluded: ExcludedBillsResponse[];
  @ApiProperty({ type: PostponedBillsResponse }) postponed: PostponedBillsResponse;
  @ApiProperty({ type: [BillResponse], description: 'A few of the drafts, the highest amounts first' })
  sample: BillResponse[];
}

export class BillRunFilterResponse {
  @ApiProperty({ type: Number, nullable: true }) region_id: number | null;
  @ApiProperty({ type: Number, nullable: true }) tariff_id: number | null;
  @ApiProperty({ type: String, nullable: true }) region_name: string | null;
  @ApiProperty({ type: String, nullable: true }) tariff_code: string | null;
}

export class BillRunPersonResponse {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
}

export class BillRunFailureResponse {
  @ApiProperty() bill_number: string;
  @ApiProperty() reason: string;
}

export class BillRunResponse {
  @ApiProperty() id: number;
  @ApiProperty() period: string;
  @ApiProperty({ type: BillRunFilterResponse }) filter: BillRunFilterResponse;
  @ApiProperty({ enum: RUN_STATUSES }) status: IssueRunStatus;
  @ApiProperty({ description: 'Drafts of the filter when the run began' }) total: number;
  @ApiProperty() issued: number;
  @ApiProperty() failed: number;
  @ApiProperty({ description: 'Drafts of Rp0, or issued by another run meanwhile' }) skipped: number;
  @ApiProperty({ description: 'Rupiah issued' }) amount: number;
  @ApiProperty({ type: BillRunPersonResponse, nullable: true }) created_by: BillRunPersonResponse | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) started_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at: string | null;
  @ApiProperty({ type: [BillRunFailureResponse] }) failures: BillRunFailureResponse[];
}

export class BillRunPage extends PageResponse(BillRunResponse) {}
