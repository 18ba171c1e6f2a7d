import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../../../platform/list';
import { NoteField, RupiahField, TextField } from '../../../../platform/validation';

export class StampDutyPaymentBody {
  @RupiahField({ description: 'What left our bank account' }) amount: number;
  @TextField({ max: 100, description: 'As it stands on the statement of the bank' }) bank_reference: string;
  @NoteField({ max: 300 }) reason: string;
}

export class ReverseStampDutyPaymentBody {
  @NoteField({ max: 300 }) reason: string;
}

export class StampDutyRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class StampDutyMonthDto {
  @ApiProperty({ description: 'YYYY-MM, by business date' }) month: string;
  @ApiProperty({ type: 'integer', description: 'What receipts bore, less those taken back' })
  collected: number;
  @ApiProperty({ type: 'integer' }) handed_over: number;
}

export class StampDutyDto {
  @ApiProperty({ type: 'integer', description: 'Collected and not handed over; below zero: too much was' })
  owed: number;
  @ApiProperty({
    type: [StampDutyMonthDto],
    description: 'The newest first; months without any are left out',
  })
  months: StampDutyMonthDto[];
}

export class StampDutyPaymentDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() business_date: string;
  @ApiProperty({ type: 'integer', description: 'Below zero: it takes another one back' }) amount: number;
  @ApiProperty() bank_reference: string;
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The payment it takes back' })
  reverses_id: number | null;
  @ApiProperty({ description: 'Whether another one took it back' }) reversed: boolean;
}

export class StampDutyPaymentPageDto extends PageDto(StampDutyPaymentDto) {}
