import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVAL_DECISIONS,
  APPROVAL_KINDS,
  APPROVAL_TRANSITIONS,
  type ApprovalDecision,
  type ApprovalKind,
  type ApprovalState,
  type Role,
  ROLES,
  statesOf,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { ChoiceField, NoteField } from '../../../../platform/validation';

export const APPROVAL_STATES = statesOf(APPROVAL_TRANSITIONS);

export class PersonDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
}

export class ApprovalDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'tariff_version', description: 'One of the kinds of /v1/approvals/kinds' })
  kind: string;
  @ApiProperty({ description: 'What it is about: table and id', example: 'tarif_versi/7' }) subject: string;
  @ApiProperty() summary: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) payload: Readonly<Record<string, unknown>>;
  @ApiProperty({ enum: APPROVAL_STATES }) status: ApprovalState;
  @ApiProperty({ type: PersonDto }) made_by: PersonDto;
  @ApiProperty({ format: 'date-time' }) made_at: string;
  @ApiProperty({ type: PersonDto, nullable: true }) decided_by: PersonDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decided_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was asked for' }) reason: string | null;
  @ApiProperty({ type: String, nullable: true }) decision_note: string | null;
  @ApiProperty({
    description:
      'The person who asks may decide this one: it is open, somebody else made it, and the kind is theirs to decide',
  })
  can_decide: boolean;
  @ApiProperty({ description: 'The person who asks made this one and it is open' }) can_withdraw: boolean;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, description: 'Who decides this kind' })
  decider_roles: readonly Role[];
}

export class ApprovalDetailDto extends ApprovalDto {
  @ApiProperty({ type: [PersonDto], description: 'Active people who may decide this one; never its maker' })
  deciders: PersonDto[];
}

export class ApprovalKindDto {
  @ApiProperty({ enum: APPROVAL_KINDS, enumName: 'ApprovalKind' }) kind: ApprovalKind;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true }) decider_roles: readonly Role[];
  @ApiProperty({ type: 'integer', description: 'Active people who hold one of these roles' })
  able_people: number;
  @ApiProperty({ description: 'Fewer than two: whoever of them asks finds nobody who decides' })
  too_few: boolean;
}

export class ApprovalPageDto extends PageDto(ApprovalDto) {}

export class DecideApprovalBody {
  @ChoiceField(APPROVAL_DECISIONS) decision: ApprovalDecision;
  @NoteField({ max: 500, optional: true, description: 'Required to refuse: the maker must know why' })
  note?: string;
}
