import { ApiProperty } from '@nestjs/swagger';
import { APPROVAL_TRANSITIONS, statesOf, type ApprovalState } from '@tirtapay/domain';
import { PageResponse } from '../../../../platform/list';
import { ChoiceField, TextField } from '../../../../platform/validation';

export const APPROVAL_STATES = statesOf(APPROVAL_TRANSITIONS);

export class PersonDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
}

export class ApprovalDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'tariff_version' }) kind: string;
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
    description: 'The person who asks may decide this one: it is open and somebody else made it',
  })
  can_decide: boolean;
}

export class ApprovalPageDto extends PageResponse(ApprovalDto) {}

export class DecideApprovalBody {
  @ChoiceField(['APPROVE', 'REJECT']) decision: 'APPROVE' | 'REJECT';
  @TextField({ max: 500, optional: true }) note?: string;
}
