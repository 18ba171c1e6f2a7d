import { ApiProperty } from '@nestjs/swagger';
import {
  BILL_KINDS,
  BILL_STATES,
  DISPUTE_REASONS,
  DISPUTE_STATES,
  type BillKind,
  type BillState,
  type DisputeReason,
  type DisputeSource,
  type DisputeState,
} from '@tirtapay/domain';
import { ChoiceField, NoteField } from '../../../../platform/validation';
import { MeterCheckDto } from '../../../water/meter-reading';

export class OpenDisputeBody {
  @ChoiceField(DISPUTE_REASONS, { description: 'What is doubted' }) reason: DisputeReason;
  @NoteField({ min: 10, max: 500, description: 'In the customer’s own words' }) statement: string;
}

export class OrderCheckBody {
  @NoteField({ min: 5, max: 300, description: 'What the reader is to look at' }) instruction: string;
}

export class ReleaseDisputeBody {
  @NoteField({ min: 10, max: 500, description: 'Why the bill is right; the customer reads it' })
  answer: string;
}

export class ProlongHoldBody {
  @NoteField({ min: 10, max: 300, description: 'Why the answer takes longer' }) reason: string;
}

export class DisputeRequestDto {
  @ApiProperty() approval_id: number;
  @ApiProperty() status: string;
}

export class DisputedBillDto {
  @ApiProperty() id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty({ enum: BILL_KINDS }) kind: BillKind;
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it is for, when it is of no water' })
  title: string | null;
  @ApiProperty({ enum: BILL_STATES }) state: BillState;
  @ApiProperty() principal: number;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() usage_m3: number;
}

export class DisputingCustomerDto {
  @ApiProperty() id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
}

export class DisputeDto {
  @ApiProperty() id: number;
  @ApiProperty({ example: 'KB-7F3QK-M2XD9' }) ticket_number: string;
  @ApiProperty({ enum: DISPUTE_STATES }) state: DisputeState;
  @ApiProperty({ enum: ['PUBLIC', 'OFFICE'] }) source: DisputeSource;
  @ApiProperty({ enum: DISPUTE_REASONS }) reason: DisputeReason;
  @ApiProperty({ description: 'In the customer’s own words' }) statement: string;
  @ApiProperty({ type: DisputedBillDto }) bill: DisputedBillDto;
  @ApiProperty({ type: DisputingCustomerDto }) customer: DisputingCustomerDto;
  @ApiProperty({ format: 'date-time' }) opened_at: string;
  @ApiProperty({ type: String, nullable: true }) opened_by: string | null;
  @ApiProperty({ format: 'date', description: 'The last day of the answer that was promised' })
  answer_by: string;
  @ApiProperty({ description: 'Not answered, and the day is over' }) overdue: boolean;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description:
      'Of a doubt the office wrote down: the day its penalty goes on unless a second person prolongs it',
  })
  hold_lapses_on: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day its penalty went on unanswered',
  })
  hold_lapsed_on: string | null;
  @ApiProperty({ type: MeterCheckDto, nullable: true }) check: MeterCheckDto | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Somebody asked for its end; a second person decides',
  })
  pending_approval_id: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) ended_at: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'NK-00000012' }) note_number: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Days the penalty stood still' }) days_held:
    number | null;
}
