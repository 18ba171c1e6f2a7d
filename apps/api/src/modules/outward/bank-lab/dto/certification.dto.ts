import { ApiProperty } from '@nestjs/swagger';
import {
  CERTIFICATION_STATES,
  type CertificationState,
  SCENARIO_STATES,
  type ScenarioState,
} from '@tirtapay/domain';
import { PersonDto } from '../../../ground/approvals';
import { BooleanField, IdField, IdListField, NoteField } from '../../../../platform/validation';

export class ScenarioDto {
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: SCENARIO_STATES }) status: ScenarioState;
  @ApiProperty({ type: String, nullable: true, description: 'What to do, or what went wrong' })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The call that decided' })
  request_id: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The same call in the request log; null when it was refused at the door and never got there',
  })
  call_id: number | null;
}

export class CertificationDto {
  @ApiProperty() id: number;
  @ApiProperty() bank_id: number;
  @ApiProperty({ enum: CERTIFICATION_STATES }) status: CertificationState;
  @ApiProperty({ type: String, nullable: true, description: 'The native key that is watched; null: any' })
  key_id: string | null;
  @ApiProperty({ type: PersonDto, nullable: true }) started_by: PersonDto | null;
  @ApiProperty() started_at: string;
  @ApiProperty({ type: String, nullable: true }) finished_at: string | null;
  @ApiProperty({ description: 'A run still open then is judged by what was seen' }) ends_at: string;
  @ApiProperty({ type: [ScenarioDto] }) scenarios: ScenarioDto[];
}

export class StartCertificationBody {
  @IdField({ optional: true, description: 'Row id of the native key to watch; without it any key counts' })
  key_id?: number;
  @BooleanField({ optional: true, description: 'Demonstration only: the sandbox bank plays every scenario' })
  drive_sandbox?: boolean;
}

export class StandingPaymentDto {
  @ApiProperty() id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty() bank_reference: string;
  @ApiProperty({ description: 'What the bank owes of it' }) amount: number;
  @ApiProperty({ format: 'date-time' }) posted_at: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The run that brought it' })
  certification_id: number | null;
}

export class StandingPaymentsDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ description: 'Of all of them' }) amount: number;
  @ApiProperty({ type: [StandingPaymentDto], description: 'Oldest first, a hundred at most' })
  payments: StandingPaymentDto[];
}

export class RequestGoLiveBody {
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
  @IdListField({
    maxItems: 100,
    optional: true,
    description: 'Payments of certifications that stay, because the bank really has their money',
  })
  standing_payments?: number[];
}
