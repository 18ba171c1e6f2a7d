import { ApiProperty } from '@nestjs/swagger';
import { NoteField, ObjectField } from '../../../../platform/validation';
import { CredentialsBody } from './cash.dto';

export class ReverseSaleBody {
  @NoteField({ min: 10, max: 300, description: 'What was wrong; both people stand for it' }) reason: string;
  @ObjectField(() => CredentialsBody, { description: 'Of somebody else who may supervise a counter' })
  supervisor: CredentialsBody;
}

export class ReversedSaleDto {
  @ApiProperty({ type: 'integer' }) payment_id: number;
  @ApiProperty({ type: 'integer' }) reversal_id: number;
  @ApiProperty() reversal_receipt_number: string;
  @ApiProperty({ type: 'integer', description: 'To be handed back' }) amount: number;
  @ApiProperty() agreed_by: string;
}

export class WrongSaleBody {
  @NoteField({ min: 10, max: 300, description: 'What was wrong' }) reason: string;
}

export class WrongSaleDto {
  @ApiProperty({ type: 'integer' }) case_id: number;
}

export class HandedBackDto {
  @ApiProperty({ type: 'integer' }) sale_id: number;
  @ApiProperty({ type: 'integer', description: 'To be handed back' }) amount: number;
}
