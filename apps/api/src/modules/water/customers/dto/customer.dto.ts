import { ApiProperty } from '@nestjs/swagger';
import { CUSTOMER_STATES, type CustomerState } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';

export class NamedDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class CustomerMeterDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() serial: string;
  @ApiProperty({ type: 'integer', description: 'Digits of the counter; it rolls over after them' })
  digits: number;
  @ApiProperty({ type: 'integer' }) size_mm: number;
  @ApiProperty({ format: 'date' }) installed_on: string;
  @ApiProperty({ type: 'integer' }) installed_stand: number;
}

export class CustomerDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: '010203000046' }) customer_number: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the system before called the customer, who is found and paid for by it as well',
  })
  legacy_number: string | null;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: String, nullable: true, description: 'Masked without pii.read' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Masked without pii.read' }) email: string | null;
  @ApiProperty({ type: NamedDto }) region: NamedDto;
  @ApiProperty({ type: NamedDto }) route: NamedDto;
  @ApiProperty({ type: NamedDto }) tariff: NamedDto;
  @ApiProperty({ enum: CUSTOMER_STATES }) state: CustomerState;
  @ApiProperty({ type: CustomerMeterDto, nullable: true }) meter: CustomerMeterDto | null;
  @ApiProperty({ type: 'integer' }) open_bills: number;
  @ApiProperty({ type: 'integer', description: 'Rupiah, penalties included as far as they are booked' })
  open_amount: number;
  @ApiProperty({ type: 'integer' }) credit_balance: number;
  @ApiProperty({ format: 'date-time' }) registered_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) activated_at: string | null;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class CustomerPageDto extends PageDto(CustomerDto) {}

export class ChangedByDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
}

export class CustomerChangeDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: ChangedByDto, nullable: true }) actor: ChangedByDto | null;
  @ApiProperty({ example: 'address' }) field: string;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class CustomerChangePageDto extends PageDto(CustomerChangeDto) {}
