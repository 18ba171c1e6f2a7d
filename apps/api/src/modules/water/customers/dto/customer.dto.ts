import { ApiProperty } from '@nestjs/swagger';
import { CUSTOMER_STATES, type CustomerState } from '@tirtapay/domain';
import { PageResponse } from '../../../../platform/list';

export class NamedResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class CustomerMeterResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() serial: string;
  @ApiProperty({ type: 'integer', description: 'Digits of the counter; it rolls over after them' })
  digits: number;
  @ApiProperty({ type: 'integer' }) size_mm: number;
  @ApiProperty({ format: 'date' }) installed_on: string;
  @ApiProperty({ type: 'integer' }) installed_stand: number;
}

export class CustomerResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: '010203000046' }) customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: String, nullable: true, description: 'Masked without pii.read' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Masked without pii.read' }) email: string | null;
  @ApiProperty({ type: NamedResponse }) region: NamedResponse;
  @ApiProperty({ type: NamedResponse }) route: NamedResponse;
  @ApiProperty({ type: NamedResponse }) tariff: NamedResponse;
  @ApiProperty({ enum: CUSTOMER_STATES }) state: CustomerState;
  @ApiProperty({ type: CustomerMeterResponse, nullable: true }) meter: CustomerMeterResponse | null;
  @ApiProperty({ type: 'integer' }) open_bills: number;
  @ApiProperty({ type: 'integer', description: 'Rupiah, penalties included as far as they are booked' })
  open_amount: number;
  @ApiProperty({ type: 'integer' }) credit_balance: number;
  @ApiProperty({ format: 'date-time' }) registered_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) activated_at: string | null;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class CustomerPageResponse extends PageResponse(CustomerResponse) {}

export class ChangedByResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
}

export class CustomerChangeResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: ChangedByResponse, nullable: true }) actor: ChangedByResponse | null;
  @ApiProperty({ example: 'address' }) field: string;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class CustomerChangePageResponse extends PageResponse(CustomerChangeResponse) {}
