import { ApiProperty } from '@nestjs/swagger';
import {
  BILL_KINDS,
  BILL_TRANSITIONS,
  FEWEST_INSTALMENTS,
  MOST_INSTALMENTS,
  PLAN_ENDS,
  PLAN_STATES,
  statesOf,
  type BillKind,
  type BillState,
  type PlanEnd,
  type PlanState,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import {
  ChoiceField,
  DateField,
  IdField,
  IdListField,
  IntegerField,
  NoteField,
  RupiahField,
} from '../../../../platform/validation';

const MOST_SOURCES = 240;

export class PreviewPlanBody {
  @IdField() customer_id: number;
  @IdListField({
    minItems: 1,
    maxItems: MOST_SOURCES,
    description: 'Open bills the instalments take the place of',
  })
  bill_ids: number[];
  @IntegerField({ min: FEWEST_INSTALMENTS, max: MOST_INSTALMENTS, description: 'How many instalments' })
  count: number;
  @DateField({ description: 'Due day of the first; the others follow month by month' }) first_due: string;
  @RupiahField({
    optional: true,
    min: 1,
    description: 'The first instalment, when it is not like the others',
  })
  down_payment?: number;
}

export class RequestPlanBody extends PreviewPlanBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person reads it' }) reason: string;
}

export class EndPlanBody {
  @ChoiceField(PLAN_ENDS, {
    description: 'WITHDRAWN: nothing was paid, the bills are owed again as they were',
  })
  way: PlanEnd;
  @NoteField({ min: 10, max: 500, description: 'Why; the second person reads it' }) reason: string;
}

export class PlanRequestDto {
  @ApiProperty() approval_id: number;
}

export class PlannedSourceDto {
  @ApiProperty() bill_id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty({ enum: BILL_KINDS }) kind: BillKind;
  @ApiProperty({ type: String, nullable: true, description: 'Of a bill that is no water' }) title:
    string | null;
  @ApiProperty() period: string;
  @ApiProperty({ format: 'date' }) due_date: string;
  @ApiProperty() principal: number;
  @ApiProperty({ description: 'Of today, less what is forgiven; it becomes part of the instalments' })
  penalty: number;
  @ApiProperty({
    description: 'What a waiver programme of today forgives of it, and what an earlier correction left off',
  })
  waived: number;
  @ApiProperty({ description: 'Of that, by the programme: owed again when the plan ends before its time' })
  waiver_revocable: number;
  @ApiProperty({ type: String, nullable: true, description: 'Its name' }) waiver_programme: string | null;
  @ApiProperty({
    description: 'What a programme that begins later would forgive more, and does not of an instalment',
  })
  waiver_lost: number;
}

export class PlannedInstalmentDto {
  @ApiProperty() seq: number;
  @ApiProperty({ format: 'date' }) due_date: string;
  @ApiProperty() amount: number;
}

export class PlanEffectDto {
  @ApiProperty({ type: [PlannedSourceDto], description: 'Oldest first' }) sources: PlannedSourceDto[];
  @ApiProperty({ type: [PlannedInstalmentDto] }) instalments: PlannedInstalmentDto[];
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty({ description: 'The instalments come to this' }) total: number;
  @ApiProperty({ description: 'Days an instalment may be late before the plan is broken' })
  grace_days: number;
  @ApiProperty({ description: 'What waiver programmes of today forgive, and earlier corrections left off' })
  waived: number;
  @ApiProperty({ description: 'Of that, by programmes: owed again when the plan is broken' })
  waiver_revocable: number;
  @ApiProperty({ description: 'What programmes that begin later would forgive more of these bills' })
  waiver_lost: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The rule of penalties that late instalments bear; null: they bear none',
  })
  late_policy: string | null;
}

export class PlanCustomerDto {
  @ApiProperty() id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
}

export class InstalmentPlanDto {
  @ApiProperty() id: number;
  @ApiProperty({ description: 'As on the agreement' }) plan_number: string;
  @ApiProperty({ type: PlanCustomerDto }) customer: PlanCustomerDto;
  @ApiProperty({ enum: PLAN_STATES }) state: PlanState;
  @ApiProperty() instalments: number;
  @ApiProperty({ description: 'Of the instalments: paid' }) paid_instalments: number;
  @ApiProperty() total: number;
  @ApiProperty() paid: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Of the oldest that is not paid',
  })
  next_due: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

export class InstalmentPlanPageDto extends PageDto(InstalmentPlanDto) {}

export class ReplacedBillDto {
  @ApiProperty() bill_id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty({ enum: BILL_KINDS }) kind: BillKind;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty() period: string;
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty({ description: 'Of its penalty: what a waiver programme forgave' }) waived: number;
}

export class InstalmentBillDto {
  @ApiProperty() seq: number;
  @ApiProperty() bill_id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty({ format: 'date' }) due_date: string;
  @ApiProperty() amount: number;
  @ApiProperty({ enum: statesOf(BILL_TRANSITIONS) }) state: BillState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) paid_at: string | null;
  @ApiProperty() overdue: boolean;
}

export class InstalmentPlanDetailDto extends InstalmentPlanDto {
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty({
    description: 'What was forgiven when it was agreed',
  })
  waived: number;
  @ApiProperty({
    description:
      'Of that: owed again when the plan is broken, or since it ended; less than all when a correction found some of it to be no penalty',
  })
  waiver_revocable: number;
  @ApiProperty() grace_days: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The rule of penalties that late instalments bear; null: they bear none',
  })
  late_policy: string | null;
  @ApiProperty() reason: string;
  @ApiProperty() requested_by: string;
  @ApiProperty() approved_by: string;
  @ApiProperty({ type: [ReplacedBillDto] }) sources: ReplacedBillDto[];
  @ApiProperty({ type: [InstalmentBillDto] }) schedule: InstalmentBillDto[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) ended_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null: an instalment was unpaid past its grace' })
  ended_by: string | null;
  @ApiProperty({ type: String, nullable: true }) end_reason: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The bill that asks for what nobody paid' })
  rest_bill_id: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The request to end it that waits' })
  pending_approval_id: number | null;
}
