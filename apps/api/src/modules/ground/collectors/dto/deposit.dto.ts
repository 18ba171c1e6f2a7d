import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../../../platform/list';
import { RupiahField, TextField } from '../../../../platform/validation';

export class TopUpBody {
  @RupiahField({ description: 'What the partner paid into our bank account' }) amount: number;
  @TextField({ max: 100, description: 'As it stands on the statement of the bank' }) bank_reference: string;
  @TextField({ max: 300 }) reason: string;
}

export class TopUpRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class DepositMovementDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) partner_id: number;
  @ApiProperty() partner: string;
  @ApiProperty() event: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the sale or payment' })
  entity_id: number | null;
  @ApiProperty() business_date: string;
  @ApiProperty({ type: 'integer', description: 'Positive: paid in or given back' }) amount: number;
  @ApiProperty({ type: 'integer', description: 'After this movement' }) balance: number;
  @ApiProperty({ description: 'Of a top-up: whether it was taken back' }) corrected: boolean;
}

export class DepositMovementPageDto extends PageDto(DepositMovementDto) {}
