import { ApiProperty } from '@nestjs/swagger';
import { DISPUTE_REASONS, DISPUTE_STATES, type DisputeReason, type DisputeState } from '@tirtapay/domain';
import { ChoiceField, NoteField, RawTextField } from '../../../../platform/validation';
import { MeterEndingField } from '../second-factor/meter-ending.field';

export class PublicDisputeBody {
  @RawTextField({ max: 32, description: 'One of the bills of the inquiry' }) bill_number: string;
  @ChoiceField(DISPUTE_REASONS) reason: DisputeReason;
  @NoteField({ min: 10, max: 500, description: 'What is wrong, in the customer’s own words' })
  statement: string;
  @MeterEndingField({
    description: 'The last four digits of the meter number: who stands at the meter may doubt its bill',
  })
  meter_digits: string;
}

export class PublicDisputeDto {
  @ApiProperty({ example: 'KB-7F3QK-M2XD9' }) ticket_number: string;
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty({ type: String, nullable: true, description: 'What the bill is for, when it is of no water' })
  title: string | null;
  @ApiProperty({ enum: DISPUTE_STATES }) state: DisputeState;
  @ApiProperty({ format: 'date-time' }) opened_at: string;
  @ApiProperty({ format: 'date', description: 'The last day of the answer that is promised' })
  answer_by: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'A reader looked at the meter',
  })
  checked_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) ended_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the bill stays, or that it was taken back' })
  answer: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'NK-00000012',
    description: 'The paper that corrected it',
  })
  note_number: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Days the penalty stood still; null while it does',
  })
  days_held: number | null;
}

export class PublicBillDisputeDto extends PublicDisputeDto {
  @ApiProperty() bill_number: string;
}
