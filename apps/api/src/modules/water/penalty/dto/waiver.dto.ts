import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVAL_TRANSITIONS,
  statesOf,
  WAIVER_MODES,
  type ApprovalState,
  type WaiverMode,
} from '@tirtapay/domain';
import { ArrayMinSize, ArrayUnique, IsString, MaxLength } from 'class-validator';
import { PageDto } from '../../../../platform/list';
import {
  ChoiceField,
  DateField,
  IntegerField,
  ListField,
  NoteField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';

const MOST_MONTHS = 600;

export class ProposeWaiverBody {
  @TextField({ max: 120, min: 3, description: 'As the customer reads it on the bill and the receipt' })
  name: string;
  @TextField({ optional: true, max: 200, description: 'Number of the regulation' }) legal_basis?: string;
  @DateField({ description: 'First day, tomorrow at the earliest' }) valid_from: string;
  @DateField({ description: 'Last day' }) valid_to: string;
  @ChoiceField(WAIVER_MODES) mode: WaiverMode;
  @IntegerField({ optional: true, min: 1, max: 10_000, description: 'PERCENT: 10000 is all of the penalty' })
  basis_points?: number;
  @RupiahField({ optional: true, min: 1, description: 'AMOUNT: per bill' }) amount?: number;
  @RupiahField({ optional: true, min: 1, description: 'Most it forgives of one bill' }) cap?: number;
  @ListField(() => String, {
    optional: true,
    maxItems: 100,
    of: 'string',
    description: 'Everywhere when left out',
  })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  region_codes?: string[];
  @ListField(() => String, {
    optional: true,
    maxItems: 100,
    of: 'string',
    description: 'Every category when left out',
  })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  tariff_codes?: string[];
  @IntegerField({ optional: true, min: 1, max: MOST_MONTHS, description: 'Months late on the first day' })
  min_months_late?: number;
  @IntegerField({ optional: true, min: 1, max: MOST_MONTHS, description: 'Months late on the first day' })
  max_months_late?: number;
  @RupiahField({ optional: true, min: 1, description: 'Most it forgives in all' }) budget?: number;
}

export class RevokeWaiverBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person reads it' }) reason: string;
}

export class WaiverProgrammeDto {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) legal_basis: string | null;
  @ApiProperty({ format: 'date' }) valid_from: string;
  @ApiProperty({ format: 'date' }) valid_to: string;
  @ApiProperty({ format: 'date', description: 'The end it was agreed with, or the last day once revoked' })
  last_day: string;
  @ApiProperty() revoked: boolean;
  @ApiProperty({ enum: WAIVER_MODES }) mode: WaiverMode;
  @ApiProperty({ type: Number, nullable: true }) basis_points: number | null;
  @ApiProperty({ type: Number, nullable: true }) amount: number | null;
  @ApiProperty({ type: Number, nullable: true }) cap: number | null;
  @ApiProperty({ type: [String], nullable: true, description: 'Null: everywhere' }) region_codes:
    string[] | null;
  @ApiProperty({ type: [String], nullable: true, description: 'Null: every category' }) tariff_codes:
    string[] | null;
  @ApiProperty({ type: Number, nullable: true }) min_months_late: number | null;
  @ApiProperty({ type: Number, nullable: true }) max_months_late: number | null;
  @ApiProperty({ type: Number, nullable: true }) budget: number | null;
  @ApiProperty({ enum: statesOf(APPROVAL_TRANSITIONS), description: 'What two people decided' })
  status: ApprovalState;
  @ApiProperty({ type: Number, nullable: true, description: 'The request that waits for a second person' })
  pending_approval_id: number | null;
  @ApiProperty({ description: 'Set aside for its bills; never above the budget' }) reserved: number;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

export class WaiverProgrammePageDto extends PageDto(WaiverProgrammeDto) {}

export class WaiverGroupDto {
  @ApiProperty({ description: 'Overdue bills at the beginning' }) bills: number;
  @ApiProperty() customers: number;
  @ApiProperty({ description: 'Their principal' }) owed: number;
  @ApiProperty({ description: 'Of them: paid in these days' }) paid_bills: number;
  @ApiProperty({ description: 'Principal that was paid' }) collected: number;
  @ApiProperty({ description: 'Penalties that were paid' }) penalties: number;
  @ApiProperty({ description: 'Penalties that were waived, by payments and in instalment plans' })
  waived: number;
  @ApiProperty({
    description: 'Bills that went into instalment plans in these days; neither overdue nor paid',
  })
  planned_bills: number;
  @ApiProperty({ description: 'Of what was waived: in these plans' }) planned_waived: number;
  @ApiProperty({ description: 'Of the principal, in hundredths of a percent' }) rate: number;
}

export class WaiverEffectDto {
  @ApiProperty() bills: number;
  @ApiProperty() customers: number;
  @ApiProperty({ description: 'Principal of these bills' }) principal: number;
  @ApiProperty({ description: 'Their penalties today' }) penalty: number;
  @ApiProperty({ description: 'The most it forgives: what is set aside' }) reserved: number;
  @ApiProperty({ description: 'Comes in when all of them pay on the last day' }) collected_most: number;
  @ApiProperty({ description: 'Comes in when as many pay as did without a programme, less what is waived' })
  collected_usual: number;
  @ApiProperty({ description: 'In the scope, but beyond the budget' }) beyond_bills: number;
  @ApiProperty({ description: 'What they would have been forgiven' }) beyond_amount: number;
  @ApiProperty({ type: WaiverGroupDto, description: 'The same scope in as many days before, without it' })
  before: WaiverGroupDto;
}

export class WaiverResultDto {
  @ApiProperty({ type: WaiverGroupDto, description: 'Bills of the programme' }) covered: WaiverGroupDto;
  @ApiProperty({
    type: WaiverGroupDto,
    description: 'Bills as late in the same days, outside of any programme',
  })
  outside: WaiverGroupDto;
  @ApiProperty({ type: WaiverGroupDto, description: 'The same scope in as many days before' })
  before: WaiverGroupDto;
}

export class WaiverDetailDto extends WaiverProgrammeDto {
  @ApiProperty({ type: WaiverResultDto, nullable: true, description: 'Null before its first day' })
  result: WaiverResultDto | null;
}

export class WaiverRevocationDto {
  @ApiProperty() approval_id: number;
}
