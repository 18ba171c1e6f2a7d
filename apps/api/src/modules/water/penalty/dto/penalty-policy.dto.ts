import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVAL_TRANSITIONS,
  type ApprovalState,
  PENALISED_KINDS,
  type PenalisedKind,
  PENALTY_MODES,
  type PenaltyMode,
  statesOf,
} from '@tirtapay/domain';
import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';
import { PageDto } from '../../../../platform/list';
import {
  BooleanField,
  ChoiceField,
  IntegerField,
  ListField,
  NoteField,
  PeriodField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';

const MAX_PENALTY = 100_000_000;

export class PenaltyTierBody {
  @IntegerField({ min: 1, max: 120, description: 'From this month late on' }) from_month: number;
  @RupiahField({ min: 0, max: MAX_PENALTY, description: 'In place of the tier before' }) amount: number;
}

export class CreatePenaltyPolicyBody {
  @TextField({ max: 120, min: 3 }) name: string;
  @PeriodField({ description: 'First usage period it applies to' }) valid_from: string;
  @PeriodField({ optional: true, description: 'Last one; until further notice when left out' })
  valid_to?: string;
  @ChoiceField(PENALTY_MODES) mode: PenaltyMode;
  @RupiahField({
    optional: true,
    min: 0,
    max: MAX_PENALTY,
    description: 'FLAT_PER_BILL, FLAT_PER_MONTH_LATE',
  })
  amount?: number;
  @ListField(() => PenaltyTierBody, { optional: true, maxItems: 24, description: 'TIER_BY_AGE' })
  @ValidateNested({ each: true })
  @Type(() => PenaltyTierBody)
  tiers?: PenaltyTierBody[];
  @IntegerField({
    optional: true,
    min: 0,
    max: 10_000,
    description: 'PERCENT: 200 is 2 % of the unpaid principal',
  })
  basis_points?: number;
  @BooleanField({ optional: true, description: 'PERCENT: for every month late rather than once' })
  per_month?: boolean;
  @IntegerField({ optional: true, min: 0, max: 365, description: 'Days after the due date without penalty' })
  grace_days?: number;
  @RupiahField({ optional: true, min: 0, max: MAX_PENALTY, description: 'Most a bill can bear' })
  cap?: number;
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
  @ListField(() => String, {
    optional: true,
    maxItems: PENALISED_KINDS.length,
    of: 'string',
    description:
      'WATER (also balances taken over), when left out; INSTALMENT: instalments agreed in its months, on their share of principal',
  })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(PENALISED_KINDS, { each: true })
  kinds?: PenalisedKind[];
  @TextField({ optional: true, max: 200, description: 'Number of the regulation' }) legal_basis?: string;
}

export class PreviewPolicyChangeBody {
  @PeriodField({
    optional: true,
    nullable: true,
    description: 'Last usage period; null: until further notice',
  })
  valid_to?: string | null;
  @BooleanField({ optional: true, description: 'Only before its first bill is issued' })
  active?: boolean;
}

export class ChangePenaltyPolicyBody extends PreviewPolicyChangeBody {
  @IntegerField({ min: 1, max: 1_000_000_000, description: 'The version that was read' }) version: number;
  @TextField({ optional: true, max: 120, min: 3 }) name?: string;
  @NoteField({ optional: true, max: 300, description: 'Why; the second person reads it' }) reason?: string;
}

export class PenaltyTierDto {
  @ApiProperty() from_month: number;
  @ApiProperty() amount: number;
}

export class PenaltyPolicyDto {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
  @ApiProperty({ example: '2025-01' }) valid_from: string;
  @ApiProperty({ type: String, nullable: true }) valid_to: string | null;
  @ApiProperty({ enum: PENALTY_MODES }) mode: PenaltyMode;
  @ApiProperty({ type: Number, nullable: true }) amount: number | null;
  @ApiProperty({ type: [PenaltyTierDto], nullable: true }) tiers: PenaltyTierDto[] | null;
  @ApiProperty({ type: Number, nullable: true }) basis_points: number | null;
  @ApiProperty() per_month: boolean;
  @ApiProperty() grace_days: number;
  @ApiProperty({ type: Number, nullable: true }) cap: number | null;
  @ApiProperty({ type: [String], nullable: true, description: 'Null: every category' }) tariff_codes:
    string[] | null;
  @ApiProperty({ enum: PENALISED_KINDS, isArray: true, description: 'What it is about' })
  kinds: PenalisedKind[];
  @ApiProperty({ type: String, nullable: true }) legal_basis: string | null;
  @ApiProperty({ description: 'In force' }) active: boolean;
  @ApiProperty({
    enum: statesOf(APPROVAL_TRANSITIONS),
    description: 'What two people decided',
  })
  status: ApprovalState;
  @ApiProperty({ type: Number, nullable: true, description: 'The request that waits for a second person' })
  pending_approval_id: number | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: 'integer', description: 'Counts the changes of name, end and state' }) version: number;
}

export class PenaltyPolicyPageDto extends PageDto(PenaltyPolicyDto) {}
